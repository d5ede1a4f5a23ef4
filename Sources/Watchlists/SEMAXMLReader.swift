/// Reads Canada's consolidated list of autonomous sanctions (SEMA and JVCFOA) as XML.
final class SEMAXMLReader {
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or a party has no name or item number.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = SEMAXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let scanner = XMLElementScanner(file, .init(root: "data-set")) {
      element throws(WatchlistError) in try reader.read(element)
    }
    try scanner.run()
    return ListContent(
      name: "CA-SEMA", entries: reader.entries, warnings: reader.facts.warnings)
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "data-set": break
    case "record": entries.append(try entry(element))
    default: try facts.addUnknown(element)
    }
  }

  private func entry(_ record: XMLElement) throws(WatchlistError) -> WatchlistEntry {
    guard let country = record.text("Country"), let item = record.text("Item") else {
      throw WatchlistError(
        .missingField(name: record.text("Country") == nil ? "Country" : "Item"),
        path: facts.path, line: record.line)
    }
    // The regulations are told by country, in English and French.
    let program = String(trimmed(country.prefix { $0 != "/" }))
    let uid = [program, record.text("Schedule"), item].compactMap(\.self).joined(separator: ", ")
    let body = record.text("EntityOrShip")
    let person = ["GivenName", "LastName"].compactMap { record.text($0) }.joined(separator: " ")
    let isShip = record.text("ShipIMONumber") != nil
    guard body != nil || !person.isEmpty else {
      throw WatchlistError(.missingField(name: "LastName"), path: facts.path, line: record.line)
    }
    var entry = WatchlistEntry(
      list: ListCode.canada, uid: uid,
      type: isShip ? .vessel : body == nil ? .person : .organisation,
      names: [ListedName(body ?? person, type: .primary, strength: .strong)])
    entry.programs = [program]
    addInnerNames(to: &entry)
    for child in record.children { add(child, to: &entry) }
    return entry
  }

  /// The names inside the primary one: its French half, and those behind `also known as`.
  private func addInnerNames(to entry: inout WatchlistEntry) {
    let name = entry.names[0].text
    guard entry.type != .person else { return }
    let inner =
      SEMANames.halves(of: name).map { ($0, NameType.variant) } + NameStructure.innerNames(of: name)
    for (text, type) in inner {
      entry.addDerivedName(ListedName(text, type: type, strength: .strong, origin: .derived))
    }
  }

  private func add(_ child: XMLElement, to entry: inout WatchlistEntry) {
    guard let text = child.content else { return }
    switch child.name {
    case "Country", "Schedule", "Item", "LastName", "GivenName", "EntityOrShip": break
    case "Aliases": addAliases(text, to: &entry)
    case "DateOfListing":
      entry.listedOn = ListDateText.day(text)
      if entry.listedOn == nil { warn("DateOfListing not understood", child) }
    case "DateOfBirthOrShipBuildDate":
      if entry.type == .person {
        addBirthDates(text, child, to: &entry)
      } else {
        entry.addRemark("Built \(text)")
      }
    case "TitleOrShip":
      if entry.type == .person {
        entry.title = text
      } else {
        entry.addRemark("Vessel Type \(text)")
      }
    case "ShipIMONumber":
      facts.addIdentifier(Identifier(.imo, text), line: child.line, to: &entry)
    default: warn("unknown element '\(child.name)' in an entry", child)
    }
  }

  /// The list does not tell which aliases are weak. One word of a longer name is, as when several
  /// spellings of a given name stand alone.
  private func addAliases(_ text: String, to entry: inout WatchlistEntry) {
    for alias in SEMANames.aliases(in: text) {
      entry.names.append(ListedName(alias.printed, type: .alias, strength: .unknown))
      for part in alias.parts {
        let isGivenName = entry.type == .person && !part.contains(" ")
        entry.addDerivedName(
          ListedName(
            part, type: .alias, strength: isGivenName ? .weak : .unknown, origin: .derived))
      }
    }
  }

  /// One date, or several with `or` between them.
  private func addBirthDates(
    _ text: String, _ element: XMLElement, to entry: inout WatchlistEntry
  ) {
    for date in text.replacing(" OR ", with: " or ").split(separator: " or ")
    where !facts.addBirthDate(date, line: element.line, to: &entry) {
      entry.addRemark("DOB \(date)")
    }
  }
}
