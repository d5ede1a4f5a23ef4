private import Crypto

/// Reads the US Consolidated Screening List as CSV, of 28 or 29 columns.
struct CSLReader {
  private var table: CSVTable
  private var facts: EntryFacts
  private let columns: Columns

  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = try CSLReader(file, warnings: warnings)
    var entries: [WatchlistEntry] = []
    while try reader.table.next() { entries.append(try reader.entry()) }
    return ListContent(name: "US-CSL", entries: entries, warnings: reader.facts.warnings)
  }

  private init(_ file: SourceFile, warnings: WarningCollector) throws(WatchlistError) {
    table = try CSVTable(
      file, required: ["source", "name", "alt_names"], requiresLastLineEnd: true)
    facts = EntryFacts(path: file.path, warnings: warnings)
    columns = Columns(table)
    for column in table.columns where !Columns.known.contains(column) {
      facts.warnings.add("unknown column", path: file.path, line: table.line)
    }
  }

  private mutating func entry() throws(WatchlistError) -> WatchlistEntry {
    let name = table.text(columns.name)
    guard !name.isEmpty else {
      throw WatchlistError(.missingField(name: "name"), path: facts.path, line: table.line)
    }
    var entry = WatchlistEntry(list: list(), uid: uid(), type: type(name), names: names(name))
    entry.programs = table.list(columns.programs).map(String.init)
    entry.title = nonEmpty(columns.title)
    entry.citation = nonEmpty(columns.federalRegisterNotice)
    entry.licenceRequirement = nonEmpty(columns.licenseRequirement)
    entry.licencePolicy = nonEmpty(columns.licensePolicy)
    entry.addresses = table.list(columns.addresses).map(Self.address)
    entry.birthPlaces = table.list(columns.placesOfBirth).map(String.init)
    for column in [columns.nationalities, columns.citizenships] {
      for country in table.list(column) { entry.addCountry(String(country)) }
    }
    entry.addCountry(table.text(columns.vesselFlag))
    for date in table.list(columns.datesOfBirth)
    where !facts.addBirthDate(date, line: table.line, to: &entry) {
      entry.addRemark("DOB \(date)")
    }
    addDates(to: &entry)
    if let callSign = nonEmpty(columns.callSign) {
      facts.addIdentifier(Identifier(.callSign, callSign), line: table.line, to: &entry)
    }
    addRemarks(to: &entry)
    for fact in table.list(columns.ids) { add(fact, to: &entry) }
    return entry
  }

  private func nonEmpty(_ column: Int?) -> String? {
    let text = table.text(column)
    return text.isEmpty ? nil : text
  }

  private mutating func list() -> String {
    if let code = ListCode.csl(source: table.text(columns.source)) { return code }
    facts.warnings.add("unknown source list", path: facts.path, line: table.line)
    return "CSL-OTHER"
  }

  /// The publisher's number, or for the lists that have none the hash that the CSL gives. The old
  /// form has neither for them: then a hash of what makes the row.
  private func uid() -> String {
    for column in [columns.entityNumber, columns.id] {
      let text = table.text(column)
      if !text.isEmpty { return text }
    }
    let parts = [columns.source, columns.name, columns.addresses, columns.federalRegisterNotice]
    let text = parts.map { table.text($0) }.joined(separator: "\n")
    return hexadecimal(SHA256.hash(data: Array(text.utf8)).prefix(20))
  }

  private mutating func type(_ name: String) -> PartyType {
    switch table.text(columns.type).lowercased() {
    case "individual": return .person
    case "entity": return .organisation
    case "vessel": return .vessel
    case "aircraft": return .aircraft
    case "":
      let isAddress =
        name.hasPrefix("Address ")
        && name.utf8.dropFirst(8).allSatisfy { (0x30...0x39).contains($0) }
      return isAddress ? .address : .unknown
    default:
      facts.warnings.add("unknown type of entry", path: facts.path, line: table.line)
      return .unknown
    }
  }

  /// The names as printed, and behind them those taken out of them.
  private func names(_ name: String) -> [ListedName] {
    var names = [ListedName(name, type: .primary, strength: .unknown)]
    for alias in table.list(columns.altNames) {
      names.append(ListedName(String(alias), type: .alias, strength: .unknown))
    }
    var known = Set(names.map(\.text))
    for printed in names where Self.mayHaveStructure(printed.text) {
      for inner in innerNames(of: printed) where known.insert(inner.text).inserted {
        names.append(
          ListedName(inner.text, type: inner.type, strength: .unknown, origin: .derived))
      }
    }
    return names
  }

  /// Whether it is worth looking for names inside `text`: nearly all names have none.
  private static func mayHaveStructure(_ text: String) -> Bool {
    text.utf8.contains { [0x28, 0x5B, 0x3B, 0x3A].contains($0) } || text.hasPrefix("and ")
      || text.contains("k.a") || text.contains(" aka") || text.contains(" and any successor")
      || text.contains(" and its sub-units")
  }

  /// The names inside a printed one; a semicolon without a space joins aliases by mistake.
  private func innerNames(of name: ListedName) -> [(text: String, type: NameType)] {
    var found = NameStructure.innerNames(of: name.text)
    if name.type != .primary, name.text.contains(";") {
      let pieces = name.text.split(separator: ";").map { String(trimmed($0)) }
      if !name.text.contains("(") { found += pieces.map { ($0, NameType.alias) } }
    }
    return found
  }

  /// `street, city, country code`, or a country code alone.
  private static func address(_ text: Substring) -> Address {
    let comma = text.lastIndex(of: ",")
    let last = trimmed(comma.map { text[text.index(after: $0)...] } ?? text)
    guard last.utf8.count == 2, last.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return Address(lines: String(text))
    }
    return Address(lines: comma.map { String(trimmed(text[..<$0])) } ?? "", country: String(last))
  }

  /// The CSL has one date for the start of a measure, which stands for the listing as well.
  private mutating func addDates(to entry: inout WatchlistEntry) {
    for (column, isStart) in [(columns.startDate, true), (columns.endDate, false)] {
      let text = table.text(column)
      guard !text.isEmpty else { continue }
      guard let date = ListDateText.day(text) else {
        facts.warnings.add("date not understood", path: facts.path, line: table.line)
        continue
      }
      if isStart {
        entry.listedOn = date
        entry.effectiveOn = date
      } else {
        entry.endsOn = date
      }
    }
  }

  private func addRemarks(to entry: inout WatchlistEntry) {
    entry.addRemark(table.text(columns.remarks))
    for (label, column) in [
      ("Standard Order", columns.standardOrder), ("Vessel Type", columns.vesselType),
      ("Tonnage", columns.grossTonnage), ("Vessel Owner", columns.vesselOwner),
      ("Gross Registered Tonnage", columns.grossRegisteredTonnage),
    ] {
      if let text = nonEmpty(column) { entry.addRemark("\(label) \(text)") }
    }
  }

  /// Adds one of the `ids`, which are `value, label` or `country, date, value, label`.
  private mutating func add(_ fact: Substring, to entry: inout WatchlistEntry) {
    guard let comma = fact.lastIndex(of: ",") else {
      entry.addRemark(fact)
      return
    }
    let label = String(trimmed(fact[fact.index(after: comma)...]))
    var value = trimmed(fact[..<comma])
    if let meaning = FeatureLabel.meaning(of: label) {
      var country: String?
      switch meaning {
      case .identifier, .imo: country = Self.takeCountryAndDates(&value)
      default: break
      }
      if facts.add(meaning, value, country: country, line: table.line, to: &entry) { return }
    }
    entry.addRemark("\(label) \(value)")
  }

  /// Removes a leading country code and the dates of issue and expiry behind it.
  private static func takeCountryAndDates(_ value: inout Substring) -> String? {
    var country: String?
    while let comma = value.firstIndex(of: ",") {
      let first = value[..<comma]
      let isCountry =
        country == nil && first.utf8.count == 2
        && first.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      guard isCountry || ListDateText.interval(first) != nil else { break }
      if isCountry { country = String(first) }
      value = trimmed(value[value.index(after: comma)...])
    }
    return country
  }
}

