/// Reads the consolidated list of financial sanctions of the European Union as XML, layout 1.1.
final class EUXMLReader {
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []
  private var published: CalendarDate?

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or a party has no name or number.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = EUXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let scanner = XMLElementScanner(file, .init(root: "export", hasNamespace: true)) {
      element throws(WatchlistError) in try reader.read(element)
    }
    try scanner.run()
    return ListContent(
      name: "EU-FSF", published: reader.published, entries: reader.entries,
      warnings: reader.facts.warnings)
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "export":
      published = element["generationDate"].flatMap { ListDateText.day($0.prefix(10)) }
      if published == nil { warn("generationDate not understood", element) }
    case "sanctionEntity": entries.append(try entry(element))
    default: try facts.addUnknown(element)
    }
  }

  private func entry(_ element: XMLElement) throws(WatchlistError) -> WatchlistEntry {
    guard let uid = element["euReferenceNumber"] ?? element["logicalId"] else {
      throw WatchlistError(.missingField(name: "logicalId"), path: facts.path, line: element.line)
    }
    var entry = WatchlistEntry(list: ListCode.eu, uid: uid, type: type(element), names: [])
    addNames(element.all("nameAlias"), to: &entry)
    guard !entry.names.isEmpty else {
      throw WatchlistError(.missingField(name: "wholeName"), path: facts.path, line: element.line)
    }
    entry.listedOn = day("designationDate", of: element)
    for child in element.children { add(child, to: &entry) }
    if let details = element["designationDetails"] { entry.addRemark(details) }
    if let number = element["unitedNationId"] { entry.addRemark("UN Reference Number \(number)") }
    return entry
  }

  /// The list has ships among the organisations; which ones they are only their IMO number tells,
  /// and owners may have one as well.
  private func type(_ element: XMLElement) -> PartyType {
    let isNumbered = element.all("identification").contains {
      $0["identificationTypeCode"] == "imo"
    }
    switch element.first("subjectType")?["code"]?.lowercased() {
    case "person": return .person
    case "enterprise", "entity": return isNumbered ? .unknown : .organisation
    case "vessel": return .vessel
    default:
      warn("unknown type of entry", element)
      return .unknown
    }
  }

  private func day(_ attribute: String, of element: XMLElement) -> CalendarDate? {
    guard let text = element[attribute] else { return nil }
    let day = ListDateText.day(text.prefix(10))
    if day == nil { warn("\(attribute) not understood", element) }
    return day
  }

  /// Adds the names, the first strong one as the primary one.
  private func addNames(_ aliases: [XMLElement], to entry: inout WatchlistEntry) {
    for alias in aliases {
      let parts = ["firstName", "middleName", "lastName"].compactMap { alias[$0] }
      guard let text = alias["wholeName"] ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
      else {
        warn("empty alternate name", alias)
        continue
      }
      entry.names.append(ListedName(text, type: .alias, strength: strength(alias)))
      for attribute in ["title", "function"] {
        numberedItems(alias[attribute] ?? "").forEach { entry.addTitle(String($0)) }
      }
    }
    guard !entry.names.isEmpty else { return }
    let primary = entry.names.firstIndex { $0.strength == .strong } ?? 0
    entry.names[primary].type = .primary
    entry.putPrimaryNameFirst()
  }

  /// Told by an attribute, or in the remark, which is not always well spelt.
  private func strength(_ alias: XMLElement) -> NameStrength {
    let remark = alias.all("remark").compactMap { $0.content?.lowercased() }.joined(separator: " ")
    if EUNameRemark.isWeak(remark) { return .weak }
    switch alias["strong"] {
    case "true": return .strong
    case "false": return .weak
    default: return EUNameRemark.isStrong(remark) ? .strong : .unknown
    }
  }

  private func add(_ child: XMLElement, to entry: inout WatchlistEntry) {
    switch child.name {
    case "nameAlias", "subjectType": break
    case "regulation":
      if let tag = child["programme"] { entry.addProgram(tag) }
      if let title = child["numberTitle"] { entry.addLegalBasis(title) }
      // Entries without a designation of their own date from their regulation.
      if entry.listedOn == nil { entry.listedOn = day("publicationDate", of: child) }
      if entry.effectiveOn == nil { entry.effectiveOn = day("entryIntoForceDate", of: child) }
    case "citizenship": entry.addCountry(country(child) ?? "")
    case "birthdate": addBirthDate(child, to: &entry)
    case "address": addAddress(child, to: &entry)
    case "identification": addIdentification(child, to: &entry)
    case "remark": if let text = child.content { entry.addRemark(text) }
    default: warn("unknown element '\(child.name)' in an entry", child)
    }
  }

  /// The country as printed; the code `00` stands for an unknown one.
  private func country(_ element: XMLElement) -> String? {
    let text = element["countryDescription"] ?? element["countryIso2Code"]
    return text == "UNKNOWN" || text == "00" ? nil : text
  }

  private func addAddress(_ address: XMLElement, to entry: inout WatchlistEntry) {
    let box = address["poBox"].map { "P.O. Box \($0)" }
    let lines = [address["street"], box, address["place"]].compactMap(\.self)
    let city = ["city", "region", "zipCode"].compactMap { address[$0] }
    entry.addAddress(
      Address(
        lines: lines.joined(separator: ", "), city: city.joined(separator: ", "),
        country: country(address) ?? ""))
    for child in address.children {
      switch child.name {
      case "regulationSummary": break
      case "contactInfo":
        entry.addRemark([child["key"], child["value"]].compactMap(\.self).joined(separator: " "))
      default: if let text = child.content { entry.addRemark(text) }
      }
    }
  }

  /// A day, the parts of one that are not zero, or a range of years.
  private func addBirthDate(_ date: XMLElement, to entry: inout WatchlistEntry) {
    let place =
      ["place", "city", "region"].compactMap { date[$0] } + [country(date)].compactMap(\.self)
    entry.addBirthPlace(place.joined(separator: ", "))
    func number(_ names: String...) -> String? {
      names.compactMap { date[$0] }.first { $0 != "0" }.map { $0.count < 2 ? "0\($0)" : $0 }
    }
    var text = date["birthdate"].map { String($0.prefix(10)) }
    if text == nil, let first = number("yearRangeFrom"), let last = number("yearRangeTo") {
      text = "\(first) to \(last)"
    }
    if text == nil, let year = number("year") {
      let month = number("monthOfYear", "month")
      let day = month == nil ? nil : number("dayOfMonth", "day")
      text = [year, month, day].compactMap(\.self).joined(separator: "-")
    }
    guard let text else { return }
    let calendar = date["calendarType"] ?? "GREGORIAN"
    guard calendar == "GREGORIAN" else {
      return entry.addRemark("DOB \(text) (\(calendar) calendar)")
    }
    let printed = date["circa"] == "true" ? "circa \(text)" : text
    if !facts.addBirthDate(printed, line: date.line, to: &entry) {
      entry.addRemark("DOB \(printed)")
    }
  }

  private func addIdentification(_ document: XMLElement, to entry: inout WatchlistEntry) {
    var numbers = ["number", "latinNumber"].compactMap { document[$0] }
    if numbers.isEmpty { return warn("empty identifier", document) }
    if numbers.count == 2, numbers[0] == numbers[1] { numbers.removeLast() }
    let code = document["identificationTypeCode"] ?? ""
    for number in numbers {
      _ = facts.add(
        EUIdentification.meaning(of: code), number[...], country: country(document),
        line: document.line, to: &entry)
    }
    for remark in document.all("remark").compactMap(\.content) { entry.addRemark(remark) }
  }
}
