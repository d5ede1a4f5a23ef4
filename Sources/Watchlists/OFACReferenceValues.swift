/// The sets of values at the start of OFAC's advanced XML, and its places.
struct OFACReferenceValues {
  // By the name of the element and its number.
  private var values: [String: [String: String]] = [:]
  private var partyTypes: [String: String] = [:]
  private var areaCountries: [String: String] = [:]
  private var locations: [String: Address] = [:]

  /// The text of a value: `self["AliasType", "1400"]` is `A.K.A.`; of scripts the ISO 15924 code.
  subscript(set: String, id: String) -> String? { values[set]?[id] }

  /// The kind of party that a sub-type belongs to: sub-types of persons and of organisations have no
  /// names of their own.
  func partyType(ofSubType id: String) -> String? {
    partyTypes[id].flatMap { self["PartyType", $0] }
  }

  /// The place of a number.
  func location(_ id: String) -> Address? { locations[id] }

  /// Adds the values of a set.
  mutating func add(_ set: XMLElement) {
    for value in set.children {
      guard let id = value["ID"] else { continue }
      var text = value.content ?? ""
      switch value.name {
      case "Script":
        text = value["ScriptCode"].flatMap(ScriptCode.code) ?? ScriptCode.code(text) ?? text
      case "PartySubType": partyTypes[id] = value["PartyTypeID"]
      case "AreaCode": areaCountries[id] = value["CountryID"]
      default: break
      }
      values[value.name, default: [:]][id] = text
    }
  }

  /// Adds a place.
  mutating func addLocation(_ location: XMLElement) {
    guard let id = location["ID"] else { return }
    var parts: [String: String] = [:]
    for part in location.all("LocationPart") {
      let type = self["LocPartType", part["LocPartTypeID"] ?? ""] ?? ""
      let value = part.all("LocationPartValue").compactMap { $0.text("Value") }.first
      parts[type] = parts[type] ?? value
    }
    let country =
      location.first("LocationCountry")?["CountryID"]
      ?? location.first("LocationAreaCode")?["AreaCodeID"].flatMap { areaCountries[$0] }
    let name = country.flatMap { self["Country", $0] } ?? ""
    locations[id] = OFACFeature.address(parts, country: name == "undetermined" ? "" : name)
  }
}