extension CSLReader {
  /// The positions of the columns.
  fileprivate struct Columns {
    let id, source, entityNumber, type, programs, name, title, addresses: Int?
    let federalRegisterNotice, startDate, endDate, standardOrder: Int?
    let licenseRequirement, licensePolicy, callSign, vesselType, grossTonnage: Int?
    let grossRegisteredTonnage, vesselFlag, vesselOwner, remarks, altNames: Int?
    let citizenships, datesOfBirth, nationalities, placesOfBirth, ids: Int?

    init(_ table: CSVTable) {
      id = table.position(of: "_id")
      source = table.position(of: "source")
      entityNumber = table.position(of: "entity_number")
      type = table.position(of: "type")
      programs = table.position(of: "programs")
      name = table.position(of: "name")
      title = table.position(of: "title")
      addresses = table.position(of: "addresses")
      federalRegisterNotice = table.position(of: "federal_register_notice")
      startDate = table.position(of: "start_date")
      endDate = table.position(of: "end_date")
      standardOrder = table.position(of: "standard_order")
      licenseRequirement = table.position(of: "license_requirement")
      licensePolicy = table.position(of: "license_policy")
      callSign = table.position(of: "call_sign")
      vesselType = table.position(of: "vessel_type")
      grossTonnage = table.position(of: "gross_tonnage")
      grossRegisteredTonnage = table.position(of: "gross_registered_tonnage")
      vesselFlag = table.position(of: "vessel_flag")
      vesselOwner = table.position(of: "vessel_owner")
      remarks = table.position(of: "remarks")
      altNames = table.position(of: "alt_names")
      citizenships = table.position(of: "citizenships")
      datesOfBirth = table.position(of: "dates_of_birth")
      nationalities = table.position(of: "nationalities")
      placesOfBirth = table.position(of: "places_of_birth")
      ids = table.position(of: "ids")
    }

    static let known: Set<String> = [
      "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
      "federal_register_notice", "start_date", "end_date", "standard_order",
      "license_requirement", "license_policy", "call_sign", "vessel_type", "gross_tonnage",
      "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url",
      "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth",
      "source_information_url", "ids",
    ]
  }
}
