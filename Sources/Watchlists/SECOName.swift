/// A name on the Swiss list, whose parts each have other spellings.
enum SECOName {
  /// A whole name in one spelling.
  struct Spelling {
    var text: String
    /// The ISO 15924 code where the list tells it.
    var script: String?
  }

  /// The whole names that the parts of `name` make, in their order and without titles: first the
  /// one printed, then one for each spelling of a part.
  ///
  /// Spellings of different parts go together when they are of one language and script. A part
  /// without such a spelling stays as printed.
  static func spellings(of name: XMLElement) -> [Spelling] {
    let parts = name.all("name-part").filter { $0["name-part-type"] != "title" }
      .filter { $0.text("value") != nil }
      .sorted { order($0) < order($1) }
    guard !parts.isEmpty else { return [] }
    let printed = parts.compactMap { $0.text("value") }.joined(separator: " ")
    var spellings = [Spelling(text: printed)]
    var known: Set<[String?]> = []
    for variant in parts.flatMap({ $0.all("spelling-variant") })
    where known.insert(culture(variant)).inserted {
      let culture = culture(variant)
      let count = parts.map { variants(of: $0, culture).count }.max() ?? 0
      for index in 0..<count {
        let texts = parts.compactMap { part in
          let variants = variants(of: part, culture)
          return index < variants.count ? variants[index] : variants.first ?? part.text("value")
        }
        spellings.append(
          Spelling(
            text: texts.joined(separator: " "), script: variant["script"].flatMap(ScriptCode.code)))
      }
    }
    return spellings
  }

  private static func order(_ part: XMLElement) -> Int { part["order"].flatMap { Int($0) } ?? 0 }

  private static func culture(_ variant: XMLElement) -> [String?] {
    [variant["lang"], variant["script"]]
  }

  private static func variants(of part: XMLElement, _ culture: [String?]) -> [String] {
    part.all("spelling-variant").filter { Self.culture($0) == culture }.compactMap(\.content)
  }
}
