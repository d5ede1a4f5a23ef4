/// Reads the lists of the United Kingdom: the UK Sanctions List as CSV, and OFSI's ConList, which
/// look-backs need. A row is one name with one address or date of birth; the rows of an identifier
/// are one entry.
struct UKReader {
  private var table: CSVTable
  private var facts: EntryFacts
  private let kind: WatchlistKind
  private let columns: [UKColumn: Int]
  private var entries: [WatchlistEntry] = []
  private var positions: [String: Int] = [:]
  /// The remarks that the entries have already, since most stand on each of their rows.
  private var knownRemarks: Set<Remark> = []

  private struct Remark: Hashable {
    var uid: String
    var text: String
  }

  /// Reads the entries of `file`, which is windows-1252 when it is not UTF-8.
  ///
  /// - Parameter kind: `uk` or `ofsi`.
  static func read(
    _ file: SourceFile, kind: WatchlistKind, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = try UKReader(file, kind: kind, warnings: warnings)
    while try reader.table.next() { try reader.readRow() }
    for i in reader.entries.indices { reader.entries[i].putPrimaryNameFirst() }
    return ListContent(
      name: kind == .uk ? "UK-SANCTIONS" : "UK-OFSI", published: reader.published,
      entries: reader.entries, warnings: reader.facts.warnings)
  }

  private init(
    _ file: SourceFile, kind: WatchlistKind, warnings: WarningCollector
  ) throws(WatchlistError) {
    table = try CSVTable(
      file, required: ["name 6", kind == .uk ? "unique id" : "group id"],
      requiresLastLineEnd: false, preambleLimit: 1)
    facts = EntryFacts(path: file.path, warnings: warnings)
    self.kind = kind
    columns = UKColumn.positions(in: table)
  }

  /// The day above the header: `Report Date: 13-Feb-2026` or `Last Updated,13/04/2018`.
  private var published: CalendarDate? {
    guard let row = table.preamble.first else { return nil }
    for cell in row {
      let text = cell.split(separator: ":").last.map { trimmed($0) } ?? ""
      if let day = ListDateText.day(text.replacing("-", with: " ")) { return day }
      if let day = ListDateText.day(numbers: text, order: .dayFirst) { return day }
    }
    return nil
  }

  private func text(_ column: UKColumn) -> String { singleLine(table.text(columns[column])) }

  private func joined(_ columns: [UKColumn], _ separator: String) -> String {
    columns.map { text($0) }.filter { !$0.isEmpty }.joined(separator: separator)
  }

  private func missing(_ name: String) -> WatchlistError {
    WatchlistError(.missingField(name: name), path: facts.path, line: table.line)
  }

  private mutating func readRow() throws(WatchlistError) {
    let uid = text(kind == .uk ? .uniqueID : .groupID)
    guard !uid.isEmpty else { throw missing(kind == .uk ? "unique id" : "group id") }
    let position = positions[uid] ?? entries.count
    if position == entries.count {
      positions[uid] = position
      entries.append(
        WatchlistEntry(list: kind == .uk ? "UK" : "UK-OFSI", uid: uid, type: type(), names: []))
    }
    var entry = entries[position]
    try addName(to: &entry)
    addFacts(to: &entry)
    entries[position] = entry
  }

  private mutating func type() -> PartyType {
    switch text(.partyType).lowercased() {
    case "individual": return .person
    case "entity": return .organisation
    case "ship": return .vessel
    default:
      facts.warnings.add("unknown type of entry", path: facts.path, line: table.line)
      return .unknown
    }
  }

  /// Adds the name of the row: of persons as `LAST, First`, of others as it stands.
  private mutating func addName(to entry: inout WatchlistEntry) throws(WatchlistError) {
    let separator = entry.type == .person ? ", " : " "
    let name = [text(.name6), joined(UKColumn.given, " ")].filter { !$0.isEmpty }
      .joined(separator: separator)
    guard !name.isEmpty else { throw missing("name 6") }
    let type = nameType()
    let strength = strength(type)
    entry.addName(ListedName(name, type: type, strength: strength))
    let original = text(.nonLatinName)
    if !original.isEmpty {
      entry.addName(
        ListedName(
          original, type: .variant, strength: strength,
          script: ScriptCode.code(text(.nonLatinScript))))
    }
  }

  private mutating func nameType() -> NameType {
    switch text(.nameType).lowercased() {
    case "primary name", "prime alias": return .primary
    case "primary name variation": return .variant
    case "alias", "aka": return .alias
    case "fka": return .former
    default:
      facts.warnings.add("unknown type of name", path: facts.path, line: table.line)
      return .alias
    }
  }

