/// What a measure says of a transaction before the way and the identity of the match are weighed.
struct Finding {
  /// The measure and its window; nil when there is none.
  let test: MeasureTest?
  private(set) var outcome: Outcome
  private(set) var reasons: [Reason]
  private(set) var duties: [Duty]
  /// The facts that are missing.
  let missing: [Fact]
  /// The outcome if nothing that is missing helps.
  let potential: Outcome

  /// A measure that covers the transaction.
  init(_ test: MeasureTest) {
    self.test = test
    outcome = test.measure.outcome
    reasons = test.measure.reasons
    duties = test.measure.duties
    missing = []
    potential = outcome
  }

  /// A measure that may cover it.
  init(_ test: MeasureTest, missing: [Fact], _ facts: TransactionFacts) {
    self.test = test
    outcome = .indeterminate
    reasons = missing.map {
      $0 == .nexus && facts.nexus != nil ? .unknownNexus : $0.missingReason
    }
    duties = []
    self.missing = missing
    potential = test.measure.outcome
  }

  /// The measure that came nearest to covering it.
  init(_ miss: Miss) {
    test = miss.test
    outcome = .notRestricted
    reasons = [miss.reason]
    duties = []
    missing = []
    potential = outcome
  }

  /// What nothing is known of.
  init(review reason: Reason) {
    test = nil
    outcome = .review
    reasons = [reason]
    duties = []
    missing = []
    potential = outcome
  }

  /// Adds what the entry prints of licences, where one is required.
  mutating func addLicenceTerms(of party: ListedParty) {
    guard outcome == .licenceRequired, test?.measure.parties == .listed else { return }
    if CaselessText(party.licencePolicy ?? "").hasPrefix(CaselessText("presumption of denial")) {
      reasons.append(.presumptionOfDenial)
    }
    let requirement = CaselessText(party.licenceRequirement ?? "")
    if !requirement.isEmpty, !Self.coversAllItems(requirement) {
      reasons.append(.readLicenceRequirement)
    }
  }

  /// Whether a printed requirement is for all items subject to the EAR, without an exception.
  private static func coversAllItems(_ requirement: CaselessText) -> Bool {
    ["all items subject to the EAR", "for all items subject to the EAR"].contains {
      requirement.hasPrefix(CaselessText($0))
    } && !["except", "when used in"].contains { requirement.contains(CaselessText($0)) }
  }

  /// What lies under an instrument is for a person to judge where the measure has no rule for it.
  mutating func limit(toRoute route: MatchRoute) {
    guard route == .lookThrough, let measure = test?.measure, !measure.looksThrough,
      outcome > .review
    else { return }
    outcome = .review
    reasons.append(.noLookThroughRule)
    duties = []
  }

  /// A licence that a record claims must be read.
  mutating func limitByLicenceClaim() {
    guard outcome > .indeterminate else { return }
    outcome = .review
    reasons.append(.licenceClaimed)
    duties = []
  }
}
