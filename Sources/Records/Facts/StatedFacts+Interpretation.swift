internal import Measures

/// Something about the facts of a record that a person should know.
struct FactNote: Hashable {
  enum Reason: String {
    /// The value of the fact has no meaning here; the fact counts as missing.
    case notUnderstood = "NOT_UNDERSTOOD"
    /// A time stood without a zone: it is taken as New York.
    case assumed = "ASSUMED"
    /// A divestment is claimed, and no evidence is named.
    case withoutEvidence = "WITHOUT_EVIDENCE"
  }

  var attribute: FieldSpecification.Attribute
  var reason: Reason

  /// `TIME_ZONE_ASSUMED`, `CONDUCT_NOT_UNDERSTOOD` and so on.
  var code: String { "\(attribute.rawValue.uppercased())_\(reason.rawValue)" }

  var isFault: Bool { reason == .notUnderstood }
}

/// What the stated facts mean.
struct InterpretedFacts {
  var facts: TransactionFacts
  /// In the order of the attributes.
  var notes: [FactNote] = []
}

extension StatedFacts {
  /// Reads the facts.
  ///
  /// - Parameters:
  ///   - isOfSecurity: Whether the record names an instrument or an issuer. If it does not, the
  ///     conduct is a payment unless stated; if it does, the conduct must be stated.
  ///   - time: When the transaction counts as made, unless a date is stated.
  func interpreted(
    isOfSecurity: Bool, time: TransactionTime = .anyTime
  ) -> InterpretedFacts {
    var result = InterpretedFacts(facts: TransactionFacts(time: time))
    func note(_ attribute: FieldSpecification.Attribute, _ reason: FactNote.Reason) {
      result.notes.append(FactNote(attribute: attribute, reason: reason))
    }
    func read<Value>(
      _ attribute: FieldSpecification.Attribute, _ read: (String) -> Value?
    ) -> Value? {
      guard let text = self[attribute] else { return nil }
      let value = read(text)
      if value == nil { note(attribute, .notUnderstood) }
      return value
    }
    let isConductStated = self[.conduct] != nil
    result.facts.conduct = read(.conduct, Self.conduct)
    if !isConductStated, !isOfSecurity { result.facts.conduct = .payment }
    if let purpose = self[.purpose] {
      result.facts.purpose = Self.word(purpose) == "divestment" ? .divestment : .other
      if result.facts.purpose == .divestment, self[.evidence] == nil {
        note(.purpose, .withoutEvidence)
      }
    }
    result.facts.nexus = read(.nexus) { Nexus($0) }
    result.facts.isItemSubjectToEAR = read(.itemSubjectToEAR, Self.flag)
    result.facts.eccn = self[.eccn]
    result.facts.claimsLicence = self[.licence].map { Self.flag($0) != false } ?? false
    if let date = self[.tradeDate] {
      let text = [date, self[.tradeTime], self[.timeZone]].compactMap { $0 }.joined(separator: " ")
      // Whatever day was meant, nothing worse follows from it than the worst of all.
      result.facts.time = TransactionTime(text) ?? .anyTime
      if TransactionTime(text) == nil { note(.tradeDate, .notUnderstood) }
      if result.facts.time.isZoneAssumed { note(.timeZone, .assumed) }
    }
    return result
  }

  private static func conduct(_ text: String) -> Conduct? {
    switch word(text) {
    case "buy": .purchase
    case "sell": .sale
    case "wire": .payment
    case let word: Conduct(rawValue: word)
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch word(text) {
    case "yes", "y", "true", "1": true
    case "no", "n", "false", "0", "none": false
    default: nil
    }
  }

  /// Small letters, with `_` for spaces and hyphens: `In-country transfer` is `in_country_transfer`.
  private static func word(_ text: String) -> String {
    String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}
