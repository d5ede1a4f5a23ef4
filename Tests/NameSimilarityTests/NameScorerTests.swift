import NameSimilarity
import TestSupport
import Testing

@Suite("Name scorer")
struct NameScorerTests {
  @Test("finds the alignment that trying all of them finds", arguments: UInt64(0)..<40)
  func agreesWithAllAlignments(seed: UInt64) {
    var names = RandomNames(seed: seed)
    for _ in 0..<30 {
      let a = names.name()
      let b = names.number(below: 3) == 0 ? names.name() : names.mutation(of: a)
      let (score, expected) = withScorableName(a) { x in
        withScorableName(b) { y in
          var scorer = NameScorer()
          let found = scorer.breakdown(x, y, .other, isRomanised: false)
          return (found.share.tenThousandths, referenceAlignmentScore(x, y))
        }
      }
      #expect(score == expected, "a: \(a), b: \(b)")
    }
  }

  @Test("a name is like itself and a score is in 0...1", arguments: UInt64(0)..<20)
  func laws(seed: UInt64) {
    var names = RandomNames(seed: seed)
    for _ in 0..<50 {
      let a = names.name()
      let b = names.name()
      let itself = score(a, a)
      let other = score(a, b)
      #expect(itself == .one, "a: \(a)")
      #expect(other >= .zero && other <= .one)
    }
  }

  @Test(
    "scores",
    arguments: [
      // Order does not matter, legal forms hardly do.
      ("john smith", "smith john", "1.0000"), ("acme ltd", "acme limited", "0.8456"),
      ("acme ltd", "acme gmbh", "0.7216"), ("acme", "acme ltd", "0.7730"),
      // Spaces: as a pair of tokens, and over the whole name.
      ("sense time", "sensetime", "0.9800"), ("al qaida", "alqaida", "0.9800"),
      ("a b c", "abc", "0.9800"),
      // No anchor, no score; only equal names of forms match.
      ("ltd", "limited", "0.0000"), ("ltd", "ltd", "1.0000"), ("a b", "a c", "0.0000"),
      // Numbers never match approximately.
      ("unit 17", "unit 18", "0.3297"), ("unit 17", "unit 17", "1.0000"),
    ])
  func scores(a: String, b: String, expected: String) {
    let found = score(a, b)
    #expect(found.description == expected)
  }

  @Test func aLongNameOfEqualTokensEndsItsSearch() {
    let li = Array(repeating: "li", count: 128).joined(separator: " ")
    let more = Array(repeating: "li", count: 127).joined(separator: " ") + " lo"
    let itself = score(li, li)
    let other = score(li, more)
    #expect(itself == .one)
    #expect(other > Score("0.79")!)
  }

  @Test func aPairWithNothingInCommonHasNoAlignmentAfterOneThatHad() {
    let pairCount = withScorableName("john smith") { smith in
      withScorableName("ab") { other in
        var scorer = NameScorer()
        _ = scorer.breakdown(smith, smith, .other, isRomanised: false)
        _ = scorer.breakdown(smith, other, .other, isRomanised: false)
        return scorer.alignedPairs.count
      }
    }
    #expect(pairCount == 0)
  }

  private func score(_ a: String, _ b: String) -> Score {
    withScorableName(a) { x in
      withScorableName(b) { y in
        var scorer = NameScorer()
        return scorer.score(x, y, .other, isRomanised: false)
      }
    }
  }
}
