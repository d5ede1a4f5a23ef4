/// Reads Switzerland's consolidated list, which SECO publishes as XML.
///
/// Targets that were de-listed stay in the file and are left out by their last modification. Each
/// modification repeats what it changed; these copies are left out as well.
final class SECOXMLReader {
  private var facts: EntryFacts
  private var published: CalendarDate?
  private var entries: [WatchlistEntry] = []
  /// The programs by the number of each of their sets of measures.
  private var programs: [String: Program] = [:]
  private var places: [String: XMLElement] = [:]
  private var placeReferences: [PlaceReference] = []

  private struct Program {
    var tag: String
    var ordinance: String?
  }

  /// An address or place of birth, which is told by a place that may stand further behind.
  private struct PlaceReference {
    var entry: Int
    var element: XMLElement
  }

  /// Reads the entries of `file`.
  ///
  /// - Throws: ``WatchlistError`` when the XML is damaged or a party has no name or number.
  static func read(
    _ file: SourceFile, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    let reader = SECOXMLReader(EntryFacts(path: file.path, warnings: warnings))
    let shape = XMLElementScanner.Shape(
      root: "swiss-sanctions-list", leftOut: ["added", "removed"])
    let scanner = XMLElementScanner(file, shape) { element throws(WatchlistError) in
      try reader.read(element)
    }
    try scanner.run()
    for reference in reader.placeReferences { reader.add(reference) }
    return ListContent(
      name: "CH-SECO", published: reader.published, entries: reader.entries,
      warnings: reader.facts.warnings)
  }

  private init(_ facts: EntryFacts) { self.facts = facts }

  private func warn(_ message: String, _ element: XMLElement) {
    facts.warnings.add(message, path: facts.path, line: element.line)
  }

  private func read(_ element: XMLElement) throws(WatchlistError) {
    switch element.name {
    case "swiss-sanctions-list":
      published = element["date"].flatMap { ListDateText.day($0) }
      if published == nil { warn("date of the list not understood", element) }
    case "sanctions-program": addProgram(element)
    case "place": places[element["ssid"] ?? ""] = element
    case "target": try addTarget(element)
    default: try facts.addUnknown(element)
    }
  }

  private func addProgram(_ element: XMLElement) {
    func english(_ name: String) -> String? {
      let texts = element.all(name)
      return (texts.first { $0["lang"] == "eng" } ?? texts.first)?.content
    }
    let tag = english("program-key") ?? english("program-name") ?? element["ssid"] ?? ""
    let program = Program(tag: tag, ordinance: english("program-name"))
    for set in element.all("sanctions-set") { programs[set["ssid"] ?? ""] = program }
  }

  private func addTarget(_ target: XMLElement) throws(WatchlistError) {
    guard let uid = target["ssid"] else {
      throw WatchlistError(.missingField(name: "ssid"), path: facts.path, line: target.line)
    }
    let modifications = target.all("modification")
    if Self.isDelisted(modifications) { return }
    // An individual, an entity or an object.
    guard let party = target.children.first(where: { $0.first("identity") != nil }) else {
      throw WatchlistError(.missingField(name: "identity"), path: facts.path, line: target.line)
    }
    var entry = WatchlistEntry(list: ListCode.switzerland, uid: uid, type: type(party), names: [])
    // The names of the main identity come first.
    let identities = party.all("identity")
    let main = identities.filter { $0["main"] == "true" }
    for identity in main + identities.filter({ $0["main"] != "true" }) {
      addIdentity(identity, to: &entry)
    }
    guard !entry.names.isEmpty else {
      throw WatchlistError(.missingField(name: "name"), path: facts.path, line: target.line)
    }
    entry.putPrimaryNameFirst()
    addPrograms(of: target, to: &entry)
    let listings = modifications.filter { $0["modification-type"] == "listed" }
    entry.listedOn = listings.compactMap { Self.day($0, ["publication-date"]) }.min()
    entry.effectiveOn = listings.compactMap(Self.effectiveDay).min()
    if let sex = party["sex"] { entry.addRemark("Gender \(sex)") }
    for child in party.children { add(child, to: &entry) }
    for identifier in target.all("foreign-identifier").compactMap(\.content) {
      entry.addRemark("Foreign identifier \(identifier)")
    }
    entries.append(entry)
  }

  /// Whether the last modification took the target off the list: the one with the latest date, and
  /// of one day the first in the file, which puts the latest first.
  private static func isDelisted(_ modifications: [XMLElement]) -> Bool {
    guard var last = modifications.first else { return false }
    for modification in modifications.dropFirst() {
      guard let day = effectiveDay(modification) else { continue }
      if effectiveDay(last).map({ $0 < day }) ?? true { last = modification }
    }
    return last["modification-type"] == "de-listed"
  }

  private static func effectiveDay(_ modification: XMLElement) -> CalendarDate? {
    day(modification, ["effective-date", "enactment-date", "publication-date"])
  }

  private static func day(_ element: XMLElement, _ attributes: [String]) -> CalendarDate? {
    attributes.compactMap { element[$0] }.first.flatMap { ListDateText.day($0) }
  }

  private func type(_ party: XMLElement) -> PartyType {
    switch (party.name, party["object-type"]) {
    case ("individual", _): return .person
    case ("entity", _): return .organisation
    case (_, "vessel"): return .vessel
    case (_, "aircraft"): return .aircraft
    default:
      warn("unknown type of entry", party)
      return .unknown
    }
  }

