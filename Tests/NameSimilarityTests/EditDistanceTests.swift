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

  @Test("agrees with the whole table on both sides of sixteen bytes", arguments: UInt64(0)..<20)
  func agreesOnLongTokens(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = randomToken(&generator, length: 12...24, of: [0, 1, 0x7F, 0x80, 0xFF])
      var b = a
      for _ in 0..<Int.random(in: 0...16, using: &generator) {
        edit(&b, &generator)
      }
      let distance = boundedEditDistance(a.span, b.span, limit: 16)
      #expect(distance == min(referenceEditDistance(a, b), 17), "a: \(a), b: \(b)")
    }
  }

  private func randomToken(
    _ generator: inout SplitMix64, length: ClosedRange<Int> = 0...14,
    of bytes: [UInt8] = [0x61, 0x62, 0x63, 0x64]
  ) -> [UInt8] {
    (0..<Int.random(in: length, using: &generator)).map { _ in
      bytes.randomElement(using: &generator)!
    }
  }

  private func edit(_ token: inout [UInt8], _ generator: inout SplitMix64) {
    let place = Int.random(in: 0..<token.count - 1, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: token.insert(0x80, at: place)
    case 1 where token.count > 4: token.remove(at: place)
    case 2: token.swapAt(place, place + 1)
    default: token[place] = 0xFF
    }
  }
}
