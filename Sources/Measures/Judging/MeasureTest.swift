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
struct Miss: Hashable {
  /// How many of the tests it passed: the measure that came nearest gives the reason.
  var passed: Int
  var reason: Reason
}

/// The tests of one measure of one entry, in a fixed order.
struct MeasureTest: Sendable, Hashable {
  let measure: Measure
  let window: MeasureWindow
  /// What the measure covers for this entry.
  let conduct: ConductSet

  func standing(
    _ match: PartyMatch, _ facts: TransactionFacts, at instant: Instant
  ) -> MeasureStanding {
    var missing: [Fact] = []
    let results = [
      testConduct(facts), testParties(match), testWindow(instant), testPersons(facts),
      testItem(facts), testPurpose(facts),
    ]
    for (number, result) in results.enumerated() {
      switch result {
      case .passes: continue
      case .lacks(let fact): if !missing.contains(fact) { missing.append(fact) }
      case .fails(let reason): return .misses(Miss(passed: number, reason: reason))
      }
    }
    return missing.isEmpty ? .covers : .depends(missing)
  }

  private enum Result {
    case passes
    case lacks(Fact)
    case fails(Reason)
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
    case .before: .fails(measure.beginsWithListing ? .beforeListing : .notYetInForce)
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

extension Measure {
  fileprivate var beginsWithListing: Bool {
    if case .entry(.listedOn, _) = from { true } else { false }
  }
}
