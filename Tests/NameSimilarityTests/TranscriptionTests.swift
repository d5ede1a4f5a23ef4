import NameSimilarity
import TestSupport
import Testing

@Suite("Tokens of other scripts")
struct TranscriptionTests {
  @Test(
    "a transcribed token relates to the name that it sounds like",
    arguments: [
      ("weilian", Transcription.han, "william"), ("kelindun", .han, "clinton"),
      ("kurinton", .kana, "clinton"), ("sumisu", .kana, "smith"), ("uilyam", .alphabet, "william"),
      ("dzhordzh", .alphabet, "george"), ("hynrytshz", .arabic, "hinrichs"),
      ("seutibeun", .hangul, "steven"), ("rayiteu", .hangul, "wright"),
      ("gafry", .hebrew, "jeffrey"),
    ])
  func relates(transcribed: String, script: Transcription, name: String) {
    let evidence = evidence(transcribed, script, name, .none)
    #expect(evidence?.relation == .transcription)
    #expect(evidence?.similarity ?? 0 > TokenWeight.one / 3)
    let reversed = self.evidence(name, .none, transcribed, script)
    #expect(evidence == reversed)
  }

  @Test(
    "other names do not",
    arguments: [
      ("weilian", Transcription.han, "robert"), ("kurinton", .kana, "cameron"),
      ("uilyam", .alphabet, "wilson"), ("rayiteu", .hangul, "roberts"),
    ])
  func doesNotRelate(transcribed: String, script: Transcription, name: String) {
    let similarity = evidence(transcribed, script, name, .none)?.similarity ?? 0
    #expect(similarity < TokenWeight.one / 3)
  }

  @Test("sounds relate nothing within one script")
  func onlyAcrossScripts() {
    let latin = evidence("weilian", .none, "william", .none)
    #expect(latin?.relation != .transcription)
    let both = evidence("weilian", .han, "uilyam", .alphabet)
    #expect(both?.relation != .transcription)
  }

  @Test("a token with more sounds than are compared relates to none by them")
  func tooManySounds() {
    let long = String(repeating: "ba", count: 17)
    #expect(SoundSkeleton(of: long).rawValue == 0)
    let evidence = evidence(long, .kana, long + "bu", .none)
    #expect(evidence?.relation != .transcription)
  }

  @Test(
    "skeletons",
    arguments: [
      ("william", Transcription.none, [2, 6, 7]), ("weilian", .han, [2, 6, 8]),
      ("clinton", .none, [5, 6, 8, 3, 8]), ("alexander", .none, [9, 6, 5, 4, 8, 3, 6]),
      ("xiaoqing", .han, [4, 4, 8]), ("yo", .none, []), ("schmidt", .none, [4, 7, 3]),
      ("babebibobubabebibobubabebibobu", .none, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    ])
  func skeletons(token: String, script: Transcription, expected: [UInt8]) {
    let skeleton = SoundSkeleton(of: token, script)
    #expect((0..<skeleton.count).map { skeleton[$0] } == expected)
  }

  @Test("skeletons are as far apart as their classes", arguments: UInt64(0)..<8)
  func distance(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var within = [0, 0, 0]
    for _ in 0..<2000 {
      let (a, b) = (Self.classes(&generator), Self.classes(&generator))
      let distance = referenceEditDistance(a, b)
      for limit in 0...2 {
        let isWithin = SoundSkeleton.areWithin(limit, Self.packed(a), Self.packed(b))
        #expect(isWithin == (distance <= limit), "\(a) \(b)")
        if isWithin { within[limit] += 1 }
      }
    }
    #expect(within[0] > 0 && within[1] > within[0] && within[2] > within[1])
  }

  private static func classes(_ generator: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      UInt8.random(in: 1...3, using: &generator)
    }
  }

  private static func packed(_ classes: [UInt8]) -> SoundSkeleton {
    var value: UInt64 = 0
    for (i, next) in classes.enumerated() { value |= UInt64(next) << UInt64(4 * i) }
    return SoundSkeleton(rawValue: value)
  }

  private func evidence(
    _ a: String, _ aScript: Transcription, _ b: String, _ bScript: Transcription
  ) -> TokenEvidence? {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        TokenComparison.evidence(token(x, aScript), token(y, bScript))
      }
    }
  }

  private func token(
    _ bytes: UnsafeBufferPointer<UInt8>, _ transcription: Transcription
  ) -> ScorableToken {
    ScorableToken(
      bytes: bytes, weight: TokenWeight.one, traits: [.anchor, .fuzzy, .joinable],
      transcription: transcription)
  }
}

extension SoundSkeleton {
  fileprivate init(of token: String, _ transcription: Transcription = .none) {
    self = Array(token.utf8).withUnsafeBufferPointer { SoundSkeleton(of: $0, transcription) }
  }
}
