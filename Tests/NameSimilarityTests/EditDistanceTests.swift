import NameSimilarity
import TestSupport
import Testing

@Suite("Bounded edit distance")
struct EditDistanceTests {
  @Test("agrees with the whole table", arguments: UInt64(0)..<40)
  func agreesWithDefinition(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<250 {
      let a = randomToken(&generator)
      let b = randomToken(&generator)
      let limit = Int.random(in: 0...4, using: &generator)
      let distance = boundedEditDistance(a.span, b.span, limit: limit)
      #expect(distance == min(referenceEditDistance(a, b), limit + 1), "a: \(a), b: \(b)")
    }
  }

  @Test(
    "edges",
    arguments: [
      ("", "", 2, 0), ("", "a", 2, 1), ("", "abc", 2, 3), ("a", "a", 0, 0), ("a", "b", 0, 1),
      ("ab", "ba", 1, 1), ("abc", "cba", 2, 2), ("smith", "simth", 1, 1), ("ca", "abc", 3, 3),
      ("aaaa", "aaaaa", 1, 1), ("abcdef", "fedcba", 1, 2),
    ])
  func edges(a: String, b: String, limit: Int, expected: Int) {
    let distance = boundedEditDistance(Array(a.utf8).span, Array(b.utf8).span, limit: limit)
    #expect(distance == expected)
  }

  @Test func trapsOnALimitBeyondItsRange() async {
    await #expect(processExitsWith: .failure) {
      let token: [UInt8] = [0x61]
      _ = boundedEditDistance(token.span, token.span, limit: 17)
    }
  }

  private func randomToken(_ generator: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 0...14, using: &generator)).map { _ in
      UInt8.random(in: 0x61...0x64, using: &generator)
    }
  }
}
