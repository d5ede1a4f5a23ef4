/// The time in which a measure holds for one entry.
struct MeasureWindow: Sendable, Hashable {
  /// The first instant; nil: it always did.
  let from: Instant?
  /// The first instant after it; nil: it has no end.
  let until: Instant?
  /// The first instant of the listing; nil: not told.
  private let listedFrom: Instant?
  /// Before this instant it is not known whether it holds, for want of the day of listing.
  private let knownFrom: Instant?
  /// From this instant on it is not known whether it holds, for want of a later list version.
  private let knownUntil: Instant?
  /// The dates that the entry should give and does not.
  private let missing: [Fact]

  /// What is known of an instant.
  enum Position {
    case before(isListed: Bool)
    case inside
    case after
    case unknown(Fact)
  }

  init(_ measure: Measure, _ party: ListedParty) {
    var missing: [Fact] = []
    var knownFrom: Instant?
    var beginnings: [Instant] = []
    for bound in measure.from {
      switch bound {
      case .fixed(let instant): beginnings.append(instant)
      case .entry(let date, let minute):
        if let day = party.day(date) {
          beginnings.append(TimeBound.instant(day, minute: minute))
        } else if date == .listedOn {
          knownFrom = party.versionDate.map(NewYork.start)
        } else {
          missing.append(date.fact)
        }
      }
    }
    from = beginnings.max()
    listedFrom = party.listedOn.map(NewYork.start)
    switch measure.until {
    case nil: until = nil
    case .fixed(let instant)?: until = instant
    case .entry(let date, let minute)?:
      until = party.day(date).map { TimeBound.instant($0, minute: minute) }
      // An entry without a last day has no end yet; one without the other dates is incomplete.
      if until == nil, date != .endsOn { missing.append(date.fact) }
    }
    self.missing = missing
    self.knownFrom = knownFrom
    knownUntil = party.coveredUntil
  }

  func position(of instant: Instant) -> Position {
    if let from, instant < from {
      return .before(isListed: listedFrom.map { $0 <= instant } ?? true)
    }
    if let until, instant >= until { return .after }
    if let knownFrom, instant < knownFrom { return .unknown(.listedOn) }
    if let knownUntil, instant >= knownUntil { return .unknown(.listVersion) }
    return missing.first.map { .unknown($0) } ?? .inside
  }

  /// The instants at which something changes.
  var bounds: [Instant] { [from, until, knownFrom, knownUntil].compactMap { $0 } }
}

extension ListedParty {
  fileprivate func day(_ date: EntryDate) -> Day? {
    switch date {
    case .listedOn: listedOn
    case .effectiveOn: effectiveOn
    case .divestBy: divestBy
    case .endsOn: endsOn
    }
  }
}

extension EntryDate {
  fileprivate var fact: Fact {
    switch self {
    case .listedOn: .listedOn
    case .effectiveOn: .effectiveOn
    case .divestBy: .divestBy
    case .endsOn: .endsOn
    }
  }
}
