/// Reads the exports of OpenSanctions of one entity a line: `targets.nested.json`, whose entities
/// hold those linked to them, and `entities.ftm.json`, where links are identifiers.
///
/// Targets become entries, without a mark also the other parties. Addresses, sanctions, passports
/// and the like give their facts to the entry that they are linked to; of other entities, such as
/// relatives, nothing is taken.
struct FTMReader {
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []
  private var positions: [String: Int] = [:]
  private var published: CalendarDate?
  /// The entities that give facts to others, until all entries are known.
  private var linked: [FTMEntity] = []
  /// The entries that each address belongs to.
  private var residents: [String: [String]] = [:]

  /// Reads the entries of `file`.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = FTMReader(path: file.path, warnings: warnings)
    var objects = try JSONObjects(linesOf: file)
    while let object = try objects.next() {
      reader.add(try FTMEntity(object, path: file.path))
    }
    reader.resolveLinks()
    return ListContent(
      name: OpenSanctions.name, published: reader.published, entries: reader.entries,
      warnings: reader.facts.warnings)
  }

  private init(path: String, warnings: WarningCollector) {
    facts = EntryFacts(path: path, warnings: warnings)
  }

  private mutating func add(_ entity: FTMEntity) {
    published = [published, entity.lastSeen].compactMap { $0 }.max()
    if FTMEntity.linkedSchemas.contains(entity.schema), entity.isTarget != true {
      linked.append(entity)
    } else if entity.isTarget ?? Self.partySchemas.contains(entity.schema) {
      addEntry(entity)
    }
  }

  private static let partySchemas: Set<String> = [
    "Person", "Organization", "Company", "PublicBody", "LegalEntity", "Vessel", "Airplane",
  ]

  private mutating func addEntry(_ entity: FTMEntity) {
    let names = names(of: entity)
    guard !names.isEmpty else {
      facts.warnings.add("target without a name", path: facts.path, line: entity.line)
      return
    }
    var entry = WatchlistEntry(
      list: OpenSanctions.list, uid: entity.id, type: OpenSanctions.type(schema: entity.schema),
      names: [])
    for name in names { entry.addName(name) }
    addFacts(of: entity, to: &entry)
    for other in entity.linked { addFacts(ofLinked: other, to: &entry) }
    for address in entity.texts("addressEntity") {
      residents[address, default: []].append(entity.id)
    }
    positions[entity.id] = entries.count
    entries.append(entry)
  }

  /// The caption is the name that OpenSanctions chose among those of the entity.
  private func names(of entity: FTMEntity) -> [ListedName] {
    var names: [ListedName] = []
    if !entity.caption.isEmpty {
      names.append(ListedName(entity.caption, type: .primary, strength: .strong))
    }
    for (property, type, strength) in Self.nameProperties {
      for text in entity.texts(property) {
        let isFirst = names.isEmpty
        names.append(ListedName(text, type: isFirst ? .primary : type, strength: strength))
      }
    }
    return names
  }

  private static let nameProperties: [(String, NameType, NameStrength)] = [
    ("name", .variant, .strong), ("alias", .alias, .strong), ("previousName", .former, .strong),
    ("abbreviation", .alias, .unknown), ("weakAlias", .alias, .weak),
  ]

  private mutating func addFacts(of entity: FTMEntity, to entry: inout WatchlistEntry) {
    let line = entity.line
    for date in entity.texts("birthDate")
    where !facts.addBirthDate(date, line: line, to: &entry) {
      entry.addRemark("DOB \(date)")
    }
    entry.birthPlaces = entity.texts("birthPlace", "birthCountry")
    for country in entity.texts(
      "nationality", "citizenship", "country", "jurisdiction", "flag", "pastFlags")
    {
      entry.addCountry(country)
    }
    entry.addresses = entity.texts("address").map { Address(lines: $0) }
    entry.programs = entity.texts("programId", "program")
    addIdentifiers(of: entity, to: &entry)
    for value in entity.texts("imoNumber") {
      let number = value.hasPrefix("IMO") ? trimmed(value.dropFirst(3)) : value[...]
      _ = facts.add(.imo, number, line: line, to: &entry)
    }
    for title in entity.texts("title", "position") { entry.addTitle(title) }
    for note in entity.texts("notes") { entry.addRemark(note) }
    entry.source = entity.datasets.joined(separator: "; ")
    entry.sourceDate = entity.lastChange
  }

  private mutating func addIdentifiers(of entity: FTMEntity, to entry: inout WatchlistEntry) {
    for (property, kind) in Self.identifierProperties {
      // What an aircraft is registered under is painted on its tail.
      let isTail = kind == .registration && entry.type == .aircraft
      for value in entity.texts(property) {
        facts.addIdentifier(
          Identifier(isTail ? .tailNumber : kind, value), line: entity.line, to: &entry)
      }
    }
  }

  private static let identifierProperties: [(String, IdentifierKind)] = [
    ("isin", .isin), ("isinCode", .isin), ("ticker", .ticker), ("leiCode", .lei),
    ("swiftBic", .bic),
    ("uscCode", .uscc), ("mmsi", .mmsi), ("callSign", .callSign), ("passportNumber", .passport),
    ("idNumber", .nationalID), ("socialSecurityNumber", .nationalID), ("taxNumber", .tax),
    ("innCode", .tax), ("vatCode", .tax), ("registrationNumber", .registration),
    ("ogrnCode", .registration), ("dunsCode", .duns), ("serialNumber", .aircraftSerial),
    ("publicKey", .cryptoAddress),
  ]

  /// Adds what an address, a sanction or a document says to the entry that it belongs to.
  private mutating func addFacts(
    ofLinked entity: FTMEntity, to entry: inout WatchlistEntry
  ) {
    switch entity.schema {
    case "Address": addAddress(entity, to: &entry)
    case "Sanction": addSanction(entity, to: &entry)
    case "Identification", "Passport":
      let country = entity.texts("country").first
      for number in entity.texts("number", "passportNumber") {
        let kind: IdentifierKind = entity.schema == "Passport" ? .passport : .other
        facts.addIdentifier(
          Identifier(kind, number, country: country), line: entity.line, to: &entry)
      }
    case "CryptoWallet", "Security": addIdentifiers(of: entity, to: &entry)
    default: break
    }
  }

  private func addAddress(_ entity: FTMEntity, to entry: inout WatchlistEntry) {
    let whole = entity.texts("full").first
    let lines = whole.map { [$0] } ?? entity.texts("street", "street2", "postOfficeBox")
    let address = Address(
      lines: lines.joined(separator: ", "),
      city: whole == nil
        ? entity.texts("city", "region", "state", "postalCode").joined(separator: ", ") : "",
      country: entity.texts("country").first ?? "")
    if !entry.addresses.contains(address) { entry.addAddress(address) }
  }

  /// The dates are those of the listing only: an export gives the start of a measure and the end
  /// of its divestment window under one name.
  private mutating func addSanction(_ entity: FTMEntity, to entry: inout WatchlistEntry) {
    for program in entity.texts("programId", "program") { entry.addProgram(program) }
    let authorities = entity.texts("authority")
    if entry.legalBasis == nil, !authorities.isEmpty {
      entry.legalBasis = authorities.joined(separator: "; ")
    }
    for text in entity.texts("listingDate") {
      guard let day = ListDateText.day(text) else { continue }
      if entry.listedOn.map({ day < $0 }) ?? true { entry.listedOn = day }
    }
    for reason in entity.texts("reason") { entry.addRemark(reason) }
  }

  private mutating func resolveLinks() {
    for entity in linked {
      let owners =
        entity.schema == "Address"
        ? residents[entity.id] ?? [] : entity.texts("entity", "holder", "issuer")
      for owner in owners {
        guard let position = positions[owner] else { continue }
        var entry = entries[position]
        addFacts(ofLinked: entity, to: &entry)
        entries[position] = entry
      }
    }
  }
}
