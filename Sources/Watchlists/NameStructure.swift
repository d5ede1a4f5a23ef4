/// Takes apart names that carry other names inside, as BIS and the State Department print them:
/// `X (f.k.a., Y)`, `X, a.k.a., the following two aliases: Y; and Z`,
/// `X and any successor, sub-unit, or subsidiary thereof`.
enum NameStructure {
  /// Whether it is worth looking for names inside `text`: nearly all names have none.
  static func isLikely(in text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ";")) || text.hasPrefix("and ")
      || signs.contains { firstRange(of: $0, in: text[...]) != nil }
  }

  private static let signs =
    markers.map(\.mark) + successors + [affiliate] + qualifiers.map { $0 + ")" }
  private static let successors = ["and any successor", "and its sub-units and successors"]
  private static let affiliate = "Affiliated Entity:"
  private static let qualifiers = [" entity", " Entity", " national", " individual"]

  /// The further names inside `text`, without `text` itself and without repeats.
  ///
  ///     innerNames(of: "LTS Holding (f.k.a. IPP Ltd.)")
  ///     // [("LTS Holding", .variant), ("IPP Ltd.", .former)]
  static func innerNames(of text: String) -> [(text: String, type: NameType)] {
    var found: [(text: String, type: NameType)] = []
    func add(_ name: Substring, _ type: NameType) {
      let name = stripped(name)
      guard name.utf8.count > 1, name != text[...], !found.contains(where: { $0.text == name })
      else { return }
      found.append((String(name), type))
    }

    let base = withoutSuccessors(trimmed(text))
    let (outer, groups) = takeGroups(base)
    let outerParts = splitAtMarkers(outer)
    for (name, type) in outerParts { add(name, type ?? .variant) }
    for group in groups {
      let parts = splitAtMarkers(group)
      guard parts.contains(where: { $0.type != nil }) else { continue }
      var current = NameType.alias
      for (name, type) in parts {
        current = type ?? current
        for piece in splitList(String(name)) { add(piece, current) }
      }
    }
    if let range = firstRange(of: affiliate, in: base) {
      add(base[range.upperBound...], .variant)
    }
    return found
  }

  /// `name` without a conjunction before it and punctuation around it.
  private static func stripped(_ name: Substring) -> Substring {
    var name = trimmed(name)
    while true {
      if let first = name.first, ",;:—".contains(first) {
        name = trimmed(name.dropFirst())
      } else if name.hasPrefix("and ") {
        name = trimmed(name.dropFirst(4))
      } else {
        break
      }
    }
    while let last = name.last, last == "," || last == ";" { name = trimmed(name.dropLast()) }
    return name
  }

  private static func withoutSuccessors(_ text: Substring) -> Substring {
    for phrase in successors {
      if let range = firstRange(of: phrase, in: text) { return trimmed(text[..<range.lowerBound]) }
    }
    return text
  }

  /// The text without its groups in parentheses or brackets that hold aliases or nationalities,
  /// and the content of these groups. Others, such as `(CASIC)`, stay where they are.
  private static func takeGroups(_ text: Substring) -> (outer: Substring, groups: [Substring]) {
    var outer = ""
    var groups: [Substring] = []
    var rest = text
    while let open = rest.firstIndex(where: { $0 == "(" || $0 == "[" }) {
      let close: Character = rest[open] == "(" ? ")" : "]"
      let inside = rest.index(after: open)
      guard let end = rest[inside...].firstIndex(of: close) else { break }
      let content = rest[inside..<end]
      let isQualifier = qualifiers.contains { content.hasSuffix($0) }
      let isAliases = marker(at: content.startIndex, in: content, from: content.startIndex) != nil
      if isQualifier || isAliases {
        outer += trimmed(rest[..<open])
        if isAliases { groups.append(content) }
        rest = rest[rest.index(after: end)...].drop { $0 == " " }
        if !rest.isEmpty { outer += " " }
      } else {
        outer += rest[...end]
        rest = rest[rest.index(after: end)...]
      }
    }
    outer += rest
    return (trimmed(outer), groups)
  }

  /// Splits `text` where `a.k.a.` and its like announce a name; the type is nil for the text before
  /// the first of them.
  private static func splitAtMarkers(
    _ text: Substring
  ) -> [(name: Substring, type: NameType?)] {
    var parts: [(name: Substring, type: NameType?)] = []
    var start = text.startIndex
    var type: NameType?
    var position = text.startIndex
    while position < text.endIndex {
      guard let found = marker(at: position, in: text, from: text.startIndex) else {
        position = text.index(after: position)
        continue
      }
      parts += pieces(text[start..<position], type)
      start = found.end
      position = found.end
      type = found.type
    }
    parts += pieces(text[start...], type)
    return parts
  }

  /// One name, or those of `the following N aliases: —A; —B; and —C`.
  private static func pieces(
    _ text: Substring, _ type: NameType?
  ) -> [(name: Substring, type: NameType?)] {
    let name = stripped(text)
    if type != nil, name.hasPrefix("the following"), let colon = name.firstIndex(of: ":") {
      return splitList(String(name[name.index(after: colon)...])).map { (stripped($0), type) }
    }
    return name.isEmpty ? [] : [(name, type)]
  }

  /// The alias marker that starts at `position`, where a word must begin.
  private static func marker(
    at position: Substring.Index, in text: Substring, from start: Substring.Index
  ) -> (end: Substring.Index, type: NameType)? {
    if position > start, !" ,;([".contains(text[text.index(before: position)]) { return nil }
    let rest = text[position...]
    for (mark, type) in markers where rest.utf8.starts(with: mark.utf8) {
      var end = rest.utf8.index(rest.startIndex, offsetBy: mark.utf8.count)
      guard end < rest.endIndex, " .,".contains(rest[end]) else { continue }
      while end < rest.endIndex, " .,".contains(rest[end]) { end = rest.index(after: end) }
      return (end, type)
    }
    return nil
  }

  private static let markers: [(mark: String, type: NameType)] = [
    ("a.k.a", .alias), ("A.K.A", .alias), ("aka", .alias), ("f.k.a", .former), ("fka", .former),
    ("formerly", .former), ("n.k.a", .current), ("d.b.a", .alias), ("also known as", .alias),
  ]
}
