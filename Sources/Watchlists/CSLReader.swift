/// Reads the US Consolidated Screening List as CSV, of 28 or 29 columns.
enum CSLReader {
  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    try file.requireUTF8()
    let table = try CSVTable(
      file, required: ["source", "name", "alt_names"], requiresLastLineEnd: true)
    var maker = CSLEntryMaker(path: file.path, warnings: warnings)
    for column in table.columns where CSLField(rawValue: column) == nil {
      maker.facts.warnings.add("unknown column", path: file.path, line: table.line)
    }
    var row = CSLRow(table)
    var entries: [WatchlistEntry] = []
    while try row.table.next() { entries.append(try maker.entry(row)) }
    return ListContent(name: "US-CSL", entries: entries, warnings: maker.facts.warnings)
  }
}

/// The current row of the CSV, whose lists are joined by `; `.
private struct CSLRow: CSLRecord {
  var table: CSVTable
  private let positions: [CSLField: Int]

  init(_ table: CSVTable) {
    self.table = table
    var positions: [CSLField: Int] = [:]
    for field in CSLField.allCases { positions[field] = table.position(of: field.rawValue) }
    self.positions = positions
  }

  var line: Int { table.line }

  func text(_ field: CSLField) -> String { table.text(positions[field]) }

  func list(_ field: CSLField) -> [Substring] { table.list(positions[field]) }

  var addresses: [Address] { list(.addresses).map(Self.address) }

  var facts: [CSLFact] { list(.ids).map(Self.fact) }

  /// `street, city, country code`, or a country code alone.
  private static func address(_ text: Substring) -> Address {
    let comma = text.lastIndex(of: ",")
    let last = trimmed(comma.map { text[text.index(after: $0)...] } ?? text)
    guard isCountryCode(last) else { return Address(lines: String(text)) }
    return Address(lines: comma.map { String(trimmed(text[..<$0])) } ?? "", country: String(last))
  }

  /// `value, label` or `country, date, value, label`.
  private static func fact(_ text: Substring) -> CSLFact {
    guard let comma = text.lastIndex(of: ",") else {
      return CSLFact(label: "", value: text, number: text)
    }
    let value = trimmed(text[..<comma])
    var fact = CSLFact(
      label: trimmed(text[text.index(after: comma)...]), value: value, number: value)
    while let comma = fact.number.firstIndex(of: ",") {
      let first = fact.number[..<comma]
      let isCountry = fact.country == nil && isCountryCode(first)
      guard isCountry || ListDateText.interval(first) != nil else { break }
      if isCountry { fact.country = String(first) }
      fact.number = trimmed(fact.number[fact.number.index(after: comma)...])
    }
    return fact
  }

  private static func isCountryCode(_ text: Substring) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
