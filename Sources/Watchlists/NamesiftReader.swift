/// Reads Namesift's own CSV, which `Data/README.md` documents: a row for each name, the rows of an
/// entry told by list and uid.
struct NamesiftReader {
  private var table: CSVTable
  private var facts: EntryFacts
  private let defaultList: String
  private let columns: [Column: Int]
  private var entries: [WatchlistEntry] = []
  private var positions: [Key: Int] = [:]

  private struct Key: Hashable {
    var list: String
    var uid: String
  }

  /// Reads the entries of `file`.
  ///
  /// - Parameter name: The name of the list as a whole, and the code of entries without one.
  static func read(
    _ file: SourceFile, name: String, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = try NamesiftReader(file, name: name, warnings: warnings)
    while try reader.table.next() { try reader.readRow() }
    return ListContent(name: name, entries: reader.entries, warnings: reader.facts.warnings)
  }

  private init(
    _ file: SourceFile, name: String, warnings: WarningCollector
  ) throws(WatchlistError) {
    try file.requireUTF8()
    table = try CSVTable(file, required: ["uid", "name"], requiresLastLineEnd: false)
    facts = EntryFacts(path: file.path, warnings: warnings)
    defaultList = name
    var columns: [Column: Int] = [:]
    for (position, name) in table.columns.enumerated() {
      if let column = Column(rawValue: name) {
        columns[column] = position
      } else {
        facts.warnings.add("unknown column '\(name)'", path: file.path, line: table.line)
      }
    }
    self.columns = columns
  }

  private func text(_ column: Column) -> String { table.text(columns[column]) }

  private func list(_ column: Column) -> [Substring] { table.list(columns[column]) }

  private mutating func readRow() throws(WatchlistError) {
    let uid = text(.uid)
    guard !uid.isEmpty else { throw missing(.uid) }
    let nameText = singleLine(text(.name))
    guard !nameText.isEmpty else { throw missing(.name) }
    let listText = text(.list)
    let key = Key(list: listText.isEmpty ? defaultList : listText, uid: uid)
    let position = positions[key] ?? entries.count
    let isFirst = position == entries.count
    if isFirst {
      positions[key] = position
      entries.append(WatchlistEntry(list: key.list, uid: uid, type: .unknown, names: []))
    }
    let name = ListedName(
      nameText, type: nameType(isFirst: isFirst), strength: strength(),
      isUnofficial: isUnofficial())
    entries[position].names.append(name)
    addFacts(to: position)
  }

  private func missing(_ column: Column) -> WatchlistError {
    WatchlistError(.missingField(name: column.rawValue), path: facts.path, line: table.line)
  }

  private mutating func notUnderstood(_ column: Column) {
    facts.warnings.add(
      "'\(column.rawValue)' not understood", path: facts.path, line: table.line)
  }

  private mutating func nameType(isFirst: Bool) -> NameType {
    let usual: NameType = isFirst ? .primary : .alias
    switch text(.nameType).lowercased() {
    case "": return usual
    case "primary":
      if !isFirst { notUnderstood(.nameType) }
      return usual
    case "alias": return .alias
    case "former": return .former
    case "current": return .current
    case "issuer": return .issuer
    case "variant": return .variant
    default:
      notUnderstood(.nameType)
      return usual
    }
  }

  private mutating func strength() -> NameStrength {
    switch text(.strength).lowercased() {
    case "", "strong": return .strong
    case "weak": return .weak
    case "unknown": return .unknown
    default:
      notUnderstood(.strength)
      return .unknown
    }
  }

  private mutating func isUnofficial() -> Bool {
    switch text(.unofficial).lowercased() {
    case "", "no": return false
    case "yes": return true
    default:
      notUnderstood(.unofficial)
      return true
    }
  }

  /// Adds what a row says about its entry: lists grow, and single facts are set once.
  private mutating func addFacts(to position: Int) {
    var entry = entries[position]
    addType(to: &entry)
    for program in list(.programs) where !entry.programs.contains(String(program)) {
      entry.programs.append(String(program))
    }
    for identifier in list(.identifiers) { addIdentifier(identifier, to: &entry) }
    for date in list(.birthDates) {
      _ = facts.addBirthDate(date, line: table.line, to: &entry)
    }
    entry.birthPlaces += list(.birthPlaces).map(String.init)
    for country in list(.countries) { entry.addCountry(String(country)) }
    for address in list(.addresses) { addAddress(address, to: &entry) }
    set(\.listedOn, from: .listedOn, in: &entry)
    set(\.effectiveOn, from: .effectiveOn, in: &entry)
    set(\.divestBy, from: .divestBy, in: &entry)
    set(\.endsOn, from: .endsOn, in: &entry)
    set(\.sourceDate, from: .sourceDate, in: &entry)
    set(\.title, from: .title, in: &entry)
    set(\.legalBasis, from: .legalBasis, in: &entry)
    set(\.licenceRequirement, from: .licenceRequirement, in: &entry)
    set(\.licencePolicy, from: .licencePolicy, in: &entry)
    set(\.citation, from: .citation, in: &entry)
    set(\.remarks, from: .remarks, in: &entry)
    set(\.source, from: .source, in: &entry)
    entries[position] = entry
  }

