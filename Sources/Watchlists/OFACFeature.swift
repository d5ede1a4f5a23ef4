/// The features and name parts of OFAC's advanced and enhanced XML.
enum OFACFeature {
  /// Adds a feature to `entry`; what has no place of its own goes into the remarks.
  ///
  /// - Parameters:
  ///   - label: The type of the feature, such as `Birthdate`.
  ///   - text: The feature as printed; nil where it has a date only.
  ///   - days: The days that it means, for features that are dates.
  static func add(
    _ label: String, _ text: String?, days: DateInterval?, line: Int,
    to entry: inout WatchlistEntry, _ facts: inout EntryFacts
  ) {
    let text =
      text ?? days.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
    guard let text else {
      return facts.warnings.add("empty feature", path: facts.path, line: line)
    }
    let meaning = meaning(of: label)
    if meaning == .birthDate, let days { return entry.addBirthDate(days) }
    if label == "Title" {
      entry.addTitle(text)
    } else if let meaning, facts.add(meaning, text[...], line: line, to: &entry) {
      return
    } else {
      entry.addRemark("\(label) \(text)")
    }
  }

  private static func meaning(of label: String) -> FeatureMeaning? {
    switch label {
    case "Birthdate": .birthDate
    case "Place of Birth": .birthPlace
    case "Nationality Country", "Citizenship Country", "Vessel Flag", "Other Vessel Flag",
      "Former Vessel Flag":
      .country
    case "Other Vessel Call Sign": .identifier(.callSign)
    default: FeatureLabel.meaning(of: label)
    }
  }

  /// The address that typed parts make.
  static func address(_ parts: [String: String], country: String) -> Address {
    func texts(_ types: [String]) -> String {
      types.compactMap { parts[$0] }.joined(separator: ", ")
    }
    // A place without a country may have a region, which the other files print like this.
    let region = parts["REGION"].map { "Region: \($0)" } ?? ""
    return Address(
      lines: texts(["Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3"]),
      city: texts(["CITY", "STATE/PROVINCE", "POSTAL CODE"]),
      country: country.isEmpty ? region : country)
  }

  /// What kind of party the type of a party means, or nil for one not known.
  static func partyType(_ text: String) -> PartyType? {
    switch text {
    case "Individual": .person
    case "Entity": .organisation
    case "Vessel": .vessel
    case "Aircraft": .aircraft
    default: nil
    }
  }

  /// What an alias is, or nil for a type not known.
  static func nameType(_ text: String) -> NameType? {
    switch text {
    case "Name": .primary
    case "A.K.A.": .alias
    case "F.K.A.": .former
    case "N.K.A.": .current
    default: nil
    }
  }

  /// The name that typed parts make: `LAST, First Middle`, as OFAC's other files print it, and the
  /// parts as they come where they are no parts of a person's name.
  static func name(of parts: [(type: String, text: String)]) -> String {
    func texts(_ types: [String]) -> String {
      types.flatMap { type in parts.filter { $0.type == type } }.map(\.text)
        .joined(separator: " ")
    }
    let family = texts(familyParts)
    let given = texts(givenParts)
    let other = parts.filter { !familyParts.contains($0.type) && !givenParts.contains($0.type) }
    let person = [family, given].filter { !$0.isEmpty }.joined(separator: ", ")
    return ([person] + other.map(\.text)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let familyParts = ["Last Name", "Maiden Name", "Matronymic"]
  private static let givenParts = ["First Name", "Middle Name", "Patronymic"]
}
