/// What a record, or the run for all its records, says of a transaction.
///
/// A fact that is not given stays nil; a judgement that depends on it is then
/// ``Outcome/indeterminate`` and names it.
public struct TransactionFacts: Sendable, Hashable {
  /// When the transaction is made.
  public var time: TransactionTime
  /// What is done.
  public var conduct: Conduct?
  /// Why it is done. A purchase without a purpose counts as ``Purpose/other``.
  public var purpose: Purpose?
  /// Which jurisdictions bind the persons.
  public var nexus: Nexus?
  /// Whether the item is subject to the Export Administration Regulations.
  public var isItemSubjectToEAR: Bool?
  /// The export control classification number, `EAR99` included. An item that has one is subject
  /// to the EAR unless the record says otherwise.
  public var eccn: String?
  /// Whether the record claims a licence. It is never taken as proof.
  public var claimsLicence: Bool

  /// Creates facts.
  public init(
    time: TransactionTime, conduct: Conduct? = nil, purpose: Purpose? = nil,
    nexus: Nexus? = nil, isItemSubjectToEAR: Bool? = nil, eccn: String? = nil,
    claimsLicence: Bool = false
  ) {
    self.time = time
    self.conduct = conduct
    self.purpose = purpose
    self.nexus = nexus
    self.isItemSubjectToEAR = isItemSubjectToEAR
    self.eccn = eccn
    self.claimsLicence = claimsLicence
  }
}

/// Why a transaction is made, as far as a measure asks.
public enum Purpose: String, Sendable, Hashable, CaseIterable {
  /// To get rid of a holding.
  case divestment
  /// Anything else.
  case other
}

/// A fact that decides and may be missing.
///
/// The raw values are the words of records, or of lists for the last five.
public enum Fact: String, Sendable, Hashable, CaseIterable {
  case conduct
  case purpose
  case nexus
  case itemSubjectToEAR = "item_subject_to_ear"
  /// The day of the listing, which the list does not give.
  case listedOn = "listed_on"
  /// The first day of the measure, which the list does not give.
  case effectiveOn = "effective_on"
  /// The end of the divestment window, which the list does not give.
  case divestBy = "divest_by"
  /// The last day of the measure, which the list does not give.
  case endsOn = "ends_on"
  /// A list version that reaches the time of the transaction.
  case listVersion = "list_version"

  /// `MISSING_NEXUS` and so on.
  public var missingReason: Reason { Reason("MISSING_" + rawValue.uppercased()) }
}