  private func addPrograms(of target: XMLElement, to entry: inout WatchlistEntry) {
    let sets = target.all("sanctions-set-id").compactMap(\.content)
    for set in sets + [target["sanctions-set-id"]].compactMap(\.self) {
      guard let program = programs[set] else {
        warn("reference to a missing 'sanctions-set'", target)
        continue
      }
      entry.addProgram(program.tag)
      if let ordinance = program.ordinance { entry.addLegalBasis(ordinance) }
    }
  }

  /// Adds what the target has beside its identities.
  private func add(_ child: XMLElement, to entry: inout WatchlistEntry) {
    switch child.name {
    case "identity": break
    case "other-information":
      guard let text = child.content else { return }
      if let (meaning, value) = Self.fact(in: text),
        facts.add(meaning, value, line: child.line, to: &entry)
      {
        return
      }
      entry.addRemark(text)
    case "justification", "generic-attribute":
      if let text = child.content { entry.addRemark(text) }
    case "relation":
      let texts = [child["relation-type"], child["target-id"]].compactMap(\.self)
      entry.addRemark("Relation \(texts.joined(separator: " "))")
    default: warn("unknown element '\(child.name)' in an entry", child)
    }
  }

  /// An identifier of one word behind its label: `IMO Number: 8405270`.
  private static func fact(in text: String) -> (FeatureMeaning, Substring)? {
    guard let colon = text.firstIndex(of: ":"),
      let meaning = labels[trimmed(text[..<colon]).lowercased()]
    else { return nil }
    var value = trimmed(text[text.index(after: colon)...])
    if value.last == "." { value.removeLast() }
    return value.isEmpty || value.contains(" ") ? nil : (meaning, value)
  }

  private static let labels: [String: FeatureMeaning] = [
    "imo number": .imo,
    "mmsi": .identifier(.mmsi),
    "swift/bic": .identifier(.bic),
    "swift/bic code": .identifier(.bic),
    "swift code": .identifier(.bic),
    "taxpayer identification number": .identifier(.tax),
    "tax identification number": .identifier(.tax),
    "tax registration number": .identifier(.tax),
    "registration number": .identifier(.registration),
    "state registration number": .identifier(.registration),
    "business registration number": .identifier(.registration),
  ]

  private func addIdentity(_ identity: XMLElement, to entry: inout WatchlistEntry) {
    for child in identity.children {
      switch child.name {
      case "name": addNames(child, to: &entry)
      case "day-month-year": addBirthDate(child, to: &entry)
      case "nationality": entry.addCountry(child.text("country") ?? "")
      case "address", "place-of-birth":
        placeReferences.append(PlaceReference(entry: entries.count, element: child))
      case "identification-document": addDocument(child, to: &entry)
      default: warn("unknown element '\(child.name)' in an entry", child)
      }
    }
  }

  private func addNames(_ name: XMLElement, to entry: inout WatchlistEntry) {
    let type: NameType
    switch name["name-type"] {
    case "primary-name": type = entry.names.isEmpty ? .primary : .alias
    case "alias": type = .alias
    case "formerly-known-as": type = .former
    default:
      type = .alias
      warn("unknown type of alternate name", name)
    }
    let strength: NameStrength
    switch name["quality"] {
    case "good": strength = .strong
    case "low": strength = .weak
    default: strength = .unknown
    }
    let spellings = SECOName.spellings(of: name)
    guard let printed = spellings.first else { return warn("empty alternate name", name) }
    entry.names.append(ListedName(printed.text, type: type, strength: strength))
    for spelling in spellings.dropFirst() {
      entry.addDerivedName(
        ListedName(spelling.text, type: .variant, strength: strength, script: spelling.script))
    }
  }

  private func addBirthDate(_ date: XMLElement, to entry: inout WatchlistEntry) {
    let parts = ["year", "month", "day"].compactMap { date[$0] }
    let text = parts.map { $0.count < 2 ? "0\($0)" : $0 }.joined(separator: "-")
    let calendar = date["calendar"] ?? "Gregorian"
    guard calendar == "Gregorian" else {
      return entry.addRemark("DOB \(text) (\(calendar) calendar)")
    }
    let isApproximate = date["quality"] == "low"
    if !facts.addBirthDate(isApproximate ? "circa \(text)" : text, line: date.line, to: &entry) {
      entry.addRemark("DOB \(text)")
    }
  }

  private func addDocument(_ document: XMLElement, to entry: inout WatchlistEntry) {
    let type = document["document-type"] ?? ""
    guard let number = document.text("number") else { return warn("empty identifier", document) }
    let kind: IdentifierKind =
      type.contains("passport") ? .passport : type.hasSuffix("id-card") ? .nationalID : .other
    facts.addIdentifier(
      Identifier(kind, number, country: document.text("issuer")), line: document.line, to: &entry)
  }

  /// Adds an address or place of birth, whose own elements come before those of its place.
  private func add(_ reference: PlaceReference) {
    let element = reference.element
    let place = element["place-id"].flatMap { places[$0] }
    if place == nil, element["place-id"] != nil { warn("reference to a missing 'place'", element) }
    func text(_ name: String) -> String? { element.text(name) ?? place?.text(name) }
    let box = text("p-o-box").map { "P.O. Box \($0)" }
    let lines = [text("c-o"), text("address-details"), box].compactMap(\.self)
    let city = ["location", "area", "zip-code"].compactMap { text($0) }
    let country = text("country") ?? ""
    if element.name == "address" {
      entries[reference.entry].addAddress(
        Address(
          lines: lines.joined(separator: ", "), city: city.joined(separator: ", "),
          country: country))
      if let remarks = element.text("remarks") { entries[reference.entry].addRemark(remarks) }
    } else {
      entries[reference.entry].addBirthPlace(
        (city + [country]).filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }
}
