/// Reads the consolidated list of financial sanctions of the European Union as CSV, layout 1.1.
///
/// A row holds one name, address, date of birth, identification or citizenship of an entity; the
/// rows of a logical identifier are one entry.
struct EUCSVReader {
  private var table: CSVTable
  private var facts: EntryFacts
  private var published: CalendarDate?
  private var entries: [WatchlistEntry] = []
  private var positions: [String: Int] = [:]

  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = try EUCSVReader(file, warnings: warnings)
    while try reader.table.next() { try reader.readRow() }
    for entry in reader.entries where entry.names.isEmpty {
      throw WatchlistError(.missingField(name: "NameAlias_WholeName"), path: file.path)
    }
    return ListContent(
      name: "EU-FSF", published: reader.published, entries: reader.entries,
      warnings: reader.facts.warnings)
  }

  private init(_ file: SourceFile, warnings: WarningCollector) throws(WatchlistError) {
    try file.requireUTF8()
    table = try CSVTable(
      file, required: ["entity_logicalid", "namealias_wholename"], requiresLastLineEnd: false,
      delimiter: UInt8(ascii: ";"))
    facts = EntryFacts(path: file.path, warnings: warnings)
  }

  private func text(_ column: String) -> String {
    singleLine(table.text(table.position(of: column)))
  }

  private func joined(_ columns: [String], _ separator: String) -> String {
    columns.map { text($0) }.filter { !$0.isEmpty }.joined(separator: separator)
  }

  private mutating func readRow() throws(WatchlistError) {
    let id = text("entity_logicalid")
    guard !id.isEmpty else {
      throw WatchlistError(
        .missingField(name: "Entity_LogicalId"), path: facts.path, line: table.line)
    }
    published = published ?? day("filegenerationdate")
    let position = positions[id] ?? entries.count
    if position == entries.count {
      positions[id] = position
      entries.append(newEntry(id: id))
    }
    var entry = entries[position]
    addName(to: &entry)
    addAddress(to: &entry)
    addBirthDate(to: &entry)
    addIdentification(to: &entry)
    entry.addCountry(text("citizenship_countrydescription"))
    let program = text("entity_regulation_programme")
    if !program.isEmpty { entry.addProgram(program) }
    entries[position] = entry
  }

  /// An entry without names, with what stands on each of its rows.
  private mutating func newEntry(id: String) -> WatchlistEntry {
    let reference = text("entity_eu_referencenumber")
    var entry = WatchlistEntry(
      list: ListCode.eu, uid: reference.isEmpty ? id : reference, type: type(), names: [])
    // Entries without a designation of their own date from their regulation.
    entry.listedOn =
      day("entity_designationdate") ?? day("entity_regulation_publicationdate")
    entry.effectiveOn = day("entity_regulation_entryintoforcedate")
    let regulation = text("entity_regulation_numbertitle")
    entry.legalBasis = regulation.isEmpty ? nil : regulation
    entry.addRemark(text("entity_designationdetails"))
    entry.addRemark(text("entity_remark"))
    let unitedNations = text("entity_unitednationid")
    if !unitedNations.isEmpty { entry.addRemark("UN Reference Number \(unitedNations)") }
    return entry
  }

  /// Told by either of two columns, of which some copies have one in place of the other.
  private mutating func type() -> PartyType {
    for column in ["entity_subjecttype", "entity_subjecttype_classificationcode"] {
      switch text(column).lowercased() {
      case "p", "person": return .person
      case "e", "enterprise": return .organisation
      default: continue
      }
    }
    facts.warnings.add("unknown type of entry", path: facts.path, line: table.line)
    return .unknown
  }

  private mutating func addName(to entry: inout WatchlistEntry) {
    var name = text("namealias_wholename")
    if name.isEmpty {
      name = joined(["namealias_firstname", "namealias_middlename", "namealias_lastname"], " ")
    }
    guard !name.isEmpty else { return }
    let isFirst = entry.names.isEmpty
    entry.addName(
      ListedName(
        name, type: isFirst ? .primary : .alias, strength: strength(isPrimary: isFirst)))
    for column in ["namealias_title", "namealias_function"] {
      for title in numberedItems(text(column)) { entry.addTitle(String(title)) }
    }
  }

  /// The CSV tells weak names in the remark only, not always well spelt.
  private func strength(isPrimary: Bool) -> NameStrength {
    let remark = text("namealias_remark").lowercased()
    if EUNameRemark.isWeak(remark) { return .weak }
    return isPrimary || EUNameRemark.isStrong(remark) ? .strong : .unknown
  }

  private func addAddress(to entry: inout WatchlistEntry) {
    let box = text("address_pobox")
    let lines = [
      text("address_street"), box.isEmpty ? "" : "P.O. Box \(box)", text("address_place"),
    ]
    let address = Address(
      lines: lines.filter { !$0.isEmpty }.joined(separator: ", "),
      city: joined(["address_city", "address_region", "address_zipcode"], ", "),
      country: text("address_countrydescription"))
    if !entry.addresses.contains(address) { entry.addAddress(address) }
  }

  private mutating func addBirthDate(to entry: inout WatchlistEntry) {
    let place = joined(
      ["birthdate_place", "birthdate_city", "birthdate_region", "birthdate_countrydescription"],
      ", ")
    entry.addBirthPlace(place)
    let numbers = ["year", "month", "day"].map { Int(text("birthdate_\($0)")) ?? 0 }
    let isCirca = text("birthdate_circa").lowercased() == "true"
    var date = text("birthdate_birthdate")
    if date.isEmpty { date = joined(["birthdate_yearrangefrom", "birthdate_yearrangeto"], " to ") }
    if date.isEmpty, numbers[0] > 0 {
      date = Self.date(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard !date.isEmpty else { return }
    let calendar = text("birthdate_calendartype").lowercased()
    guard calendar.isEmpty || calendar == "gregorian" else {
      entry.addRemark("DOB \(date) (\(calendar) calendar)")
      return
    }
    let printed = isCirca ? "circa \(date)" : date
    if !facts.addBirthDate(printed, line: table.line, to: &entry) {
      entry.addRemark("DOB \(printed)")
    }
  }

  /// A date in one of the forms that ``ListDateText`` reads, from the numbers that are not zero.
  private static func date(year: Int, month: Int, day: Int) -> String {
    if month > 0, day > 0 { return "\(year)-\(month)-\(day)" }
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return (1...12).contains(month) ? "\(months[month - 1]) \(year)" : "\(year)"
  }

  private mutating func addIdentification(to entry: inout WatchlistEntry) {
    let number = text("identification_number")
    let latin = text("identification_latinnumber")
    let code = text("identification_typecode")
    let country = text("identification_countrydescription")
    // The list has ships among the organisations; which ones they are only this number tells, and
    // owners may have one as well.
    if code == "imo", entry.type == .organisation { entry.type = .unknown }
    for value in number == latin ? [number] : [number, latin] where !value.isEmpty {
      _ = facts.add(
        EUIdentification.meaning(of: code), value[...], country: country.isEmpty ? nil : country,
        line: table.line, to: &entry)
    }
  }

  private mutating func day(_ column: String) -> CalendarDate? {
    let text = text(column)
    guard !text.isEmpty else { return nil }
    let day = ListDateText.day(text) ?? ListDateText.day(numbers: text, order: .dayFirst)
    if day == nil {
      facts.warnings.add("date not understood", path: facts.path, line: table.line)
    }
    return day
  }
}
