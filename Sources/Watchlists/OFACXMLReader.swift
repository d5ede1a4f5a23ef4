/// Reads OFAC's flat XML, `sdn.xml` and `consolidated.xml`, in any of its namespaces.
final class OFACXMLReader {
  private let file: SourceFile
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []
  private var published: CalendarDate?
  private var statedCount: Int?

  private var entry: WatchlistEntry?
  private var entryLine = 0
  /// The texts of the open `sdnEntry` and of the open item of one of its lists, by element.
  private var entryFields: [String: String] = [:]
  private var itemFields: [String: String] = [:]

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or does not have as many entries as its
  ///   own `Record_Count` says.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = OFACXMLReader(file, warnings: warnings)
    let scanner = XMLScanner(
      file, onStart: { scanner throws(WatchlistError) in try reader.begin(scanner) },
      onEnd: { scanner, text throws(WatchlistError) in try reader.end(scanner, text) })
    try scanner.run()
    return try reader.finish()
  }

  private init(_ file: SourceFile, warnings: WarningCollector) {
    self.file = file
    facts = EntryFacts(path: file.path, warnings: warnings)
  }

  private func begin(_ scanner: XMLScanner) throws(WatchlistError) {
    switch scanner.path.count {
    case 1:
      guard scanner.path[0] == "sdnList" else {
        throw WatchlistError(.unknownFormat, path: file.path, line: scanner.line)
      }
      guard scanner.namespace != nil else {
        throw WatchlistError(
          .missingNamespace(root: "sdnList"), path: file.path, line: scanner.line)
      }
    case 2 where scanner.path[1] == "sdnEntry":
      entry = WatchlistEntry(list: "", uid: "", type: .unknown, names: [])
      entryLine = scanner.line
      entryFields = [:]
    case 4: itemFields = [:]
    default: break
    }
  }

  private func end(_ scanner: XMLScanner, _ text: String) throws(WatchlistError) {
    let path = scanner.path
    let name = path[path.count - 1]
    switch path.count {
    case 2 where name == "sdnEntry": try endEntry()
    case 3 where path[1] == "publshInformation" || path[1] == "publishInformation":
      readPublication(name, text, line: scanner.line)
    case 3 where !text.isEmpty:
      entryFields[name] = text
      // Set at once: what an IMO number means depends on it.
      if name == "sdnType" { entry?.type = type(text, line: scanner.line) }
      if !Self.leaves.contains(name) {
        facts.warnings.add("unknown fact of an entry", path: file.path, line: scanner.line)
      }
    case 4 where path[2] == "vesselInfo": addVesselFact(name, text, line: scanner.line)
    case 4 where path[2] == "programList":
      if !text.isEmpty { entry?.programs.append(text) }
    case 4: endItem(of: path[2], line: scanner.line)
    case 5 where !text.isEmpty: itemFields[name] = text
    default: break
    }
  }

  /// The elements of an entry that hold text rather than a list.
  private static let leaves: Set<String> = [
    "uid", "firstName", "lastName", "title", "sdnType", "remarks",
  ]

  private func readPublication(_ name: String, _ text: String, line: Int) {
    switch name {
    case "Record_Count": statedCount = Int(text)
    case "Publish_Date":
      // Month, day, year.
      let parts = text.split(separator: "/").compactMap { Int($0) }
      published =
        parts.count == 3 ? CalendarDate(year: parts[2], month: parts[0], day: parts[1]) : nil
      if published == nil {
        facts.warnings.add("Publish_Date not understood", path: file.path, line: line)
      }
    default: break
    }
  }

  /// Completes the entry; its aliases and lists were added as they came.
  private func endEntry() throws(WatchlistError) {
    guard var entry else { return }
    self.entry = nil
    guard let uid = entryFields["uid"] else {
      throw WatchlistError(.missingField(name: "uid"), path: file.path, line: entryLine)
    }
    guard let name = Self.name(entryFields) else {
      throw WatchlistError(.missingField(name: "lastName"), path: file.path, line: entryLine)
    }
    entry.uid = uid
    entry.names.insert(ListedName(name, type: .primary, strength: .strong), at: 0)
    entry.title = entryFields["title"]
    if entryFields["sdnType"] == nil {
      facts.warnings.add("unknown type of entry", path: file.path, line: entryLine)
    }
    if let remarks = entryFields["remarks"] {
      let identified = entry.remarks
      entry.remarks = nil
      entry.addRemark(remarks)
      if let identified { entry.addRemark(identified) }
    }
    entries.append(entry)
  }

  private func type(_ text: String, line: Int) -> PartyType {
    switch text.lowercased() {
    case "entity": return .organisation
    case "individual": return .person
    case "vessel": return .vessel
    case "aircraft": return .aircraft
    default:
      facts.warnings.add("unknown type of entry", path: file.path, line: line)
      return .unknown
    }
  }

  /// `LAST, First` as the delimited files print it; parties other than persons have a last name
  /// only.
  private static func name(_ fields: [String: String]) -> String? {
    guard let last = fields["lastName"] else { return fields["firstName"].map { singleLine($0) } }
    return singleLine(fields["firstName"].map { "\(last), \($0)" } ?? last)
  }

  private func endItem(of list: String, line: Int) {
    switch list {
    case "akaList": addAlias(line: line)
    case "idList": addIdentifier(line: line)
    case "addressList": addAddress()
    case "nationalityList", "citizenshipList": entry?.addCountry(itemFields["country"] ?? "")
    case "placeOfBirthList":
      if let place = itemFields["placeOfBirth"] { entry?.birthPlaces.append(place) }
    case "dateOfBirthList":
      guard let text = itemFields["dateOfBirth"], var entry else { return }
      if !facts.addBirthDate(text, line: line, to: &entry) { entry.addRemark("DOB \(text)") }
      self.entry = entry
    default: facts.warnings.add("unknown list in an entry", path: file.path, line: line)
    }
  }

  private func addAlias(line: Int) {
    guard let name = Self.name(itemFields) else {
      facts.warnings.add("empty alternate name", path: file.path, line: line)
      return
    }
    let type: NameType
    switch itemFields["type"] {
    case "a.k.a.": type = .alias
    case "f.k.a.": type = .former
    case "n.k.a.": type = .current
    default:
      type = .alias
      facts.warnings.add("unknown type of alternate name", path: file.path, line: line)
    }
    let strength: NameStrength
    switch itemFields["category"] {
    case "strong": strength = .strong
    case "weak": strength = .weak
    default:
      strength = .unknown
      facts.warnings.add("unknown category of alternate name", path: file.path, line: line)
    }
    entry?.names.append(ListedName(name, type: type, strength: strength))
  }

  private func addIdentifier(line: Int) {
    guard let label = itemFields["idType"], var entry else { return }
    let number = itemFields["idNumber"] ?? ""
    let country = itemFields["idCountry"]
    if number.isEmpty {
      facts.warnings.add("empty identifier", path: file.path, line: line)
      return
    }
    if let meaning = FeatureLabel.meaning(of: label),
      facts.add(meaning, number[...], country: country, line: line, to: &entry)
    {
      self.entry = entry
      return
    }
    entry.addRemark("\(label) \(number)")
    self.entry = entry
  }

  private func addAddress() {
    let lines = ["address1", "address2", "address3"].compactMap { itemFields[$0] }
    let place = ["city", "stateOrProvince", "postalCode"].compactMap { itemFields[$0] }
    let address = Address(
      lines: lines.joined(separator: ", "), city: place.joined(separator: ", "),
      country: itemFields["country"] ?? "")
    if address != Address() { entry?.addresses.append(address) }
  }

  private func addVesselFact(_ name: String, _ text: String, line: Int) {
    guard !text.isEmpty, var entry else { return }
    switch name {
    case "callSign": facts.addIdentifier(Identifier(.callSign, text), line: line, to: &entry)
    case "vesselFlag": entry.addCountry(text)
    case "vesselType": entry.addRemark("Vessel Type \(text)")
    case "tonnage": entry.addRemark("Tonnage \(text)")
    case "grossRegisteredTonnage": entry.addRemark("Gross Registered Tonnage \(text)")
    case "vesselOwner": entry.addRemark("Vessel Owner \(text)")
    default: facts.warnings.add("unknown fact of a vessel", path: file.path, line: line)
    }
    self.entry = entry
  }

  private func finish() throws(WatchlistError) -> ListContent {
    if let statedCount {
      guard statedCount == entries.count else {
        throw WatchlistError(
          .wrongEntryCount(actual: entries.count, stated: statedCount), path: file.path)
      }
    } else {
      try facts.warnings.addIncomplete("no Record_Count to check against", path: file.path)
    }
    let name = ListCode.assignOFACLists(to: &entries)
    return ListContent(
      name: name, published: published, entries: entries, warnings: facts.warnings)
  }
}
