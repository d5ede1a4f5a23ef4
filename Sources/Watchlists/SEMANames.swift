/// Takes apart the names of Canada's list: bilingual ones, and the aliases that share one element.
enum SEMANames {
  /// The English and the French half of a name with a slash between them, or nothing.
  ///
  ///     halves(of: "Iranian Army/Armée iranienne")   // ["Iranian Army", "Armée iranienne"]
  static func halves(of name: String) -> [String] {
    var depth = 0
    var halves = [""]
    for character in name {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if character == "/", depth == 0 {
        halves.append("")
      } else {
        halves[halves.count - 1].append(character)
      }
    }
    let texts = halves.map { String(trimmed($0)) }
    // `A/S` is a legal form.
    return texts.count == 2 && texts.allSatisfy { $0.contains(" ") } ? texts : []
  }

  /// The aliases in `text`: each as printed between semicolons and names of languages, and the
  /// parts of it between commas, which may separate aliases as well as parts of one name.
  ///
  ///     aliases(in: "Jon, John; Russian: Джон")
  ///     // [("Jon, John", ["Jon", "John"]), ("Джон", [])]
  static func aliases(in text: String) -> [(printed: String, parts: [String])] {
    var text = text
    for language in languages {
      for mark in ["\(language):", "\(language)\u{A0}:", "\(language) :"] {
        text = text.replacing(mark, with: ";")
      }
    }
    return text.split(separator: ";").map { stripped($0) }.filter { !$0.isEmpty }.map {
      (String($0), parts(of: $0))
    }
  }

  private static let languages = [
    "Arabic", "Belarusian", "Belarussian", "Burmese", "Chinese", "English", "Farsi", "French",
    "Hebrew", "Persian", "Russian", "Spanish", "Ukrainian",
  ]

  private static func stripped(_ text: Substring) -> Substring {
    var text = trimmed(text)
    while let last = text.last, ",/".contains(last) { text = trimmed(text.dropLast()) }
    while let first = text.first, ",/".contains(first) { text = trimmed(text.dropFirst()) }
    return text
  }

  /// The parts between commas, with legal forms behind the name that they belong to.
  private static func parts(of alias: Substring) -> [String] {
    var parts: [String] = []
    for piece in alias.split(separator: ",").map({ trimmed($0) }) where !piece.isEmpty {
      if let last = parts.last, isLegalForm(piece) || isLegalForm(last[...]) {
        parts[parts.count - 1] = "\(last), \(piece)"
      } else {
        parts.append(piece.hasPrefix("and ") ? String(piece.dropFirst(4)) : String(piece))
      }
    }
    return parts.count > 1 ? parts : []
  }

  private static func isLegalForm(_ text: Substring) -> Bool {
    let form = text.lowercased().filter { $0 != "." && $0 != " " }
    return legalForms.contains(form)
  }

  private static let legalForms: Set<String> = [
    "ao", "co", "coltd", "companylimited", "fsue", "gmbh", "inc", "jsc", "limited", "llc", "ltd",
    "oao", "ojsc", "ooo", "pao", "pjsc", "sa", "zao", "ао", "зао", "оао", "ооо", "пао", "фгуп",
  ]
}
