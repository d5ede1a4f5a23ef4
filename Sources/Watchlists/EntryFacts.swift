/// Puts labelled facts into a list entry and warns about those that cannot be read.
struct EntryFacts {
  /// The file that the facts come from, as the caller named it.
  let path: String
  var warnings: WarningCollector

  /// Adds a fact to `entry`.
  ///
  /// - Parameters:
  ///   - value: The fact as printed, with a country in parentheses or a date of issue behind it.
  ///   - country: The country when the format gives it apart.
  /// - Returns: Whether the fact was understood; if not, it belongs into the remarks.
  mutating func add(
    _ meaning: FeatureMeaning, _ value: Substring, country: String? = nil, line: Int,
    to entry: inout WatchlistEntry
  ) -> Bool {
    switch meaning {
    case .identifier(let kind):
      addIdentifier(kind, value, country: country, line: line, to: &entry)
    case .imo:
      addIMO(value, country: country, line: line, to: &entry)
    case .birthDate:
      return addBirthDate(value, line: line, to: &entry)
    case .birthPlace:
      entry.birthPlaces.append(String(value))
    case .country:
      entry.addCountry(String(value))
    case .alias(let type):
      addWeakName(value, type, line: line, to: &entry)
    case .issuerName:
      entry.names.append(
        ListedName(String(value), type: .issuer, strength: .unknown, origin: .remark))
    case .listedOn:
      return setDay(\.listedOn, value, line: line, in: &entry)
    case .effectiveOn:
      return setDay(\.effectiveOn, value, line: line, in: &entry)
    case .divestBy:
      return setDay(\.divestBy, value, line: line, in: &entry)
    case .directiveListedOn:
      _ = setDay(\.listedOn, value, line: line, in: &entry)
      return false
    case .directiveEffectiveOn:
      _ = setDay(\.effectiveOn, value, line: line, in: &entry)
      return false
    }
    return true
  }

  /// Adds a number behind its label as OFAC prints it, or puts both into the remarks when the label
  /// is none of an identifier.
  mutating func addLabelled(
    _ label: String, _ number: String, country: String?, line: Int,
    to entry: inout WatchlistEntry
  ) {
    if let meaning = FeatureLabel.meaning(of: label),
      add(meaning, number[...], country: country, line: line, to: &entry)
    {
      return
    }
    entry.addRemark("\(label) \(number)")
  }

  /// Notes an element that stands beside the parties, and may hold parties of a new kind.
  ///
  /// - Throws: ``WatchlistError`` when only complete lists are allowed.
  mutating func addUnknown(_ element: XMLElement) throws(WatchlistError) {
    try warnings.addIncomplete(
      "unknown element '\(element.name)'", path: path, line: element.line)
  }

  /// Adds a date of birth.
  ///
  /// - Returns: Whether `text` is a date.
  mutating func addBirthDate(
    _ text: some StringProtocol, line: Int, to entry: inout WatchlistEntry
  ) -> Bool {
    guard let interval = ListDateText.interval(text) else {
      warnings.add("date of birth not understood", path: path, line: line)
      return false
    }
    entry.addBirthDate(interval)
    return true
  }

  /// Adds an identifier after checking its digits.
  mutating func addIdentifier(
    _ identifier: Identifier, line: Int, to entry: inout WatchlistEntry
  ) {
    var identifier = identifier
    identifier.hasValidChecksum = CheckDigits.isValid(identifier.value, kind: identifier.kind)
    if identifier.hasValidChecksum == false {
      warnings.add(
        "\(identifier.kind.label) with a wrong check digit or length", path: path, line: line)
    }
    entry.identifiers.append(identifier)
  }

  /// Adds an identifier as OFAC prints it: `1084010 (Egypt) issued 16 Oct 2009 expires 2012`.
  private mutating func addIdentifier(
    _ kind: IdentifierKind, _ text: Substring, country: String?, line: Int,
    to entry: inout WatchlistEntry
  ) {
    // Some labels have a number sign behind them as well: `R.F.C. # IES-870805`.
    var value = text.hasPrefix("# ") ? trimmed(text.dropFirst(2)) : text
    for word in [" expires ", " issued "] {
      if let range = lastRange(of: word, in: value),
        ListDateText.interval(value[range.upperBound...]) != nil
      {
        value = trimmed(value[..<range.lowerBound])
      }
    }
    var country = country
    if country == nil, value.last == ")", let open = value.lastIndex(of: "("),
      open != value.startIndex
    {
      country = String(value[value.index(after: open)...].dropLast())
      value = trimmed(value[..<open])
    }
    addIdentifier(Identifier(kind, String(value), country: country), line: line, to: &entry)
  }

  private mutating func addIMO(
    _ text: Substring, country: String?, line: Int, to entry: inout WatchlistEntry
  ) {
    let hasPrefix = text.hasPrefix("IMO ")
    let value = hasPrefix ? trimmed(text.dropFirst(4)) : text
    let looksLikeIMO = value.utf8.count == 7 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let kind: IdentifierKind =
      !hasPrefix && !looksLikeIMO ? .registration : entry.type == .vessel ? .imo : .companyIMO
    addIdentifier(kind, value, country: country, line: line, to: &entry)
  }

  /// Adds a name in single quotes; without the closing one its remarks were cut.
  private mutating func addWeakName(
    _ text: Substring, _ type: NameType, line: Int, to entry: inout WatchlistEntry
  ) {
    if text.hasPrefix("'"), text.utf8.count == 1 || !text.hasSuffix("'") {
      warnings.add("weak name without its closing quote", path: path, line: line)
    }
    let name = Self.unquoted(text)
    guard !name.isEmpty else { return }
    entry.names.append(ListedName(name, type: type, strength: .weak, origin: .remark))
  }

  private mutating func setDay(
    _ day: WritableKeyPath<WatchlistEntry, CalendarDate?>, _ text: Substring, line: Int,
    in entry: inout WatchlistEntry
  ) -> Bool {
    guard let date = ListDateText.day(text) else {
      warnings.add("date of the listing not understood", path: path, line: line)
      return false
    }
    // An entry under several directives has several dates: the earliest counts.
    if entry[keyPath: day].map({ date < $0 }) ?? true { entry[keyPath: day] = date }
    return true
  }

  /// The name inside single quotes, which stand for apostrophes as well: `''ALI, Abu'`. Where
  /// family and given name have quotes each, as in `'A', 'B'`, the inner ones go too.
  private static func unquoted(_ text: Substring) -> String {
    var inner = text
    if inner.first == "'" { inner.removeFirst() }
    if inner.last == "'" { inner.removeLast() }
    guard let seam = lastRange(of: "', '", in: inner) else { return String(inner) }
    return "\(inner[..<seam.lowerBound]), \(inner[seam.upperBound...])"
  }
}

extension IdentifierKind {
  /// The name of the kind in messages and in our own CSV.
  package var label: String {
    switch self {
    case .other: "OTHER"
    case .isin: "ISIN"
    case .ticker: "TICKER"
    case .lei: "LEI"
    case .bic: "BIC"
    case .uscc: "USCC"
    case .imo: "IMO"
    case .mmsi: "MMSI"
    case .passport: "PASSPORT"
    case .nationalID: "NATIONAL_ID"
    case .tax: "TAX"
    case .tailNumber: "TAIL"
    case .cryptoAddress: "CRYPTO"
    case .registration: "REGISTRATION"
    case .duns: "DUNS"
    case .callSign: "CALL_SIGN"
    case .companyIMO: "COMPANY_IMO"
    case .aircraftSerial: "AIRCRAFT_SERIAL"
    }
  }
}
