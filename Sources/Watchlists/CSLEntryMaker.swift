private import Crypto

/// Makes entries of the records of the Consolidated Screening List.
struct CSLEntryMaker {
  var facts: EntryFacts
  /// The list codes of the sources met so far.
  private var codes: [String: String] = [:]

  init(path: String, warnings: WarningCollector) {
    facts = EntryFacts(path: path, warnings: warnings)
  }

  /// The entry that `record` describes.
  ///
  /// - Throws: ``WatchlistError`` when it has no name.
  mutating func entry(_ record: some CSLRecord) throws(WatchlistError) -> WatchlistEntry {
    let line = record.line
    let name = singleLine(record.text(.name))
    guard !name.isEmpty else {
      throw WatchlistError(.missingField(name: "name"), path: facts.path, line: line)
    }
    var entry = WatchlistEntry(
      list: list(record), uid: Self.uid(record), type: type(record, name),
      names: Self.names(name, record))
    entry.programs = record.list(.programs).map(String.init)
    entry.title = Self.nonEmpty(record.text(.title))
    entry.citation = Self.nonEmpty(record.text(.federalRegisterNotice))
    entry.licenceRequirement = Self.nonEmpty(record.text(.licenseRequirement))
    entry.licencePolicy = Self.nonEmpty(record.text(.licensePolicy))
    entry.addresses = record.addresses
    entry.birthPlaces = record.list(.placesOfBirth).map(String.init)
    for field in [CSLField.nationalities, .citizenships] {
      for country in record.list(field) { entry.addCountry(String(country)) }
    }
    entry.addCountry(record.text(.vesselFlag))
    for date in record.list(.datesOfBirth)
    where !facts.addBirthDate(date, line: line, to: &entry) {
      entry.addRemark("DOB \(date)")
    }
    addDates(record, to: &entry)
    if let callSign = Self.nonEmpty(record.text(.callSign)) {
      facts.addIdentifier(Identifier(.callSign, callSign), line: line, to: &entry)
    }
    Self.addRemarks(record, to: &entry)
    for fact in record.facts { add(fact, line: line, to: &entry) }
    return entry
  }

  private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private mutating func list(_ record: some CSLRecord) -> String {
    let source = record.text(.source)
    let code = codes[source] ?? ListCode.csl(source: source)
    codes[source] = code
    if let code { return code }
    facts.warnings.add("unknown source list", path: facts.path, line: record.line)
    return "CSL-OTHER"
  }

  /// The publisher's number, or for the lists that have none the hash that the CSL gives. The old
  /// form has neither for them: then a hash of what makes the row.
  private static func uid(_ record: some CSLRecord) -> String {
    for field in [CSLField.entityNumber, .id] {
      let text = record.text(field)
      if !text.isEmpty { return text }
    }
    let fields = [CSLField.source, .name, .addresses, .federalRegisterNotice]
    let text = fields.map { record.text($0) }.joined(separator: "\n")
    return hexadecimal(SHA256.hash(data: Array(text.utf8)).prefix(20))
  }

  private mutating func type(_ record: some CSLRecord, _ name: String) -> PartyType {
    switch record.text(.type).lowercased() {
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
      facts.warnings.add("unknown type of entry", path: facts.path, line: record.line)
      return .unknown
    }
  }

  /// The names as printed, and behind them those taken out of them.
  private static func names(_ name: String, _ record: some CSLRecord) -> [ListedName] {
    var names = [ListedName(name, type: .primary, strength: .unknown)]
    for alias in record.list(.altNames) {
      names.append(ListedName(singleLine(alias), type: .alias, strength: .unknown))
    }
    var known = Set(names.map(\.text))
    for printed in names where NameStructure.isLikely(in: printed.text) {
      for inner in innerNames(of: printed) where known.insert(inner.text).inserted {
        names.append(
          ListedName(inner.text, type: inner.type, strength: .unknown, origin: .derived))
      }
    }
    return names
  }

  /// The names inside a printed one; a semicolon without a space joins aliases by mistake.
  private static func innerNames(of name: ListedName) -> [(text: String, type: NameType)] {
    var found = NameStructure.innerNames(of: name.text)
    if name.type != .primary, name.text.contains(";") {
      let pieces = name.text.split(separator: ";").map { String(trimmed($0)) }
      if !name.text.contains("(") { found += pieces.map { ($0, NameType.alias) } }
    }
    return found
  }

  /// The CSL has one date for the start of a measure, which stands for the listing as well.
  private mutating func addDates(_ record: some CSLRecord, to entry: inout WatchlistEntry) {
    for field in [CSLField.startDate, .endDate] {
      let text = record.text(field)
      guard !text.isEmpty else { continue }
      guard let date = ListDateText.day(text) else {
        facts.warnings.add("date not understood", path: facts.path, line: record.line)
        continue
      }
      if field == .startDate {
        entry.listedOn = date
        entry.effectiveOn = date
      } else {
        entry.endsOn = date
      }
    }
  }

  private static func addRemarks(_ record: some CSLRecord, to entry: inout WatchlistEntry) {
    entry.addRemark(record.text(.remarks))
    for (label, field) in [
      ("Standard Order", CSLField.standardOrder), ("Vessel Type", .vesselType),
      ("Tonnage", .grossTonnage), ("Vessel Owner", .vesselOwner),
      ("Gross Registered Tonnage", .grossRegisteredTonnage),
    ] {
      if let text = nonEmpty(record.text(field)) { entry.addRemark("\(label) \(text)") }
    }
  }

  private mutating func add(_ fact: CSLFact, line: Int, to entry: inout WatchlistEntry) {
    let label = String(fact.label)
    if let meaning = FeatureLabel.meaning(of: label) {
      let understood: Bool
      switch meaning {
      case .identifier, .imo:
        understood = facts.add(
          meaning, fact.number, country: fact.country, line: line, to: &entry)
      default: understood = facts.add(meaning, fact.value, line: line, to: &entry)
      }
      if understood { return }
    }
    entry.addRemark(label.isEmpty ? String(fact.value) : "\(label) \(fact.value)")
  }
}
