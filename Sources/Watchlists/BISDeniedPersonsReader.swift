private import Crypto

/// Reads the Denied Persons List as BIS publishes it: text with tabs between its columns, one row
/// for each address of a person.
///
/// The list gives its persons no number and no type. The rows of one name, effective and expiration
/// date are one entry, whose identifier is a hash of the three.
struct BISDeniedPersonsReader {
  private var table: CSVTable
  private var facts: EntryFacts
  private let columns: Columns
  private var entries: [WatchlistEntry] = []
  private var positions: [String: Int] = [:]

  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = try BISDeniedPersonsReader(file, warnings: warnings)
    while try reader.table.next() { try reader.readRow() }
    return ListContent(
      name: "BIS-DPL", entries: reader.entries, warnings: reader.facts.warnings)
  }

  private init(_ file: SourceFile, warnings: WarningCollector) throws(WatchlistError) {
    try file.requireUTF8()
    table = try CSVTable(
      file, required: ["name", "effective_date", "expiration_date"], requiresLastLineEnd: true,
      delimiter: UInt8(ascii: "\t"))
    facts = EntryFacts(path: file.path, warnings: warnings)
    columns = Columns(table)
  }

  private mutating func readRow() throws(WatchlistError) {
    let name = singleLine(table.text(columns.name))
    guard !name.isEmpty else {
      throw WatchlistError(.missingField(name: "name"), path: facts.path, line: table.line)
    }
    let dates = [columns.effectiveDate, columns.expirationDate].map { table.text($0) }
    let key = ([name] + dates).joined(separator: "\n")
    let position = positions[key] ?? entries.count
    if position == entries.count {
      positions[key] = position
      entries.append(newEntry(name, key: key))
    }
    addRow(to: &entries[position])
  }

  private mutating func newEntry(_ name: String, key: String) -> WatchlistEntry {
    let printed = ListedName(name, type: .primary, strength: .strong)
    let inner = NameStructure.isLikely(in: name) ? NameStructure.innerNames(of: name) : []
    var entry = WatchlistEntry(
      list: "BIS-DPL", uid: hexadecimal(SHA256.hash(data: Array(key.utf8)).prefix(20)),
      type: .unknown,
      names: [printed]
        + inner.map {
          ListedName($0.text, type: $0.type, strength: .strong, origin: .derived)
        })
    entry.effectiveOn = day(columns.effectiveDate)
    entry.listedOn = entry.effectiveOn
    entry.endsOn = day(columns.expirationDate)
    return entry
  }

  /// Adds what the rows of an entry may say differently.
  private func addRow(to entry: inout WatchlistEntry) {
    let city = [columns.city, columns.state, columns.postalCode].map { table.text($0) }
    let address = Address(
      lines: table.text(columns.street),
      city: city.filter { !$0.isEmpty }.joined(separator: ", "),
      country: table.text(columns.country))
    if !entry.addresses.contains(address) { entry.addAddress(address) }
    let notice = table.text(columns.notice)
    if !notice.isEmpty, entry.citation?.contains(notice) != true {
      entry.citation = entry.citation.map { "\($0); \(notice)" } ?? notice
    }
    for remark in [
      table.text(columns.action), "Standard Order \(table.text(columns.standardOrder))",
    ] where !remark.hasSuffix(" ") && entry.remarks?.contains(remark) != true {
      entry.addRemark(remark)
    }
  }

  /// A date as month, day and year.
  private mutating func day(_ column: Int?) -> CalendarDate? {
    let text = table.text(column)
    guard !text.isEmpty else { return nil }
    let date = ListDateText.day(numbers: text, order: .monthFirst)
    if date == nil {
      facts.warnings.add("date not understood", path: facts.path, line: table.line)
    }
    return date
  }

  /// The positions of the columns.
  private struct Columns {
    let name, street, city, state, country, postalCode: Int?
    let effectiveDate, expirationDate, standardOrder, action, notice: Int?

    init(_ table: CSVTable) {
      name = table.position(of: "name")
      street = table.position(of: "street_address")
      city = table.position(of: "city")
      state = table.position(of: "state")
      country = table.position(of: "country")
      postalCode = table.position(of: "postal_code")
      effectiveDate = table.position(of: "effective_date")
      expirationDate = table.position(of: "expiration_date")
      standardOrder = table.position(of: "standard_order")
      action = table.position(of: "action")
      notice = table.position(of: "fr_citation")
    }
  }
}
