/// A text whose ASCII letters are compared without their case.
struct CaselessText {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether it starts with `words`.
  func hasPrefix(_ words: CaselessText) -> Bool { bytes.starts(with: words.bytes) }

  /// Whether `words` stand somewhere in it.
  ///
  /// - Complexity: O(*n* * *m*) in the lengths at worst; O(*n*) for words of a language.
  func contains(_ words: CaselessText) -> Bool {
    guard let first = words.bytes.first else { return true }
    guard bytes.count >= words.bytes.count else { return false }
    return (0...(bytes.count - words.bytes.count)).contains {
      bytes[$0] == first && bytes[$0...].starts(with: words.bytes)
    }
  }
}
