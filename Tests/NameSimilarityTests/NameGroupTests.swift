import NameSimilarity
import Testing

@Suite("Groups of related names")
struct NameGroupTests {
  @Test("tokens that share a group relate by its kind, the closer kind first")
  func relation() {
    #expect(relation([1], [1]) == .nickname)
    #expect(relation([1, 2, 3, 4], [9, 8, 7, 4]) == .nickname)
    #expect(relation([0x8001], [0x8001]) == .syllable)
    #expect(relation([1, 0x8001], [1, 0x8001]) == .syllable)
    #expect(relation([1], [0x8001]) == .edit)
    #expect(relation([1, 2], [3, 4]) == .edit)
    #expect(relation([], []) == .edit)
  }

  @Test("a closer spelling counts as a spelling")
  func closest() throws {
    let evidence = try #require(self.evidence("catherine", [1], "katherine", [1]))
    #expect(evidence.relation == .phonetic)
    #expect(evidence.similarity > TokenWeight.one * 9 / 10)
  }

  /// The relation of tokens one edit apart that belong to these groups.
  private func relation(_ a: [UInt16], _ b: [UInt16]) -> TokenRelation? {
    evidence("bila", a, "bild", b)?.relation
  }

  private func evidence(
    _ a: String, _ aGroups: [UInt16], _ b: String, _ bGroups: [UInt16]
  ) -> TokenEvidence? {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        TokenComparison.evidence(token(x, aGroups), token(y, bGroups))
      }
    }
  }

  private func token(_ bytes: UnsafeBufferPointer<UInt8>, _ groups: [UInt16]) -> ScorableToken {
    ScorableToken(
      bytes: bytes, weight: TokenWeight.one, traits: [.anchor, .fuzzy, .joinable],
      groups: NameGroups(rawValue: groups.reversed().reduce(0) { $0 << 16 | UInt64($1) }))
  }
}
