/// How a transaction stands to a measure at one instant.
enum MeasureStanding {
  /// The measure covers it.
  case covers
  /// It does, or does not: facts are missing.
  case depends([Fact])
  /// It does not.
  case misses(Miss)
}

/// Why a measure does not cover a transaction.
struct Miss {
  /// The measure.
  var test: MeasureTest
  /// How many of the tests it passed.
  var passed: Int
  var reason: Reason

  /// Whether the measure came nearer than that of another miss: it covers the conduct, would have
  /// been more severe, passed more tests.
  func isNearer(than other: Miss) -> Bool {
    func rank(_ miss: Miss) -> (Int, Outcome, Int) {
      (min(miss.passed, 1), miss.test.measure.outcome, miss.passed)
    }
    return rank(self) > rank(other)
  }
}

/// The tests of one measure of one entry. A class, because findings hold it and are many.
final class MeasureTest: Sendable {
  let measure: Measure
  let window: MeasureWindow
  /// What the measure covers for this entry.
  private let conduct: ConductSet

  init(_ measure: Measure, _ party: ListedParty, conduct: ConductSet) {
    self.measure = measure
    window = MeasureWindow(measure, party)
    self.conduct = conduct
  }

  /// What is tested, in this order.
  private enum Step: CaseIterable {
    case conduct
    case parties
    case window
    case persons
    case item
    case purpose
  }

  private enum Result {
    case passes
    case lacks(Fact)
    case fails(Reason)
  }

  func standing(
    _ match: PartyMatch, _ facts: TransactionFacts, at instant: Instant
  ) -> MeasureStanding {
    var missing: [Fact] = []
    for (number, step) in Step.allCases.enumerated() {
      switch result(step, match, facts, at: instant) {
      case .passes: continue
      case .lacks(let fact): missing.append(fact)
      case .fails(let reason):
        return .misses(Miss(test: self, passed: number, reason: reason))
      }
    }
    return missing.isEmpty ? .covers : .depends(missing)
  }

  private func result(
    _ step: Step, _ match: PartyMatch, _ facts: TransactionFacts, at instant: Instant
  ) -> Result {
    switch step {
    case .conduct: testConduct(facts)
    case .parties: testParties(match)
    case .window: testWindow(instant)
    case .persons: testPersons(facts)
    case .item: testItem(facts)
    case .purpose: testPurpose(facts)
    }
  }

  private func testConduct(_ facts: TransactionFacts) -> Result {
    if conduct == .all { return .passes }
    guard let given = facts.conduct else { return .lacks(.conduct) }
    return conduct.contains(given) ? .passes : .fails(.conductNotCovered)
  }

  private func testParties(_ match: PartyMatch) -> Result {
    let isForOwned = if case .owned = measure.parties { true } else { false }
    return isForOwned == (match.route == .owned) ? .passes : .fails(.noOwnershipRule)
  }

  private func testWindow(_ instant: Instant) -> Result {
    switch window.position(of: instant) {
    case .inside: .passes
    case .before(let isListed): .fails(isListed ? .notYetInForce : .beforeListing)
    case .after: .fails(.noLongerInForce)
    case .unknown(let fact): .lacks(fact)
    }
  }

  private func testPersons(_ facts: TransactionFacts) -> Result {
    let jurisdiction: Jurisdiction
    let isWithin: Bool
    switch measure.persons {
    case .anyone: return .passes
    case .within(let named): (jurisdiction, isWithin) = (named, true)
    case .outside(let named): (jurisdiction, isWithin) = (named, false)
    }
    guard let binds = facts.nexus?.binds(jurisdiction) else { return .lacks(.nexus) }
    return binds == isWithin ? .passes : .fails(.personNotBound)
  }

  private func testItem(_ facts: TransactionFacts) -> Result {
    guard measure.needsItemSubjectToEAR else { return .passes }
    guard let isSubject = facts.isItemSubjectToEAR ?? (facts.eccn == nil ? nil : true) else {
      return .lacks(.itemSubjectToEAR)
    }
    return isSubject ? .passes : .fails(.itemNotSubjectToEAR)
  }

  private func testPurpose(_ facts: TransactionFacts) -> Result {
    guard let asked = measure.purpose else { return .passes }
    // Divestment is selling: a purchase that does not say so is none.
    let assumed: Purpose? = facts.conduct == .sale ? nil : .other
    guard let given = facts.purpose ?? assumed else { return .lacks(.purpose) }
    return given == asked ? .passes : .fails(.purposeNotCovered)
  }
}
