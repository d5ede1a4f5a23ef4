import NameNormalization
import TestSupport
import Testing

@Suite("Laws of folding")
struct FoldingLawTests {
  private static let words = [
    "smith", "al", "ltd", "co", "x", "7", "b2", "sa", "de", "cv", "zorro", "open", "joint", "stock",
    "company", "dr",
  ]

  private static func randomName(_ generator: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      words.randomElement(using: &generator) ?? ""
    }
  }

  @Test("Folding the joined tokens gives the same tokens", arguments: [1, 2, 3] as [UInt64])
  func idempotent(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let name = Self.randomName(&generator).joined(separator: " ")
      let once = fold(name)
      let twice = fold(once.readings[0].joined(separator: " "))
      #expect(once.readings.first == twice.readings.first, "\(name)")
      #expect(once.classes.first == twice.classes.first, "\(name)")
    }
  }

  @Test("Case, punctuation and accents change nothing", arguments: [4, 5] as [UInt64])
  func variants(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let words = Self.randomName(&generator)
      let plain = fold(words.joined(separator: " "))
      for separator in [", ", "  ", " - ", "/", "\t", "\u{A0}", " \u{2014} ", "+"] {
        let dotted = words.map { $0.uppercased() + "." }.joined(separator: separator)
        #expect(fold(dotted).readings == plain.readings, "\(dotted)")
      }
      let wide = words.map { word in
        String(
          String.UnicodeScalarView(
            word.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
      }.joined(separator: "\u{3000}")
      #expect(fold(wide) == plain, "\(wide)")
    }
  }

  @Test("Lower-case words of ASCII letters fold to themselves", arguments: [6] as [UInt64])
  func asciiIsFixed(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<1000 {
      let letters = (0..<Int.random(in: 2...12, using: &generator)).map { _ in
        UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &generator)
      }
      #expect(fold(bytes: letters).readings == [[String(decoding: letters, as: UTF8.self)]])
    }
  }

  @Test("Composed and decomposed text fold alike")
  func normalisationForms() {
    for (composed, decomposed) in [
      ("Ёж Юрий", "Е\u{308}ж Юрии\u{306}"), ("が", "か\u{3099}"), ("José", "Jose\u{301}"),
      ("Ευάγγελος", "Ευα\u{301}γγελος"), ("آل", "ا\u{653}ل"), ("한", "\u{1112}\u{1161}\u{11AB}"),
      ("Nguyễn", "Nguye\u{302}\u{303}n"),
    ] {
      #expect(fold(composed).readings == fold(decomposed).readings, "\(composed)")
    }
  }

  @Test("A used folder and name give what new ones give", arguments: [7] as [UInt64])
  func reuse(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var folder = NameFolder(tables: .builtin)
    var name = FoldedName()
    let samples = [
      "John Smith", "习近平", "ทักษิณ", "", "-", "Щукин & Co., Ltd.", "朴正熙", "a b c", "नरेन्द्र",
      String(repeating: "x", count: 3000), String(repeating: "ab ", count: 400),
    ]
    for _ in 0..<200 {
      let sample = samples.randomElement(using: &generator) ?? ""
      let bytes = Array(sample.utf8)
      #expect(fold(bytes: bytes, &folder, &name) == fold(bytes: bytes), "\(sample)")
    }
  }

  @Test("Tokens lie in order, parted by single spaces", arguments: ["A. de  B, 7", "SZ 大疆 한국"])
  func layout(sample: String) {
    var folder = NameFolder(tables: .builtin)
    var name = FoldedName()
    _ = Array(sample.utf8).withUnsafeBufferPointer { folder.fold($0, into: &name) }
    var end = 0
    for i in 0..<name.tokenCount {
      let token = name.tokens[i]
      #expect(Int(token.start) == (i == 0 ? 0 : end + 1))
      if i > 0 { #expect(name.bytes[end] == UInt8(ascii: " ")) }
      end = Int(token.start) + Int(token.length)
    }
    #expect(end == name.byteCount)
  }

  @Test("Random bytes never break folding", arguments: [8, 9] as [UInt64])
  func randomBytes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var folder = NameFolder(tables: .builtin)
    var name = FoldedName()
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = fold(bytes: bytes, &folder, &name)
      for token in text.readings.joined() { #expect(!token.isEmpty) }
    }
  }

  @Test("Every code point folds without harm, and letters leave something")
  func everyScalar() {
    var folder = NameFolder(tables: .builtin)
    var name = FoldedName()
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = fold(bytes: Array(String(scalar).utf8), &folder, &name)
      if scalar.properties.generalCategory == .lowercaseLetter, scalar.value < 0x250 {
        #expect(text.outcome == .folded, "U+\(String(value, radix: 16))")
      }
    }
  }
}
