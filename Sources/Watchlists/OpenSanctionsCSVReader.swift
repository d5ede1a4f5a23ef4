/// Reads `targets.simple.csv` of OpenSanctions, of 15 or 16 columns: one row for each target.
///
/// Cells that hold several values join them with `;`, with quotes around values that hold one. The
/// aliases include weak ones, so that their strength is unknown.
struct OpenSanctionsCSVReader {
  private var table: CSVTable
  private var facts: EntryFacts
  private var published: CalendarDate?

  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = try OpenSanctionsCSVReader(file, warnings: warnings)
    var entries: [WatchlistEntry] = []
    while try reader.table.next() { entries.append(try reader.entry()) }
    return ListContent(
      name: OpenSanctions.name, published: reader.published, entries: entries,
      warnings: reader.facts.warnings)
  }

  private init(_ file: SourceFile, warnings: WarningCollector) throws(WatchlistError) {
    try file.requireUTF8()
    table = try CSVTable(
      file, required: ["id", "schema", "name", "aliases"], requiresLastLineEnd: true)
    facts = EntryFacts(path: file.path, warnings: warnings)
    for column in table.columns where !Self.columns.contains(column) {
      facts.warnings.add("unknown column", path: file.path, line: table.line)
    }
  }

  private static let columns: Set<String> = [
    "id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers",
    "sanctions", "phones", "emails", "program_ids", "dataset", "first_seen", "last_seen",
    "last_change",
  ]

  private func text(_ column: String) -> String {
    singleLine(table.text(table.position(of: column)))
  }

  private func list(_ column: String) -> [String] { Self.values(in: text(column)) }

  private mutating func entry() throws(WatchlistError) -> WatchlistEntry {
    let uid = text("id")
    let name = text("name")
    for (value, column) in [(uid, "id"), (name, "name")] where value.isEmpty {
      throw WatchlistError(.missingField(name: column), path: facts.path, line: table.line)
    }
    var entry = WatchlistEntry(
      list: OpenSanctions.list, uid: uid, type: OpenSanctions.type(schema: text("schema")),
      names: [ListedName(name, type: .primary, strength: .strong)])
    for alias in list("aliases") {
      entry.addName(ListedName(alias, type: .alias, strength: .unknown))
    }
    entry.programs = list("program_ids")
    for date in list("birth_date")
    where !facts.addBirthDate(date, line: table.line, to: &entry) {
      entry.addRemark("DOB \(date)")
    }
    for country in list("countries") { entry.addCountry(country) }
    entry.addresses = list("addresses").map { Address(lines: $0) }
    for value in list("identifiers") {
      let identifier = OpenSanctions.identifier(value, of: entry.type)
      facts.addIdentifier(identifier, line: table.line, to: &entry)
    }
    for sanction in list("sanctions") { entry.addRemark(sanction) }
    entry.source = list("dataset").joined(separator: "; ")
    entry.sourceDate = OpenSanctions.day(ofTime: text("last_change"))
    published = [published, OpenSanctions.day(ofTime: text("last_seen"))].compactMap { $0 }.max()
    return entry
  }

  /// The trimmed, non-empty values that `cell` joins with semicolons.
  static func values(in cell: String) -> [String] {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    var justClosed = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\"":
        // A quote that opens again where one closed stands for itself.
        if justClosed { value.unicodeScalars.append(scalar) }
        isQuoted.toggle()
        justClosed = !isQuoted
        continue
      case ";" where !isQuoted:
        values.append(value)
        value = ""
      default: value.unicodeScalars.append(scalar)
      }
      justClosed = false
    }
    values.append(value)
    return values.map { String(trimmed($0)) }.filter { !$0.isEmpty }
  }
}