  private func strength(_ type: NameType) -> NameStrength {
    let text = text(.strength).lowercased()
    if text.contains("low") { return .weak }
    return type == .primary || text.contains("good") ? .strong : .unknown
  }

  /// Adds what a row says about its entry; most of it stands on each row of the entry.
  private mutating func addFacts(to entry: inout WatchlistEntry) {
    let regime = text(.regime)
    if !regime.isEmpty {
      entry.addProgram(regime)
      entry.addLegalBasis(regime)
    }
    addListingDate(to: &entry)
    for date in numberedItems(text(.birthDate)) { addBirthDate(date, to: &entry) }
    for column in [UKColumn.nationality, .flag, .previousFlags] {
      for country in numberedItems(text(column)) { entry.addCountry(String(country)) }
    }
    addBirthPlaces(to: &entry)
    let address = Address(
      lines: joined(UKColumn.street, ", "), city: joined([.address6, .postalCode], ", "),
      country: text(.country))
    if !entry.addresses.contains(address) { entry.addAddress(address) }
    addIdentifiers(.passport, from: .passport, or: .passportDetails, to: &entry)
    addIdentifiers(.nationalID, from: .nationalID, or: .nationalIDDetails, to: &entry)
    addIdentifiers(.registration, from: .registration, to: &entry)
    addIdentifiers(.imo, from: .imo, to: &entry)
    addIdentifiers(.other, from: .hull, to: &entry)
    for column in [UKColumn.title, .position] { entry.addTitle(text(column)) }
    if entry.source == nil, columns[.source] != nil { entry.source = text(.source) }
    for (label, column) in UKColumn.remarks {
      let text = text(column)
      // Of OFSI's own list the group is the identifier of the entry.
      guard !text.isEmpty, kind == .uk || column != .groupID else { continue }
      let remark = label.isEmpty ? text : "\(label) \(text)"
      addRemark(remark, to: &entry)
    }
  }

  private mutating func addRemark(_ text: String, to entry: inout WatchlistEntry) {
    if knownRemarks.insert(Remark(uid: entry.uid, text: text)).inserted { entry.addRemark(text) }
  }

  /// Of several dates, for several regimes, the earliest counts.
  private mutating func addListingDate(to entry: inout WatchlistEntry) {
    let text = text(.listedOn)
    guard !text.isEmpty else { return }
    guard let day = ListDateText.day(numbers: text, order: .dayFirst) else {
      facts.warnings.add("date of the listing not understood", path: facts.path, line: table.line)
      return
    }
    if entry.listedOn.map({ day < $0 }) ?? true {
      entry.listedOn = day
      entry.effectiveOn = day
    }
  }

  private mutating func addBirthDate(_ text: Substring, to entry: inout WatchlistEntry) {
    guard let interval = ListDateText.interval(numbers: text, order: .dayFirst) else {
      if !facts.addBirthDate(text, line: table.line, to: &entry) {
        addRemark("DOB \(text)", to: &entry)
      }
      return
    }
    entry.addBirthDate(interval)
  }

  /// Town and country, or, where they are numbered, each of them.
  private func addBirthPlaces(to entry: inout WatchlistEntry) {
    let towns = numberedItems(text(.birthTown))
    let countries = numberedItems(text(.birthCountry))
    let places =
      towns.count == 1 && countries.count == 1
      ? ["\(towns[0]), \(countries[0])"] : (towns + countries).map(String.init)
    for place in places { entry.addBirthPlace(place) }
  }

  /// Adds the identifiers of a column, or, where the layout has none for the number, the one inside
  /// the details.
  private mutating func addIdentifiers(
    _ kind: IdentifierKind, from column: UKColumn, or details: UKColumn? = nil,
    to entry: inout WatchlistEntry
  ) {
    var values = numberedItems(text(column))
    if columns[column] == nil, let details {
      values = numberedItems(text(details)).compactMap(Self.number)
    }
    for value in values where !entry.identifiers.contains(where: { $0.value == value }) {
      let identifier = Identifier(kind, String(value))
      facts.addIdentifier(identifier, line: table.line, to: &entry)
    }
  }

  /// The number inside `Passport No: 592667 (Qatari passport issued on 3 May 2007)`: the first word
  /// of at least five letters and digits, among them a digit.
  private static func number(in text: Substring) -> Substring? {
    text.split { " .,;:()".contains($0) }.first { word in
      word.utf8.count >= 5 && word.utf8.contains { (0x30...0x39).contains($0) }
    }
  }
}
