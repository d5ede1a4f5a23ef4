/// Reads the US Consolidated Screening List as JSON: an object whose member `results` has the
/// entries, each with the fields of the CSV, but lists as arrays and addresses and identifiers as
/// objects.
///
/// One entry is held at a time.
enum CSLJSONReader {
  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var maker = CSLEntryMaker(path: file.path, warnings: warnings)
    var entries: [WatchlistEntry] = []
    var results = try JSONObjects(file, of: "results")
    while let object = try results.next() {
      let record = try CSLObject(object)
      for key in record.unknownKeys {
        maker.facts.warnings.add("unknown member '\(key)'", path: file.path, line: record.line)
      }
      entries.append(try maker.entry(record))
    }
    return ListContent(name: "US-CSL", entries: entries, warnings: maker.facts.warnings)
  }
}

/// An entry as an object. Its values are taken out at once, since a value of another kind refuses
/// the file.
private struct CSLObject: CSLRecord {
  let line: Int
  private(set) var addresses: [Address] = []
  private(set) var facts: [CSLFact] = []
  private(set) var unknownKeys: [String] = []
  private var texts: [CSLField: String] = [:]
  private var lists: [CSLField: [Substring]] = [:]

  init(_ object: JSONMembers) throws(WatchlistError) {
    line = object.line
    for member in object.members {
      let key = member.key == "id" ? CSLField.id.rawValue : member.key
      guard let field = CSLField(rawValue: key) else {
        unknownKeys.append(member.key)
        continue
      }
      switch field {
      case .addresses:
        for address in try object.objects(member.key) {
          addresses.append(try Self.address(address))
        }
      case .ids:
        for fact in try object.objects(member.key) { facts.append(try Self.fact(fact)) }
      case .programs, .altNames, .citizenships, .nationalities, .datesOfBirth, .placesOfBirth:
        lists[field] = try object.texts(member.key).map { $0[...] }
      default: texts[field] = try object.text(member.key)
      }
    }
  }

  func text(_ field: CSLField) -> String { texts[field] ?? "" }

  func list(_ field: CSLField) -> [Substring] { lists[field] ?? [] }

  private static func address(_ object: JSONMembers) throws(WatchlistError) -> Address {
    var city: [String] = []
    for key in ["city", "state", "postal_code"] {
      let text = try object.text(key)
      if !text.isEmpty { city.append(text) }
    }
    return Address(
      lines: singleLine(try object.text("address")), city: city.joined(separator: ", "),
      country: try object.text("country"))
  }

  private static func fact(_ object: JSONMembers) throws(WatchlistError) -> CSLFact {
    let number = try object.text("number")
    let country = try object.text("country")
    return CSLFact(
      label: try object.text("type")[...], value: number[...],
      country: country.isEmpty ? nil : country, number: number[...])
  }
}
