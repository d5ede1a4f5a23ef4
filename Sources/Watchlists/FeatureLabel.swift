/// What a labelled fact of a list entry means, such as `DOB` or `SWIFT/BIC`.
enum FeatureMeaning: Hashable {
  case identifier(IdentifierKind)
  /// An IMO number: of the hull for vessels, of the company for all others.
  case imo
  case birthDate
  case birthPlace
  case country
  case alias(NameType)
  case issuerName
  case listedOn
  case effectiveOn
  case divestBy
  /// A date of one of several directives, which the remarks keep.
  case directiveListedOn
  case directiveEffectiveOn
}

/// The labels that OFAC puts before the facts in remarks, in the `idType` elements of the XML,
/// and, behind the facts, in the `ids` column of the CSL.
enum FeatureLabel {
  /// What a whole label means, or nil for those that stay in the remarks.
  static func meaning(of label: String) -> FeatureMeaning? {
    let label = label.hasSuffix(":") ? String(label.dropLast()) : label
    if let meaning = meanings[label] { return meaning }
    if label.hasPrefix(cryptoPrefix) { return .identifier(.cryptoAddress) }
    if let meaning = directiveDate(label) { return meaning }
    return numberLabel(label).flatMap { $0.length == label.utf8.count ? $0.meaning : nil }
  }

  /// Splits `text` into a known label at its start and the value behind it.
  ///
  ///     split("Passport A1 (Iran)")   // (.identifier(.passport), "A1 (Iran)")
  ///
  /// - Returns: Nil when no known label starts the text.
  static func split(_ text: Substring) -> (meaning: FeatureMeaning, value: Substring)? {
    guard let first = text.utf8.first else { return nil }
    for (label, meaning) in labelsByFirstByte[first] ?? [] {
      if let value = value(after: label, in: text) { return (meaning, value) }
    }
    if let rest = value(after: cryptoPrefix, in: text), let space = rest.firstIndex(of: " ") {
      return (.identifier(.cryptoAddress), trimmed(rest[space...]))
    }
    if text.hasPrefix("Listing Date (") || text.hasPrefix("Effective Date ("),
      let end = text.firstIndex(of: ")"), let meaning = directiveDate(String(text[...end]))
    {
      let value = text[text.index(after: end)...].drop { $0 == ":" }
      return (meaning, trimmed(value))
    }
    guard let label = numberLabel(text) else { return nil }
    return (
      label.meaning, trimmed(text[text.utf8.index(text.startIndex, offsetBy: label.length)...])
    )
  }

  private static func value(after label: String, in text: Substring) -> Substring? {
    guard text.utf8.starts(with: label.utf8) else { return nil }
    let rest = text.utf8.dropFirst(label.utf8.count)
    guard let next = rest.first, next == UInt8(ascii: " ") || next == UInt8(ascii: ":") else {
      return nil
    }
    return trimmed(Substring(rest.dropFirst()))
  }

  /// `Listing Date (EO 14024 Directive 2)` and its like.
  private static func directiveDate(_ label: String) -> FeatureMeaning? {
    if label.hasPrefix("Listing Date (") { return .directiveListedOn }
    return label.hasPrefix("Effective Date (") ? .directiveEffectiveOn : nil
  }

  /// Finds the end of a label that ends in ` No.`, ` Number`, ` ID` or ` #` and has no meaning of
  /// its own: the many registers of the world.
  private static func numberLabel(
    _ text: some StringProtocol
  ) -> (length: Int, meaning: FeatureMeaning)? {
    let bytes = Array(text.utf8.prefix(80))
    for end in [" No.", " Number", " ID", " #"] {
      let ending = Array(end.utf8)
      guard bytes.count >= ending.count else { continue }
      for start in 0...(bytes.count - ending.count)
      where bytes[start..<(start + ending.count)].elementsEqual(ending) {
        let length = start + ending.count
        guard length == bytes.count || bytes[length] == UInt8(ascii: " ") else { continue }
        let label = String(decoding: bytes[..<length], as: UTF8.self)
        let isContact = ["Phone", "Fax", "Telephone", "Linked To"].contains { label.contains($0) }
        if isContact { return nil }
        let isRegister = registerWords.contains { label.contains($0) }
        return (length, .identifier(isRegister ? .registration : .other))
      }
    }
    return nil
  }

