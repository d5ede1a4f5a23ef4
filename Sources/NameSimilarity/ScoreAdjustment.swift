/// What kind of party a listed name is of, as far as scores depend on it.
public enum PartyClass: UInt8, Sendable, CaseIterable {
  /// A company, an authority, a vessel, or not told.
  case other = 0
  /// A natural person.
  case person = 1
}

/// What lowers a score after the alignment is found.
///
/// The share of evidence does not tell everything: two common words that agree are less than two
/// rare ones, and a name with another surname is another person's however long the rest is. Each
/// adjustment lowers the score or leaves it, so that the share of evidence stays an upper bound
/// for the search. The constants were chosen on the visible halves of the labelled sets for recall
/// at fixed alert rates; the article on matching has the figures.
public enum ScoreAdjustment: UInt8, Sendable, CaseIterable {
  /// The evidence is little: the words that agree are few or common.
  case littleEvidence
  /// Both names have words left over.
  case conflict
  /// The names agree in one word only, and in that not to the letter.
  case singleInexactWord
  /// Both names have numbers and none agrees.
  case numbersDiffer
  /// Characters were compared by their sound.
  case romanised

  /// The evidence, in weight, from which on it is not called little: one long rare word of a
  /// person's name, one and a half of a company's.
  static func enoughEvidence(_ party: PartyClass) -> Int64 { party == .person ? 4096 : 6144 }
  /// What no evidence at all would cost, in 1/4096.
  static func evidenceCost(_ party: PartyClass) -> Int64 { party == .person ? 1229 : 1638 }
  /// The score, in ten-thousandths, above which a conflict counts.
  static let conflictKnee: Int64 = 6000
  /// The weight left over on both sides that makes a full conflict.
  static let fullConflict: Int64 = 2048
  /// What a full conflict takes of the score above the knee, in 1/4096.
  static func conflictCost(_ party: PartyClass) -> Int64 { party == .person ? 3277 : 2048 }

  /// The letters from which on a word counts in full as evidence for people. A short word is met by
  /// chance.
  private static var fullWordLength: Int32 { 9 }

  /// The gain of a pair of anchors that counts as evidence for people, the query's side having so
  /// many bytes.
  public static func personEvidence(gain: Int32, byteCount: Int) -> Int32 {
    gain * min(Int32(clamping: byteCount), fullWordLength) / fullWordLength
  }

  /// The lowest share that can still reach `score` after the adjustments, for a listed party of a
  /// kind. Above 10,000 when none can.
  ///
  /// It is what lets the search rule out common names sooner than rare ones.
  ///
  /// - Parameters:
  ///   - gain: The most evidence for the pair; for people that of short words in part.
  ///   - conflict: The weight that is surely left over on both sides.
  ///   - isSingleInexact: Whether surely one word agrees at most, and that not to the letter.
  ///   - isRomanised: Whether characters are surely compared by their sound.
  public static func leastShare(
    toReach score: Score, gain: Int, conflict: Int32, isSingleInexact: Bool, isRomanised: Bool,
    _ party: PartyClass
  ) -> Int {
    var least = Int64(score.tenThousandths)
    if isRomanised { least = least * 25 / 22 }
    if isSingleInexact { least = least * 10 / 9 }
    if conflict > 0 && least > conflictKnee {
      least =
        conflictKnee
        + (least - conflictKnee) * 4096 / conflictFactor(Int64(conflict), party)
    }
    let adjusted = least * 4096 / evidenceFactor(Int64(gain), party)
    // Without any contradiction there is no adjustment for little evidence, but then the share is 1.
    return Int(conflict > 0 ? adjusted : min(adjusted, max(least, Int64(Score.scale))))
  }

  /// What a conflict leaves of what is above the knee, in 1/4096.
  private static func conflictFactor(_ conflict: Int64, _ party: PartyClass) -> Int64 {
    // Another given name or patronymic is another person, however common it is.
    let share = party == .person ? fullConflict : min(conflict, fullConflict)
    return 4096 - conflictCost(party) * share / fullConflict
  }

  /// What little evidence leaves of a score, in 1/4096.
  private static func evidenceFactor(_ evidence: Int64, _ party: PartyClass) -> Int64 {
    let missing = max(0, enoughEvidence(party) - evidence)
    return 4096 - evidenceCost(party) * missing / enoughEvidence(party)
  }

  /// The score after the adjustment.
  ///
  /// - Parameters:
  ///   - score: The score before it, in ten-thousandths.
  ///   - facts: What the alignment shows.
  func apply(to score: Int32, _ facts: AlignmentFacts, _ party: PartyClass) -> Int32 {
    switch self {
    case .littleEvidence:
      if facts.loss == 0 { return score }
      return Int32(
        Int64(score) * Self.evidenceFactor(party == .person ? facts.evidence : facts.gain, party)
          / 4096)
    case .conflict:
      if facts.conflict == 0 || Int64(score) <= Self.conflictKnee { return score }
      let factor = Self.conflictFactor(facts.conflict, party)
      return Int32(Self.conflictKnee + (Int64(score) - Self.conflictKnee) * factor / 4096)
    case .singleInexactWord:
      return facts.anchorPairCount == 1 && !facts.anchorsAreEqual ? score * 9 / 10 : score
    case .numbersDiffer:
      return facts.numbersDiffer ? score * 3 / 4 : score
    case .romanised:
      return facts.isRomanised ? score * 22 / 25 : score
    }
  }
}

/// What the best alignment of two names shows beyond its sums.
struct AlignmentFacts {
  var gain: Int64
  /// The gain, that of short words only in part; at most the gain.
  var evidence: Int64
  var loss: Int64
  /// The weight left over on both sides, the lesser of the two.
  var conflict: Int64
  var anchorPairCount: Int
  var anchorsAreEqual: Bool
  var numbersDiffer: Bool
  var isRomanised: Bool
}
