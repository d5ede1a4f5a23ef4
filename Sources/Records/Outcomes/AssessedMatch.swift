internal import Measures
internal import NameScreening
internal import NameSimilarity
internal import Watchlists

/// A match with all that is told of it: why it matches, and what follows.
struct AssessedMatch {
  var entry: WatchlistEntry
  /// The name that matched, as an index into those of the entry.
  var nameIndex: Int
  var score: Score
  /// The reason codes of the match.
  var reasons: [String]
  /// How the score of a name comes about.
  var explanation: ScoreExplanation?
  /// The identifier of the entry that the record has.
  var identifier: Identifier?
  /// What listed parties hold of the party, when that is how it matches.
  var ownedPercent: Percentage?
  /// The match as measures see it.
  var party: PartyMatch
  /// What the measures make of it, the most severe first.
  var judgements: [Judgement] = []

  /// Assesses a match by a name.
  init(_ entry: WatchlistEntry, _ match: NameMatch, _ explanation: ScoreExplanation) {
    self.entry = entry
    nameIndex = match.nameIndex
    score = match.score
    reasons = explanation.reasons
    self.explanation = explanation
    party = Self.party(explanation, entry.names[match.nameIndex])
  }

  /// Assesses a match by an identifier.
  init(_ entry: WatchlistEntry, _ match: IdentifierMatch, differsInName: Bool) {
    let identifier = entry.identifiers[match.identifierIndex]
    self.entry = entry
    nameIndex = 0
    score = .one
    self.identifier = identifier
    // What may be the number of somebody else identifies nobody.
    let isSound = match.agreement != .countryAbsent && identifier.hasValidChecksum != false
    reasons = [match.reason(identifier.kind)]
    if identifier.hasValidChecksum == false { reasons.append("WRONG_CHECK_DIGIT") }
    if differsInName { reasons.append(Reason.nameDiffers.rawValue) }
    party = PartyMatch(
      identity: isSound ? .identifier : .similarName, reasons: reasons.map(Reason.init))
  }

  /// Assesses a match of a party that the entry owns.
  init(_ entry: WatchlistEntry, _ match: OwnedMatch) {
    self.entry = entry
    nameIndex = 0
    score = .one
    ownedPercent = match.percent
    reasons = ["OWNED_BY_LISTED_PARTY"]
    party = PartyMatch(identity: match.identity, route: .owned, path: match.path)
  }

  /// Adds the way through instruments on which the match was found.
  mutating func add(_ way: InstrumentWay) {
    party.path = way.path
    guard way.isUnder else { return }
    party.route = .lookThrough
    reasons.append(Reason.lookThrough.rawValue)
  }

  // A weak name is given to confirm other evidence, and one that is not the publisher's has no
  // effect in law: equal to such a name, another still only resembles.
  private static func party(_ explanation: ScoreExplanation, _ name: ListedName) -> PartyMatch {
    switch explanation.agreement {
    case .same where name.strength == .weak:
      return PartyMatch(identity: .similarName, reasons: [.weakAliasOnly])
    case .same where name.isUnofficial:
      return PartyMatch(identity: .similarName, reasons: [Reason("UNOFFICIAL_NAME")])
    case .same:
      return PartyMatch(
        identity: .exactName,
        reasons: explanation.spellsLegalFormDifferently ? [.legalFormSpelling] : [])
    case .otherLegalForm:
      return PartyMatch(identity: .similarName, reasons: [.legalFormDiffers])
    case .similar:
      return PartyMatch(identity: .similarName, reasons: [.nameSimilar])
    }
  }
}

extension IdentifierMatch {
  /// Why the entry matches, as a reason code.
  fileprivate func reason(_ kind: IdentifierKind) -> String {
    let name = kind == .registration ? "REGISTER_NUMBER" : kind.label
    return switch agreement {
    case .full: name + "_EXACT"
    case .otherBranch: name + "_OTHER_BRANCH"
    case .countryAbsent: name + "_COUNTRY_ABSENT"
    }
  }
}
