/// The measures that one entry is under, ready to judge matches with it.
///
/// It never changes once made, so any number of threads may use one.
public struct PartyMeasures: Sendable {
  /// The entry.
  public let party: ListedParty
  private let tests: [MeasureTest]
  private let hasUnknownProgram: Bool
  /// Whether a measure reaches parties that this one owns.
  private let hasOwnershipRule: Bool

  init(_ party: ListedParty, _ measures: [Measure], hasUnknownProgram: Bool) {
    self.party = party
    self.hasUnknownProgram = hasUnknownProgram
    var named = ConductSet()
    for measure in measures {
      if case .these(let conduct) = measure.conduct, conduct != .all { named.formUnion(conduct) }
    }
    tests = measures.map { measure in
      let conduct: ConductSet =
        switch measure.conduct {
        case .these(let conduct): conduct
        case .others: named.complement
        }
      return MeasureTest(measure, party, conduct: conduct)
    }
    hasOwnershipRule = measures.contains { $0.parties != .listed }
  }

  /// The groups of owners with which the party counts when holdings are added up, in ascending
  /// order without repeats; empty when no measure of the party reaches what it owns.
  public var ownershipGroups: [String] {
    let groups = tests.compactMap { test in
      if case .owned(let group) = test.measure.parties { group } else { nil }
    }
    return Set(groups).sorted()
  }

  /// What the measures make of a match, the most severe first and equal ones by what they are if
  /// the identity is confirmed, then by measure.
  ///
  /// Where the time is a whole day, that instant of it counts at which the outcome is the most
  /// severe, and the first of several.
  ///
  /// - Returns: At least one judgement.
  public func judge(_ match: PartyMatch, _ facts: TransactionFacts) -> [Judgement] {
    var worst: [Judgement] = []
    for instant in instants(of: facts.time) {
      let judgements = judge(match, facts, at: instant)
      if worst.isEmpty || judgements[0].severity > worst[0].severity { worst = judgements }
    }
    return worst
  }

  /// The instants of a time at which a measure may begin to speak or cease to.
  private func instants(of time: TransactionTime) -> [Instant] {
    guard time.isInterval else { return [time.earliest] }
    let bounds = tests.flatMap(\.window.bounds).filter { time.earliest < $0 && $0 <= time.latest }
    return [time.earliest] + Set(bounds).sorted()
  }

  private func judge(
    _ match: PartyMatch, _ facts: TransactionFacts, at instant: Instant
  ) -> [Judgement] {
    var findings: [Finding] = []
    var open: Finding?
    var nearest: Miss?
    for test in tests {
      switch test.standing(match, facts, at: instant) {
      case .covers: findings.append(Finding(test))
      case .depends(let missing):
        let finding = Finding(test, missing: missing, facts)
        if open.map({ $0.potential < finding.potential }) ?? true { open = finding }
      case .misses(let miss):
        if nearest.map(miss.isNearer) ?? true { nearest = miss }
      }
    }
    // What cannot make the outcome worse need not be asked for.
    if let open, findings.allSatisfy({ $0.outcome < open.potential }) { findings.append(open) }
    if findings.isEmpty {
      findings.append(nearest.map { Finding($0) } ?? Finding(review: .unknownList))
    }
    if hasUnknownProgram { findings.append(Finding(review: .unknownProgram)) }
    return findings.map { judgement($0, match, facts) }.sorted {
      ($1.severity.outcome, $1.severity.ifConfirmed, $0.measure?.id ?? "")
        < ($0.severity.outcome, $0.severity.ifConfirmed, $1.measure?.id ?? "")
    }
  }

  /// The judgement of a finding: what the way, the licence and the identity of a match leave of it.
  private func judgement(
    _ finding: Finding, _ match: PartyMatch, _ facts: TransactionFacts
  ) -> Judgement {
    var finding = finding
    finding.addLicenceTerms(of: party)
    finding.limit(toRoute: match.route)
    if facts.claimsLicence { finding.limitByLicenceClaim() }
    let isSimilar = match.identity == .similarName
    let isCapped = isSimilar && finding.outcome > .review

    var reasons = match.shownReasons
    if isSimilar, match.reasons.contains(.legalFormDiffers),
      match.isIssuer || facts.conduct?.isSecuritiesDealing ?? false
    {
      reasons.append(.relatedIssuer)
      if !hasOwnershipRule { reasons.append(.noOwnershipRule) }
    }
    if !isCapped { reasons += finding.reasons.filter { !reasons.contains($0) } }
    return Judgement(
      outcome: isCapped ? .review : finding.outcome,
      measure: finding.test?.measure, list: party.list, uid: party.uid,
      from: finding.test?.window.from, until: finding.test?.window.until, reasons: reasons,
      duties: isCapped ? [] : finding.duties, missing: finding.missing,
      ifConfirmed: isSimilar ? finding.outcome : nil,
      atWorst: finding.missing.isEmpty ? nil : finding.potential, path: match.path)
  }
}

extension PartyMatch {
  /// What the matcher found, and by which way. Under an instrument an identifier is what its row
  /// says, so that it explains nothing.
  fileprivate var shownReasons: [Reason] {
    guard route == .lookThrough else { return reasons }
    return [.lookThrough] + (identity == .identifier ? [] : reasons)
  }
}

extension Judgement {
  /// What judgements are ordered by. A similar name that may be a blocked party stands before one
  /// that may be another.
  fileprivate var severity: (outcome: Outcome, ifConfirmed: Outcome) {
    (outcome, ifConfirmed ?? outcome)
  }
}