  private mutating func addType(to entry: inout WatchlistEntry) {
    let type: PartyType
    switch text(.type).lowercased() {
    case "", "unknown": return
    case "person": type = .person
    case "organisation", "organization": type = .organisation
    case "vessel": type = .vessel
    case "aircraft": type = .aircraft
    case "address": type = .address
    default:
      notUnderstood(.type)
      return
    }
    if entry.type != .unknown, entry.type != type {
      facts.warnings.add(
        "'type' contradicts an earlier row of the entry", path: facts.path, line: table.line)
      return
    }
    entry.type = type
  }

  /// `KIND=VALUE` or `KIND=VALUE (Country)`.
  private mutating func addIdentifier(_ text: Substring, to entry: inout WatchlistEntry) {
    guard let equals = text.firstIndex(of: "=") else {
      notUnderstood(.identifiers)
      entry.addRemark(text)
      return
    }
    let label = trimmed(text[..<equals]).uppercased()
    let value = trimmed(text[text.index(after: equals)...])
    guard !value.isEmpty else {
      notUnderstood(.identifiers)
      return
    }
    let kind = IdentifierKind.allCases.first { $0.label == label }
    if kind == nil {
      facts.warnings.add("unknown kind of identifier", path: facts.path, line: table.line)
    }
    _ = facts.add(.identifier(kind ?? .other), value, line: table.line, to: &entry)
  }

  /// `lines | city | country`, from the right: one part is a country, two are city and country.
  private mutating func addAddress(_ text: Substring, to entry: inout WatchlistEntry) {
    var parts = text.split(separator: "|", omittingEmptySubsequences: false).map {
      String(trimmed($0))
    }
    if parts.count > 3 { notUnderstood(.addresses) }
    let country = parts.popLast() ?? ""
    let city = parts.popLast() ?? ""
    entry.addresses.append(
      Address(lines: parts.joined(separator: ", "), city: city, country: country))
  }

  private mutating func set(
    _ day: WritableKeyPath<WatchlistEntry, CalendarDate?>, from column: Column,
    in entry: inout WatchlistEntry
  ) {
    let text = text(column)
    guard !text.isEmpty else { return }
    guard let date = ListDateText.day(text) else {
      notUnderstood(column)
      return
    }
    setOnce(day, date, from: column, in: &entry)
  }

  private mutating func set(
    _ fact: WritableKeyPath<WatchlistEntry, String?>, from column: Column,
    in entry: inout WatchlistEntry
  ) {
    let text = text(column)
    if !text.isEmpty { setOnce(fact, text, from: column, in: &entry) }
  }

  /// Sets a fact that no earlier row set, and warns when an earlier row says otherwise. The
  /// source may differ from name to name; that of the first row counts.
  private mutating func setOnce<Value: Equatable>(
    _ fact: WritableKeyPath<WatchlistEntry, Value?>, _ value: Value, from column: Column,
    in entry: inout WatchlistEntry
  ) {
    guard let earlier = entry[keyPath: fact] else {
      entry[keyPath: fact] = value
      return
    }
    if earlier != value, column != .source, column != .sourceDate {
      facts.warnings.add(
        "'\(column.rawValue)' contradicts an earlier row of the entry", path: facts.path,
        line: table.line)
    }
  }
}

extension NamesiftReader {
  /// The columns, as `Data/README.md` explains them.
  private enum Column: String {
    case list, uid, type, name, strength, unofficial, title, programs, identifiers
    case nameType = "name_type"
    case birthDates = "birth_dates"
    case birthPlaces = "birth_places"
    case countries, addresses
    case listedOn = "listed_on"
    case effectiveOn = "effective_on"
    case divestBy = "divest_by"
    case endsOn = "ends_on"
    case legalBasis = "legal_basis"
    case licenceRequirement = "licence_requirement"
    case licencePolicy = "licence_policy"
    case citation, remarks, source
    case sourceDate = "source_date"
  }
}
