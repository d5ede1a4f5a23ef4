/// Reads OFAC's flat XML, `sdn.xml` and `consolidated.xml`, in any of its namespaces.
final class OFACXMLReader {
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []
  private var published: CalendarDate?
  private var statedCount: Int?

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or does not have as many entries as its
  ///   own `Record_Count` says.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = OFACXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let scanner = XMLElementScanner(file, .init(root: "sdnList", hasNamespace: true)) {
      element throws(WatchlistError) in try reader.read(element)
    }
    try scanner.run()
    return try reader.finish()
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "sdnList": break
    // The published files misspell it.
    case "publshInformation", "publishInformation": readPublication(element)
    case "sdnEntry": entries.append(try entry(element))
    default: try facts.addUnknown(element)
    }
  }

  private func readPublication(_ element: XMLElement) {
    statedCount = element.text("Record_Count").flatMap { Int($0) }
    // Month, day, year.
    guard let text = element.text("Publish_Date") else { return }
    let parts = text.split(separator: "/").compactMap { Int($0) }
    published =
      parts.count == 3 ? CalendarDate(year: parts[2], month: parts[0], day: parts[1]) : nil
    if published == nil { warn("Publish_Date not understood", element) }
  }

  private func entry(_ element: XMLElement) throws(WatchlistError) -> WatchlistEntry {
    guard let uid = element.text("uid") else { throw missing("uid", element) }
    guard let name = Self.name(element) else { throw missing("lastName", element) }
    // What an IMO number means depends on the type, so that it comes first.
    var entry = WatchlistEntry(
      list: "", uid: uid, type: type(element),
      names: [ListedName(name, type: .primary, strength: .strong)])
    entry.title = element.text("title")
    if let remarks = element.text("remarks") { entry.addRemark(remarks) }
    for list in element.children {
      switch list.name {
      case "uid", "firstName", "lastName", "title", "sdnType", "remarks": break
      case "programList": entry.programs += list.children.compactMap(\.content)
      case "vesselInfo": list.children.forEach { addVesselFact($0, to: &entry) }
      case "akaList", "idList", "addressList", "nationalityList", "citizenshipList",
        "placeOfBirthList", "dateOfBirthList":
        list.children.forEach { addItem($0, of: list.name, to: &entry) }
      default: warn("unknown element '\(list.name)' in an entry", list)
      }
    }
    return entry
  }

  private func missing(_ field: String, _ element: XMLElement) -> WatchlistError {
    WatchlistError(.missingField(name: field), path: facts.path, line: element.line)
  }

  private func type(_ element: XMLElement) -> PartyType {
    switch element.text("sdnType")?.lowercased() {
    case "entity": return .organisation
    case "individual": return .person
    case "vessel": return .vessel
    case "aircraft": return .aircraft
    default:
      warn("unknown type of entry", element)
      return .unknown
    }
  }

  /// `LAST, First` as the delimited files print it; parties other than persons have a last name
  /// only.
  private static func name(_ element: XMLElement) -> String? {
    let parts = ["lastName", "firstName"].compactMap { element.text($0) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func addItem(_ item: XMLElement, of list: String, to entry: inout WatchlistEntry) {
    switch list {
    case "akaList": addAlias(item, to: &entry)
    case "idList": addIdentifier(item, to: &entry)
    case "addressList": addAddress(item, to: &entry)
    case "placeOfBirthList":
      if let place = item.text("placeOfBirth") { entry.birthPlaces.append(place) }
    case "dateOfBirthList":
      guard let text = item.text("dateOfBirth") else { return }
      if !facts.addBirthDate(text, line: item.line, to: &entry) { entry.addRemark("DOB \(text)") }
    default: entry.addCountry(item.text("country") ?? "")
    }
  }

  private func addAlias(_ alias: XMLElement, to entry: inout WatchlistEntry) {
    guard let name = Self.name(alias) else { return warn("empty alternate name", alias) }
    let type: NameType
    switch alias.text("type") {
    case "a.k.a.": type = .alias
    case "f.k.a.": type = .former
    case "n.k.a.": type = .current
    default:
      type = .alias
      warn("unknown type of alternate name", alias)
    }
    let strength: NameStrength
    switch alias.text("category") {
    case "strong": strength = .strong
    case "weak": strength = .weak
    default:
      strength = .unknown
      warn("unknown category of alternate name", alias)
    }
    entry.names.append(ListedName(name, type: type, strength: strength))
  }

  private func addIdentifier(_ item: XMLElement, to entry: inout WatchlistEntry) {
    guard let label = item.text("idType") else { return }
    guard let number = item.text("idNumber") else { return warn("empty identifier", item) }
    facts.addLabelled(
      label, number, country: item.text("idCountry"), line: item.line, to: &entry)
  }

  private func addAddress(_ item: XMLElement, to entry: inout WatchlistEntry) {
    let lines = ["address1", "address2", "address3"].compactMap { item.text($0) }
    let place = ["city", "stateOrProvince", "postalCode"].compactMap { item.text($0) }
    entry.addAddress(
      Address(
        lines: lines.joined(separator: ", "), city: place.joined(separator: ", "),
        country: item.text("country") ?? ""))
  }

  private func addVesselFact(_ fact: XMLElement, to entry: inout WatchlistEntry) {
    guard let text = fact.content else { return }
    switch fact.name {
    case "callSign":
      facts.addIdentifier(Identifier(.callSign, text), line: fact.line, to: &entry)
    case "vesselFlag": entry.addCountry(text)
    case "vesselType": entry.addRemark("Vessel Type \(text)")
    case "tonnage": entry.addRemark("Tonnage \(text)")
    case "grossRegisteredTonnage": entry.addRemark("Gross Registered Tonnage \(text)")
    case "vesselOwner": entry.addRemark("Vessel Owner \(text)")
    default: warn("unknown fact of a vessel", fact)
    }
  }

  private func finish() throws(WatchlistError) -> ListContent {
    if let statedCount {
      guard statedCount == entries.count else {
        throw WatchlistError(
          .wrongEntryCount(actual: entries.count, stated: statedCount), path: facts.path)
      }
    } else {
      try facts.warnings.addIncomplete("no Record_Count to check against", path: facts.path)
    }
    let name = ListCode.assignOFACLists(to: &entries)
    return ListContent(
      name: name, published: published, entries: entries, warnings: facts.warnings)
  }
}
