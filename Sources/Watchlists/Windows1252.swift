/// The code page windows-1252, in which older lists are published.
enum Windows1252 {
  /// The text of `bytes`; the five bytes without a character are the control characters of
  /// ISO 8859-1, as browsers read them.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      text.unicodeScalars.append(
        0x80..<0xA0 ~= byte ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return text
  }

  /// The characters of the bytes from 80 to 9F, which alone differ from ISO 8859-1.
  private static let upper = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)
}
