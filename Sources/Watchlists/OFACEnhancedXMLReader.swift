/// Reads OFAC's enhanced XML, `SDN_ENHANCED.XML` and `CONS_ENHANCED.XML`.
final class OFACEnhancedXMLReader {
  private var facts: EntryFacts
  private var published: CalendarDate?
  private var parties: [OFACParty] = []
  /// The ISO 15924 codes of the scripts by their number.
  private var scripts: [String: String] = [:]

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or a party has no name or number.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = OFACEnhancedXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let shape = XMLElementScanner.Shape(
      root: "sanctionsData", hasNamespace: true,
      containers: ["entities", "referenceValues"], leftOut: ["featureTypes"])
    let scanner = XMLElementScanner(file, shape) { element throws(WatchlistError) in
      try reader.read(element)
    }
    try scanner.run()
    return OFACParty.content(reader.parties, published: reader.published, reader.facts)
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "sanctionsData": break
    case "publicationInfo":
      published = element.text("dataAsOf").flatMap { ListDateText.day($0.prefix(10)) }
      if published == nil { warn("dataAsOf not understood", element) }
    case "referenceValue":
      if element.text("type") == "SCRIPT", let id = element["refId"] {
        scripts[id] = element.text("code").flatMap(ScriptCode.code)
      }
    case "entity": try addEntry(element)
    default: try facts.addUnknown(element)
    }
  }

  private func addEntry(_ element: XMLElement) throws(WatchlistError) {
    guard let uid = element["id"] else {
      throw WatchlistError(.missingField(name: "id"), path: facts.path, line: element.line)
    }
    // What an IMO number means depends on the type, so that it comes first.
    let general = element.first("generalInfo")
    let type = general?.text("entityType").flatMap(OFACFeature.partyType)
    if type == nil { warn("unknown type of entry", element) }
    var entry = WatchlistEntry(list: "", uid: uid, type: type ?? .unknown, names: [])
    entry.title = general?.text("title")
    var party = OFACParty(entry, line: element.line)
    for group in element.children {
      switch group.name {
      case "generalInfo": break
      case "sanctionsLists":
        for list in group.children {
          let date = list["datePublished"].flatMap { ListDateText.day($0) }
          if let name = list.content { party.listings.append(.init(name: name, date: date)) }
        }
      case "sanctionsPrograms":
        group.children.compactMap(\.content).forEach { entry.addProgram($0) }
      case "sanctionsTypes":
        group.children.compactMap(\.content).forEach { party.addSanctionsType($0) }
      case "legalAuthorities":
        group.children.compactMap(\.content).forEach { entry.addLegalBasis($0) }
      case "names": group.all("name").forEach { addName($0, to: &entry) }
      case "addresses": group.all("address").forEach { addAddress($0, to: &entry) }
      case "features": group.all("feature").forEach { addFeature($0, to: &entry) }
      case "identityDocuments":
        group.all("identityDocument").forEach { addDocument($0, to: &entry) }
      case "relationships":
        for relation in group.all("relationship") {
          let texts = [relation.text("type"), relation.text("relatedEntity")].compactMap(\.self)
          entry.addRemark(texts.joined(separator: " "))
        }
      default: warn("unknown element '\(group.name)' in an entry", group)
      }
    }
    guard !entry.names.isEmpty else {
      throw WatchlistError(.missingField(name: "name"), path: facts.path, line: element.line)
    }
    entry.putPrimaryNameFirst()
    if let remarks = general?.text("remarks") { entry.addRemark(remarks) }
    party.entry = entry
    parties.append(party)
  }

  /// Adds a name and, behind it, what it is in other scripts.
  private func addName(_ name: XMLElement, to entry: inout WatchlistEntry) {
    let isPrimary = name.text("isPrimary") == "true" && entry.names.first?.type != .primary
    let printed = name.text("aliasType").flatMap(OFACFeature.nameType)
    if !isPrimary, printed == nil { warn("unknown type of alternate name", name) }
    let strength: NameStrength = name.text("isLowQuality") == "true" ? .weak : .strong
    var names: [ListedName] = []
    for translation in name.all("translations").flatMap({ $0.all("translation") }) {
      let script = script(of: translation)
      guard let text = text(of: translation) else {
        warn("empty alternate name", translation)
        continue
      }
      let type: NameType = !names.isEmpty ? .variant : isPrimary ? .primary : printed ?? .alias
      names.append(ListedName(text, type: type, strength: strength, script: script))
    }
    entry.names.insert(contentsOf: names, at: isPrimary ? 0 : entry.names.count)
  }

  private func script(of translation: XMLElement) -> String? {
    guard let script = translation.first("script") else { return nil }
    let code = script["refId"].flatMap { scripts[$0] } ?? script.content.flatMap(ScriptCode.code)
    if code == nil { warn("unknown script of a name", translation) }
    return code
  }

  private func text(of translation: XMLElement) -> String? {
    if let text = translation.text("formattedFullName") { return text }
    let parts = translation.all("nameParts").flatMap { $0.all("namePart") }
    let text = OFACFeature.name(
      of: parts.compactMap { part in part.text("value").map { (part.text("type") ?? "", $0) } })
    return text.isEmpty ? nil : text
  }

  private func addAddress(_ address: XMLElement, to entry: inout WatchlistEntry) {
    var parts: [String: String] = [:]
    for translation in address.all("translations").flatMap({ $0.all("translation") })
    where parts.isEmpty {
      for part in translation.all("addressParts").flatMap({ $0.all("addressPart") }) {
        parts[part.text("type") ?? ""] = part.text("value")
      }
    }
    entry.addAddress(OFACFeature.address(parts, country: address.text("country") ?? ""))
  }

  private func addFeature(_ feature: XMLElement, to entry: inout WatchlistEntry) {
    guard let label = feature.text("type") else { return warn("feature without a type", feature) }
    OFACFeature.add(
      label, feature.text("value"), days: feature.first("valueDate").flatMap(Self.days),
      line: feature.line, to: &entry, &facts)
  }

  private static func days(_ date: XMLElement) -> DateInterval? {
    guard let first = date.text("fromDateBegin").flatMap({ ListDateText.day($0) }),
      let last = date.text("toDateEnd").flatMap({ ListDateText.day($0) }), first <= last
    else { return nil }
    return DateInterval(
      first: first, last: last, isApproximate: date.text("isApproximate") == "true")
  }

  private func addDocument(_ document: XMLElement, to entry: inout WatchlistEntry) {
    guard let label = document.text("type"), let number = document.text("documentNumber") else {
      return warn("empty identifier", document)
    }
    facts.addLabelled(
      label, number, country: document.text("issuingCountry"), line: document.line, to: &entry)
  }
}
