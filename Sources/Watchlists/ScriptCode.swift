/// The scripts of names, as lists call them.
enum ScriptCode {
  /// The ISO 15924 code for what a list prints: the code itself in any case, or one of the words
  /// that stand in OFAC's lists in its place.
  ///
  /// - Returns: Nil for what is neither.
  static func code(_ text: String) -> String? {
    if let code = words[text] { return code }
    let bytes = Array(text.lowercased().utf8)
    guard bytes.count == 4, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    return text.prefix(1).uppercased() + text.dropFirst().lowercased()
  }

  private static let words = [
    "Latin": "Latn", "Cyrillic": "Cyrl", "Arabic": "Arab", "Hebrew": "Hebr", "Greek": "Grek",
    "Armenian": "Armn", "Georgian": "Geor", "Hangul": "Hang", "Korean": "Kore",
    "Japanese": "Jpan", "Chinese Simplified": "Hans", "Chinese Traditional": "Hant",
  ]
}
