/// Reads OFAC's advanced XML, `SDN_ADVANCED.XML` and `CONS_ADVANCED.XML`.
///
/// Everything in it refers to sets of values at its start; places and documents come before the
/// parties, the lists that they are on behind them.
final class OFACAdvancedXMLReader {
  private var facts: EntryFacts
  private var values = OFACReferenceValues()
  private var published: CalendarDate?
  private var documents: [String: [Document]] = [:]
  private var parties: [OFACParty] = []
  /// Where each profile stands in `parties`.
  private var positions: [String: Int] = [:]

  private struct Document {
    var label, number: String
    var country: String?
    var line: Int
  }

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or a party has no name or number.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = OFACAdvancedXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let shape = XMLElementScanner.Shape(
      root: "Sanctions", hasNamespace: true,
      containers: [
        "ReferenceValueSets", "Locations", "IDRegDocuments", "DistinctParties",
        "ProfileRelationships", "SanctionsEntries",
      ], leftOut: ["SanctionsEntryLinks"])
    let scanner = XMLElementScanner(file, shape) { element throws(WatchlistError) in
      try reader.read(element)
    }
    try scanner.run()
    if reader.published == nil {
      reader.facts.warnings.add("DateOfIssue not understood", path: file.path)
    }
    return OFACParty.content(reader.parties, published: reader.published, reader.facts)
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "Sanctions": break
    case "DateOfIssue": published = Self.day(element)
    case "Location": values.addLocation(element)
    case "IDRegDocument": addDocument(element)
    case "DistinctParty": try addParty(element)
    case "ProfileRelationship": addRelation(element)
    case "SanctionsEntry": addListing(element)
    default:
      guard element.name.hasSuffix("Values") else { return try facts.addUnknown(element) }
      values.add(element)
    }
  }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  /// The value that an attribute refers to; a warning when there is none such.
  private func value(_ set: String, _ attribute: String, of element: XMLElement) -> String? {
    guard let id = element[attribute] else { return nil }
    let value = values[set, id]
    if value == nil { warn("reference to a missing '\(set)'", element) }
    return value
  }

  /// The day of the elements `Year`, `Month` and `Day` inside.
  private static func day(_ element: XMLElement?) -> CalendarDate? {
    guard
      let numbers = element.map({ date in
        ["Year", "Month", "Day"].compactMap { date.text($0).flatMap { Int($0) } }
      }), numbers.count == 3
    else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private func addDocument(_ element: XMLElement) {
    guard let number = element.text("IDRegistrationNo"), let identity = element["IdentityID"]
    else { return warn("empty identifier", element) }
    let label = value("IDRegDocType", "IDRegDocTypeID", of: element) ?? "Document"
    let country = value("Country", "IssuedBy-CountryID", of: element)
    documents[identity, default: []].append(
      Document(label: label, number: number, country: country, line: element.line))
  }

  private func addParty(_ element: XMLElement) throws(WatchlistError) {
    let profiles = element.all("Profile")
    guard !profiles.isEmpty else {
      throw WatchlistError(.missingField(name: "Profile"), path: facts.path, line: element.line)
    }
    for profile in profiles {
      guard let uid = profile["ID"] else {
        throw WatchlistError(.missingField(name: "ID"), path: facts.path, line: profile.line)
      }
      var entry = WatchlistEntry(list: "", uid: uid, type: type(profile), names: [])
      for identity in profile.all("Identity") {
        addNames(identity, to: &entry)
        for document in documents[identity["ID"] ?? ""] ?? [] {
          facts.addLabelled(
            document.label, document.number, country: document.country, line: document.line,
            to: &entry)
        }
      }
      guard !entry.names.isEmpty else {
        throw WatchlistError(.missingField(name: "Alias"), path: facts.path, line: profile.line)
      }
      entry.putPrimaryNameFirst()
      for feature in profile.all("Feature") { add(feature, to: &entry) }
      if let comment = element.text("Comment") { entry.addRemark(comment) }
      positions[uid] = parties.count
      parties.append(OFACParty(entry, line: profile.line))
    }
  }

  private func type(_ profile: XMLElement) -> PartyType {
    let id = profile["PartySubTypeID"] ?? ""
    let names = [values["PartySubType", id], values.partyType(ofSubType: id)].compactMap(\.self)
    if let type = names.compactMap(OFACFeature.partyType).first { return type }
    warn("unknown type of entry", profile)
    return .unknown
  }

  private func addNames(_ identity: XMLElement, to entry: inout WatchlistEntry) {
    let groups = identity.all("NamePartGroups").flatMap { $0.all("MasterNamePartGroup") }
      .flatMap { $0.all("NamePartGroup") }
    var partTypes: [String: String] = [:]
    for group in groups {
      partTypes[group["ID"] ?? ""] = value("NamePartType", "NamePartTypeID", of: group)
    }
    for alias in identity.all("Alias") {
      let printed = value("AliasType", "AliasTypeID", of: alias).flatMap(OFACFeature.nameType)
      if printed == nil { warn("unknown type of alternate name", alias) }
      // A further identity has a primary name of its own.
      let isPrimary = alias["Primary"] == "true" && entry.names.first?.type != .primary
      let other = printed == .primary ? .alias : printed ?? .alias
      let names = names(of: alias, isPrimary ? .primary : other, partTypes: partTypes)
      entry.names.insert(contentsOf: names, at: isPrimary ? 0 : entry.names.count)
    }
  }

  /// The name of an alias in Latin letters and, behind it, what it is in other scripts.
  private func names(
    of alias: XMLElement, _ type: NameType, partTypes: [String: String]
  ) -> [ListedName] {
    let strength: NameStrength = alias["LowQuality"] == "true" ? .weak : .strong
    var names: [ListedName] = []
    for documented in alias.all("DocumentedName") {
      let parts = documented.all("DocumentedNamePart").flatMap { $0.all("NamePartValue") }
      let text = OFACFeature.name(
        of: parts.compactMap { part in
          part.content.map { (partTypes[part["NamePartGroupID"] ?? ""] ?? "", $0) }
        })
      guard !text.isEmpty else {
        warn("empty alternate name", documented)
        continue
      }
      let script = parts.first.flatMap { value("Script", "ScriptID", of: $0) }
      names.append(
        ListedName(
          text, type: names.isEmpty ? type : .variant, strength: strength, script: script))
    }
    return names
  }

  private func add(_ feature: XMLElement, to entry: inout WatchlistEntry) {
    guard let label = value("FeatureType", "FeatureTypeID", of: feature) else { return }
    for version in feature.all("FeatureVersion") {
      let place = version.first("VersionLocation")?["LocationID"].flatMap { values.location($0) }
      if label == "Location" {
        if let place { entry.addAddress(place) }
        continue
      }
      let detail = version.first("VersionDetail")
      let text =
        detail.flatMap { value("DetailReference", "DetailReferenceID", of: $0) ?? $0.content }
        ?? place.map(Self.text)
      let days = version.first("DatePeriod").flatMap(Self.days)
      OFACFeature.add(label, text, days: days, line: version.line, to: &entry, &facts)
    }
  }

  private static func text(_ place: Address) -> String {
    [place.lines, place.city, place.country].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// From the first day that the start may be to the last that the end may be.
  private static func days(_ period: XMLElement) -> DateInterval? {
    guard let start = period.first("Start"), let end = period.first("End"),
      let first = day(start.first("From")), let last = day(end.first("To")), first <= last
    else { return nil }
    let isApproximate = start["Approximate"] == "true" || end["Approximate"] == "true"
    return DateInterval(first: first, last: last, isApproximate: isApproximate)
  }

  private func addRelation(_ relation: XMLElement) {
    guard let from = relation["From-ProfileID"].flatMap({ positions[$0] }),
      let type = value("RelationType", "RelationTypeID", of: relation)
    else { return }
    // Parties of other files are known by their number only.
    let to = relation["To-ProfileID"] ?? ""
    let name = positions[to].map { parties[$0].entry.names[0].text } ?? to
    parties[from].entry.addRemark("\(type) \(name)")
  }

  private func addListing(_ element: XMLElement) {
    guard let position = element["ProfileID"].flatMap({ positions[$0] }) else {
      return warn("listing of a missing party", element)
    }
    guard let name = value("List", "ListID", of: element) else { return }
    let events = element.all("EntryEvent")
    let dates = events.compactMap { Self.day($0.first("Date")) }
    parties[position].listings.append(.init(name: name, date: dates.min()))
    for event in events {
      if let basis = value("LegalBasis", "LegalBasisID", of: event), basis != "Unknown" {
        parties[position].entry.addLegalBasis(basis)
      }
    }
    for measure in element.all("SanctionsMeasure") {
      guard let type = value("SanctionsType", "SanctionsTypeID", of: measure) else { continue }
      if type != "Program" {
        parties[position].addSanctionsType(type)
      } else if let tag = measure.text("Comment") {
        parties[position].entry.addProgram(tag)
      }
    }
  }
}
