/// What a measure makes of a match, from the mildest to the most severe.
///
/// The raw values are the words of the output. The most severe outcome of a record acts.
public enum Outcome: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The measure does not reach the transaction. It stays in the record of the run.
  case notRestricted = "NOT_RESTRICTED"
  /// The measure allows it.
  case permitted = "PERMITTED"
  /// The measure allows it while its divestment window is open.
  case permittedDivestment = "PERMITTED_DIVESTMENT"
  /// The measure is announced and not yet in force.
  case notYetProhibited = "NOT_YET_PROHIBITED"
  /// A person must decide; the reasons say why.
  case review = "REVIEW"
  /// A fact that decides is missing or unknown, and named.
  case indeterminate = "INDETERMINATE"
  /// Not without a licence.
  case licenceRequired = "LICENCE_REQUIRED"
  /// Not at all.
  case prohibited = "PROHIBITED"
  /// All dealings, and what is held is blocked.
  case block = "BLOCK"

  /// Whether `a` is milder than `b`.
  public static func < (a: Outcome, b: Outcome) -> Bool { a.severity < b.severity }

  /// The position in the order above, 0...8.
  public var severity: Int {
    switch self {
    case .notRestricted: 0
    case .permitted: 1
    case .permittedDivestment: 2
    case .notYetProhibited: 3
    case .review: 4
    case .indeterminate: 5
    case .licenceRequired: 6
    case .prohibited: 7
    case .block: 8
    }
  }
}

/// What a person must do because of an outcome.
public enum Duty: String, Sendable, Hashable, CaseIterable {
  /// Do not carry it out; nothing is blocked.
  case reject = "REJECT"
  /// Block the property.
  case block = "BLOCK"
  /// Report to the authority within ten business days.
  case report10BusinessDays = "REPORT_10_BUSINESS_DAYS"
  /// Report to the Office of Financial Sanctions Implementation.
  case reportToOFSI = "REPORT_TO_OFSI"
  /// Report to the competent authority of the member state.
  case reportToNationalAuthority = "REPORT_TO_NATIONAL_AUTHORITY"
}
