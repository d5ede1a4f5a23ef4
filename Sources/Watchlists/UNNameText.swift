/// The free text of the UN list: other spellings inside names, notes on aliases, kinds of documents
/// in several languages.
enum UNNameText {
  /// The spellings in the parentheses that end a name, and the name before them.
  ///
  ///     spellings(in: "أبو شيماء (Abu-Shaima; Abu Shayma)")
  ///     // ["أبو شيماء", "Abu-Shaima", "Abu Shayma"]
  ///
  /// - Returns: Empty when the parentheses hold an acronym or anything else that is no list.
  static func spellings(in name: Substring) -> [String] {
    guard name.last == ")", let open = openingParenthesis(of: name) else { return [] }
    let inside = name[name.index(after: open)...].dropLast()
    let outside = trimmed(name[..<open])
    guard !outside.isEmpty, inside.contains(";") || inside.contains("original script") else {
      return []
    }
    let spellings = splitList(String(inside)).map { withoutLabel($0) }
    return ([outside] + spellings).filter { !$0.isEmpty }.map(String.init)
  }

  /// Where the parenthesis that `name` ends with begins.
  private static func openingParenthesis(of name: Substring) -> Substring.Index? {
    var depth = 0
    for index in name.indices.reversed() {
      switch name[index] {
      case ")": depth += 1
      case "(": depth -= 1
      default: break
      }
      if depth == 0 { return index }
    }
    return nil
  }

  private static func withoutLabel(_ text: Substring) -> Substring {
    if let range = firstRange(of: "original script:", in: text) {
      return trimmed(text[range.upperBound...])
    }
    if text.hasSuffix("(original script)") {
      return trimmed(text.dropLast("(original script)".count))
    }
    return text
  }

  /// The name behind `original script:` or `In Arabic:` in the note on an alias.
  static func originalScript(in note: String) -> String? {
    for label in ["original script:", "In Arabic:", "in Arabic:", "in Arabic script:"] {
      guard let range = firstRange(of: label, in: note[...]) else { continue }
      let name = trimmed(note[range.upperBound...])
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  /// Whether the note says that the party stood on the list under this alias.
  static func isFormerListing(_ note: String) -> Bool {
    let note = note.lowercased()
    return note.hasPrefix("previously listed as") || note.hasPrefix("formerly listed as")
  }

  /// What a document is, from its type and the detail, either of which may name a passport.
  static func documentKind(_ label: String?, _ detail: String?) -> IdentifierKind {
    let texts = [detail, label].compactMap { $0?.lowercased() }
    for text in texts {
      if passportWords.contains(where: { text.contains($0) }) { return .passport }
      if text.contains("fiscal") || text.contains("tax") { return .tax }
    }
    let isNational = texts.contains { $0.contains("identi") || $0.contains("national") }
    return isNational ? .nationalID : .other
  }

  private static let passportWords = ["passport", "passeport", "pasaporte"]
}
