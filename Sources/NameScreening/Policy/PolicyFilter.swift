internal import NameIndex
internal import NameSimilarity
internal import Watchlists

/// A listed name that scores high enough to be looked at.
struct FoundName {
  var entry: EntryID
  var nameIndex: Int
  var score: Score
  var basis: MatchBasis
}

/// What the policy makes of an entry some of whose names were found.
enum EntryVerdict {
  /// It is a match by this name.
  case match(FoundName)
  /// It is none.
  case suppressed(FoundName, SuppressionReason)
}

/// A policy as it applies to the lists of a screener.
struct PolicyFilter: Sendable {
  private let policy: ScreeningPolicy
  private let screener: Screener
  // By list and type: `thresholds[list * typeCount + type]`.
  private let thresholds: [Score]
  private let weakNames: [ScreeningPolicy.WeakNameRule]
  private static let typeCount = PartyType.allCases.count

  /// From this many generic words on, a listed name whose words all agree tells one organisation
  /// from others: `Academy of Military Medical Sciences`.
  static let distinctiveGenericCount = 4

  init(_ policy: ScreeningPolicy, for screener: Screener) {
    self.policy = policy
    self.screener = screener
    let lists = screener.entries.lists
    weakNames = lists.map(policy.weakNames(list:))
    thresholds = lists.flatMap { list in
      PartyType.allCases.map { policy.threshold(list: list, type: $0) }
    }
  }

  /// The lowest scores that alert for any entry: what searches run at.
  var lowestThresholds: SearchThresholds {
    var lowest = SearchThresholds(person: .one, other: .one)
    for (i, threshold) in thresholds.enumerated() {
      if PartyClass(PartyType.allCases[i % Self.typeCount]) == .person {
        lowest.person = min(lowest.person, threshold)
      } else {
        lowest.other = min(lowest.other, threshold)
      }
    }
    return lowest
  }

  /// The lowest score that alerts for an entry.
  func threshold(of entry: EntryID) -> Score {
    let (list, type) = screener.entries.listAndType(of: entry)
    return thresholds[list * Self.typeCount + Int(type.rawValue)]
  }

  /// Judges an entry by all of its names that were found.
  ///
  /// - Parameter names: The found names of one entry, best first; at least one.
  func verdict(on names: ArraySlice<FoundName>, of party: PartyFacts) -> EntryVerdict {
    let best = names[names.startIndex]
    let threshold = threshold(of: best.entry)
    if best.score < threshold { return .suppressed(best, .belowThreshold) }
    let facts = Corroboration(of: party, with: best.entry, in: screener, policy.birthDate)
    if let reason = refusal(facts) { return .suppressed(best, reason) }

    var doubtful: (name: FoundName, doubt: SuppressionReason)?
    var ignored: FoundName?
    var isConfirmed = facts.confirms
    for name in names where name.score >= threshold {
      switch standing(of: name) {
      case .good: isConfirmed = true
      case .doubtful(let doubt): if doubtful == nil { doubtful = (name, doubt) }
      case .ignored:
        if ignored == nil { ignored = name }
        continue
      }
      // The first is the best that is not ignored; what confirms it may come later.
      if isConfirmed { return .match(doubtful?.name ?? name) }
    }
    if let doubtful { return .suppressed(doubtful.name, doubtful.doubt) }
    return .suppressed(ignored ?? best, .weakName)
  }

  private enum Standing {
    case good
    case doubtful(SuppressionReason)
    case ignored
  }

  private func standing(of found: FoundName) -> Standing {
    let name = screener.entries.nameFacts(found.entry, found.nameIndex)
    if isWeak(name, found) {
      switch weakNames[screener.entries.listAndType(of: found.entry).list] {
      case .alert: break
      case .confirm: return .doubtful(.weakName)
      case .ignore: return .ignored
      }
    }
    if found.basis.isGeneric, let threshold = policy.genericThreshold {
      let tellsOne =
        name.strength == .strong || name.type == .primary
        || found.basis.anchorCount >= Self.distinctiveGenericCount
      if !tellsOne || (found.score < threshold && !found.basis.isWhole) {
        return .doubtful(.genericName)
      }
    } else if found.basis.anchorCount == 1, let threshold = policy.singleTokenThreshold,
      found.basis.longestByteCount <= policy.singleTokenByteCount, found.score < threshold,
      !found.basis.isWhole
    {
      return .doubtful(.singleToken)
    }
    return .good
  }

  /// Where a list does not tell, one short word is weak unless the party is listed under it.
  private func isWeak(_ name: NameFacts, _ found: FoundName) -> Bool {
    switch name.strength {
    case .strong: false
    case .weak: true
    case .unknown: name.type != .primary && found.basis.isShortSingleToken
    }
  }

  private func refusal(_ facts: Corroboration) -> SuppressionReason? {
    if Self.refuses(facts.birthDate.agreement, policy.birthDate.effect) { return .birthDate }
    if Self.refuses(facts.country, policy.country) { return .country }
    if Self.refuses(facts.type, policy.type) { return .type }
    return nil
  }

  private static func refuses(
    _ agreement: FactAgreement, _ effect: ScreeningPolicy.Effect
  ) -> Bool {
    switch effect {
    case .report: false
    case .requireNoConflict: agreement == .conflict
    case .requireAgreement: agreement != .match
    }
  }
}
