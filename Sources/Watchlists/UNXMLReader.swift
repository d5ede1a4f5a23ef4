/// Reads the consolidated list of the UN Security Council as XML.
final class UNXMLReader {
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []
  private var published: CalendarDate?

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or a party has no name or number.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = UNXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let scanner = XMLElementScanner(
      file, .init(root: "CONSOLIDATED_LIST", containers: ["INDIVIDUALS", "ENTITIES"])
    ) { element throws(WatchlistError) in try reader.read(element) }
    try scanner.run()
    return ListContent(
      name: "UN-SC", published: reader.published, entries: reader.entries,
      warnings: reader.facts.warnings)
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "CONSOLIDATED_LIST":
      published = element["dateGenerated"].flatMap { ListDateText.day($0.prefix(10)) }
      if published == nil { warn("dateGenerated not understood", element) }
    case "INDIVIDUAL": entries.append(try entry(element, type: .person))
    case "ENTITY": entries.append(try entry(element, type: .organisation))
    default: try facts.addUnknown(element)
    }
  }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  private func entry(
    _ element: XMLElement, type: PartyType
  ) throws(WatchlistError) -> WatchlistEntry {
    guard let uid = element.text("REFERENCE_NUMBER") ?? element.text("DATAID") else {
      throw WatchlistError(
        .missingField(name: "REFERENCE_NUMBER"), path: facts.path, line: element.line)
    }
    // An organisation has its whole name in the first.
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]
    let name = parts.compactMap { element.text($0) }.joined(separator: " ")
    guard !name.isEmpty else {
      throw WatchlistError(.missingField(name: "FIRST_NAME"), path: facts.path, line: element.line)
    }
    var entry = WatchlistEntry(list: ListCode.un, uid: uid, type: type, names: [])
    addNames(in: name, .primary, .strong, element, to: &entry)
    for child in element.children { add(child, to: &entry) }
    return entry
  }

  private func add(_ child: XMLElement, to entry: inout WatchlistEntry) {
    switch child.name {
    case "NAME_ORIGINAL_SCRIPT":
      if let name = child.content { addName(name, .variant, .strong, .column, child, to: &entry) }
    case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS": addAlias(child, to: &entry)
    case "UN_LIST_TYPE":
      // The code `GB` stands for Guinea-Bissau, not for the United Kingdom.
      if let tag = child.content { entry.programs.append(tag == "GB" ? "Guinea-Bissau" : tag) }
    case "LISTED_ON":
      entry.listedOn = child.content.flatMap { ListDateText.day($0.prefix(10)) }
      if entry.listedOn == nil { warn("LISTED_ON not understood", child) }
    case "TITLE", "DESIGNATION":
      child.all("VALUE").compactMap(\.content).forEach { entry.addTitle($0) }
    case "NATIONALITY":
      for country in child.all("VALUE").compactMap(\.content) { entry.addCountry(country) }
    case "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS": addAddress(child, to: &entry)
    case "INDIVIDUAL_DATE_OF_BIRTH": addBirthDate(child, to: &entry)
    case "INDIVIDUAL_PLACE_OF_BIRTH":
      addBirthPlace(["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"], of: child, to: &entry)
      if let note = child.text("NOTE") { entry.addRemark("POB \(note)") }
    case "INDIVIDUAL_DOCUMENT": addDocument(child, to: &entry)
    case "COMMENTS1": if let text = child.content { entry.addRemark(text) }
    case "GENDER": if let text = child.content { entry.addRemark("Gender \(text)") }
    case "DATAID", "VERSIONNUM", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME",
      "REFERENCE_NUMBER", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
      "SUBMITTED_BY", "SUBMITTED_ON":
      break
    default: warn("unknown element '\(child.name)' in an entry", child)
    }
  }

  /// Adds the names that `text` lists: one, or several with semicolons between them, each with its
  /// other spellings in parentheses behind it.
  private func addNames(
    in text: String, _ type: NameType, _ strength: NameStrength, _ element: XMLElement,
    to entry: inout WatchlistEntry
  ) {
    let pieces = splitList(text)
    if type == .primary, pieces.count > 1 {
      addName(text, type, strength, .column, element, to: &entry)
    }
    for piece in pieces {
      let origin: NameOrigin = type == .primary && pieces.count > 1 ? .derived : .column
      let type = origin == .derived ? .variant : type
      addName(String(piece), type, strength, origin, element, to: &entry)
      for spelling in UNNameText.spellings(in: piece) {
        addName(spelling, .variant, strength, .derived, element, to: &entry)
      }
    }
  }

  private func addName(
    _ text: String, _ type: NameType, _ strength: NameStrength, _ origin: NameOrigin,
    _ element: XMLElement, to entry: inout WatchlistEntry
  ) {
    if text.unicodeScalars.contains("\u{FFFD}") { warn("replacement character in a name", element) }
    let name = ListedName(text, type: type, strength: strength, origin: origin)
    if origin == .column { entry.names.append(name) } else { entry.addDerivedName(name) }
  }

  private func addAlias(_ alias: XMLElement, to entry: inout WatchlistEntry) {
    let note = alias.text("NOTE")
    let isFormer = note.map(UNNameText.isFormerListing) ?? false
    var type: NameType = isFormer ? .former : .alias
    var strength = NameStrength.unknown
    switch alias.text("QUALITY") {
    case "Good": strength = .strong
    case "Low": strength = .weak
    case "f.k.a.": type = .former
    case "a.k.a.": break
    case nil:
      // Most parties have empty alias elements.
      if alias.text("ALIAS_NAME") == nil { return }
    default: warn("unknown quality of alias", alias)
    }
    guard let name = alias.text("ALIAS_NAME") else { return warn("empty alternate name", alias) }
    addNames(in: name, type, strength, alias, to: &entry)
    if let note {
      if let original = UNNameText.originalScript(in: note) {
        addName(original, .variant, strength, .remark, alias, to: &entry)
      } else if !isFormer {
        entry.addRemark(note)
      }
    }
    if let date = alias.text("DATE_OF_BIRTH") {
      _ = facts.addBirthDate(date.prefix(10), line: alias.line, to: &entry)
    }
    addBirthPlace(["CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"], of: alias, to: &entry)
  }

  private func addBirthPlace(
    _ parts: [String], of element: XMLElement, to entry: inout WatchlistEntry
  ) {
    entry.addBirthPlace(parts.compactMap { element.text($0) }.joined(separator: ", "))
  }

  private func addAddress(_ address: XMLElement, to entry: inout WatchlistEntry) {
    let place = ["CITY", "STATE_PROVINCE", "ZIP_CODE"].compactMap { address.text($0) }
    entry.addAddress(
      Address(
        lines: address.text("STREET") ?? "", city: place.joined(separator: ", "),
        country: address.text("COUNTRY") ?? ""))
    if let note = address.text("NOTE") { entry.addRemark(note) }
  }

  /// `DATE`, `YEAR`, `FROM_YEAR` and `TO_YEAR`, or a note alone; many elements are empty.
  private func addBirthDate(_ element: XMLElement, to entry: inout WatchlistEntry) {
    let note = element.text("NOTE")
    var text = element.text("DATE").map { String($0.prefix(10)) } ?? element.text("YEAR")
    if let first = element.text("FROM_YEAR"), let last = element.text("TO_YEAR") {
      text = "\(first) to \(last)"
    }
    let isNoteUsed = text == nil
    guard let text = text ?? note else { return }
    let isApproximate =
      element.text("TYPE_OF_DATE") == "APPROXIMATELY" || note?.lowercased() == "approximately"
    if !facts.addBirthDate(isApproximate ? "circa \(text)" : text, line: element.line, to: &entry) {
      entry.addRemark("DOB \(text)")
    }
    if let note, !isNoteUsed, note.lowercased() != "approximately" {
      entry.addRemark("DOB \(text): \(note)")
    }
  }

  private func addDocument(_ document: XMLElement, to entry: inout WatchlistEntry) {
    let label = document.text("TYPE_OF_DOCUMENT")
    let detail = document.text("TYPE_OF_DOCUMENT2")
    let note = document.text("NOTE")
    guard let number = document.text("NUMBER") else {
      let texts = [label, detail, note].compactMap(\.self)
      return entry.addRemark(texts.joined(separator: " "))
    }
    let country = document.text("COUNTRY_OF_ISSUE") ?? document.text("ISSUING_COUNTRY")
    facts.addIdentifier(
      Identifier(UNNameText.documentKind(label, detail), number, country: country),
      line: document.line, to: &entry)
    if let note { entry.addRemark("\(detail ?? label ?? "Document") \(number): \(note)") }
  }
}