  private static let registerWords = [
    "Regist", "Chamber", "Compan", "Commerc", "Trade", "Licen", "Econom", "Business",
  ]

  private static let cryptoPrefix = "Digital Currency Address -"

  private static let meanings: [String: FeatureMeaning] = [
    "DOB": .birthDate,
    "POB": .birthPlace,
    "nationality": .country,
    "citizen": .country,
    "Nationality": .country,
    "Citizen": .country,
    "Nationality of Registration": .country,
    "a.k.a.": .alias(.alias),
    "f.k.a.": .alias(.former),
    "n.k.a.": .alias(.current),
    "Issuer Name": .issuerName,
    "Listing Date (CMIC)": .listedOn,
    "Effective Date (CMIC)": .effectiveOn,
    "Purchase/Sales For Divestment Date (CMIC)": .divestBy,
    "ISIN": .identifier(.isin),
    "Equity Ticker": .identifier(.ticker),
    "Legal Entity Number": .identifier(.lei),
    "SWIFT/BIC": .identifier(.bic),
    "Unified Social Credit Code (USCC)": .identifier(.uscc),
    "Vessel Registration Identification": .imo,
    "Identification Number IMO": .imo,
    "Company Number IMO": .identifier(.companyIMO),
    "MMSI": .identifier(.mmsi),
    "Passport": .identifier(.passport),
    "Stateless Person Passport": .identifier(.passport),
    "Diplomatic Passport": .identifier(.passport),
    "National ID No.": .identifier(.nationalID),
    "National Foreign ID Number": .identifier(.nationalID),
    "Personal ID Card": .identifier(.nationalID),
    "Identification Number": .identifier(.nationalID),
    "Cedula No.": .identifier(.nationalID),
    "Cedula No": .identifier(.nationalID),
    "D.N.I.": .identifier(.nationalID),
    "C.U.R.P.": .identifier(.nationalID),
    "SSN": .identifier(.nationalID),
    "Tax ID No.": .identifier(.tax),
    "V.A.T. Number": .identifier(.tax),
    "NIT #": .identifier(.tax),
    "RUC #": .identifier(.tax),
    "RIF #": .identifier(.tax),
    "R.F.C.": .identifier(.tax),
    "RFC": .identifier(.tax),
    "C.U.I.T.": .identifier(.tax),
    "RTN": .identifier(.tax),
    "Registration Number": .identifier(.registration),
    "Registration ID": .identifier(.registration),
    "Public Registration Number": .identifier(.registration),
    "Business Registration Number": .identifier(.registration),
    "Business Registration Document #": .identifier(.registration),
    "Business Number": .identifier(.registration),
    "Company Number": .identifier(.registration),
    "C.R. No.": .identifier(.registration),
    "Government Gazette Number": .identifier(.registration),
    "Matricula Mercantil No": .identifier(.registration),
    "Folio Mercantil No.": .identifier(.registration),
    "License": .identifier(.registration),
    "BIK (RU)": .identifier(.other),
    "Aircraft Tail Number": .identifier(.tailNumber),
    "Previous Aircraft Tail Number": .identifier(.tailNumber),
    "Aircraft Manufacturer's Serial Number (MSN)": .identifier(.aircraftSerial),
    "Aircraft Construction Number (also called L/N or S/N or F/N)": .identifier(.aircraftSerial),
    "Aircraft Mode S Transponder Code": .identifier(.other),
    "D-U-N-S Number": .identifier(.duns),
    "Vessel Call Sign": .identifier(.callSign),
  ]

  /// The labels by their first byte, longest first, so that the first that fits is the right one.
  private static let labelsByFirstByte: [UInt8: [(String, FeatureMeaning)]] = {
    let ordered = meanings.sorted { a, b in
      a.key.utf8.count != b.key.utf8.count ? a.key.utf8.count > b.key.utf8.count : a.key < b.key
    }
    return Dictionary(grouping: ordered.map { ($0.key, $0.value) }) { $0.0.utf8.first ?? 0 }
  }()
}

/// `text` without the white space around it.
func trimmed(_ text: some StringProtocol) -> Substring {
  var bytes = Substring(text).utf8
  while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
  while let last = bytes.last, isSpace(last) { bytes.removeLast() }
  return Substring(bytes)
}
