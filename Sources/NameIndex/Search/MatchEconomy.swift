package import NameSimilarity

/// What pairs of tokens are worth at a threshold.
///
/// A share of evidence is `G / (G + L)`. It reaches the threshold θ exactly when
/// `(1 − θ)G − θL ≥ 0`, and that is a sum: with the worth of a pair *e* of an alignment
///
///     worth(e) = (1 − θ)·gain(e) + θ·saving(e)
///     saving(e) = (loss of its query tokens if unmatched) − loss(e)
///
/// the share reaches θ exactly when the worths add up to at least `needed`, which is θ times the
/// loss of the query with all tokens unmatched, plus θ times the loss of the listed tokens left
/// over. The worth of a pair does not depend on the rest of the listed name, so that names can be
/// ruled out before they are looked at. θ is in ten-thousandths and all sums are integers, so the
/// equivalence is exact.
struct MatchEconomy {
  let threshold: Int
  private let rest: Int

  /// An economy for shares from `threshold` ten-thousandths.
  @inline(__always)
  init(threshold: Int) {
    self.threshold = threshold
    rest = Int(Score.one.tenThousandths) - threshold
  }

  /// The worth of a pair.
  @inline(__always)
  func worth(gain: Int, saving: Int) -> Int { rest * gain + threshold * saving }

  /// What tokens of this loss add to what is needed when they are unmatched.
  @inline(__always)
  func needed(forLoss loss: Int) -> Int { threshold * loss }
}

/// The thresholds of a search, and the shares of evidence that they ask for.
///
/// What lowers a score asks for a higher share: little evidence, words left over on both sides,
/// characters compared by their sound. So a search has a ladder of shares, and each query is
/// searched at the highest rung that the most evidence it can find allows.
struct MatchEconomies {
  /// Values at the rungs, in ten-thousandths of weight or as worths.
  typealias Levels = SIMD8<Int32>
  /// The number of rungs.
  static let count = Levels.scalarCount

  private let thresholds: SearchThresholds
  private let shares: Levels

  /// A ladder for the thresholds of a search.
  init(_ thresholds: SearchThresholds) {
    self.thresholds = thresholds
    let lowest = Int(thresholds.lowest.tenThousandths)
    var shares = Levels(repeating: 0)
    for level in 0..<Self.count {
      shares[level] = Int32(
        lowest + (Int(Score.one.tenThousandths) - lowest) * level / Self.count)
    }
    self.shares = shares
  }

  /// The economy of a rung.
  @inline(__always)
  subscript(level: Int) -> MatchEconomy { MatchEconomy(threshold: Int(shares[level])) }

  /// The highest rung whose share is at most `share`, or the lowest.
  @inline(__always)
  func level(forShare share: Int) -> Int {
    var level = Self.count - 1
    while level > 0 && Int(shares[level]) > share { level -= 1 }
    return level
  }

  /// The share that a match must have at least.
  ///
  /// - Parameters:
  ///   - gain: The most evidence that it can have, for people that of short words in part.
  ///   - conflict: The weight that is surely left over on both sides.
  ///   - isSingleInexact: Whether surely one word agrees at most, and that not to the letter.
  @inline(__always)
  func leastShare(
    of party: PartyClass, gain: Int, conflict: Int = 0, isSingleInexact: Bool = false,
    isRomanised: Bool
  ) -> Int {
    ScoreAdjustment.leastShare(
      toReach: thresholds[party], gain: gain, conflict: Int32(clamping: conflict),
      isSingleInexact: isSingleInexact, isRomanised: isRomanised, party)
  }

  /// The least share of a match in a part of the names.
  func leastShare(_ part: NamePart, gain: Int, isRomanised: Bool) -> Int {
    switch part {
    case .other: leastShare(of: .other, gain: gain, isRomanised: isRomanised)
    case .person: leastShare(of: .person, gain: gain, isRomanised: isRomanised)
    case .withInitial:
      min(
        leastShare(of: .other, gain: gain, isRomanised: isRomanised),
        leastShare(of: .person, gain: gain, isRomanised: isRomanised))
    }
  }

  /// What listed tokens of this loss add to what is needed when they are left over.
  @inline(__always)
  func needed(forLoss loss: Int32) -> Levels { shares &* loss }

  /// The worths of a pair, which may be below 0.
  @inline(__always)
  func worths(gain: Int32, saving: Int32) -> Levels {
    (Int32(Score.one.tenThousandths) &- shares) &* gain &+ shares &* saving
  }
}

/// The lowest scores that a search is asked for.
package struct SearchThresholds: Sendable {
  /// Of names of people.
  package var person: Score
  /// Of names of others.
  package var other: Score

  /// Thresholds for people and for others.
  package init(person: Score, other: Score) {
    self.person = person
    self.other = other
  }

  /// The threshold for names of a kind of party.
  @inline(__always)
  package subscript(party: PartyClass) -> Score { party == .person ? person : other }

  /// The lower of the two.
  package var lowest: Score { min(person, other) }
}

/// The most evidence that a query token can give, whatever it meets.
enum MostEvidence {
  /// Of a token that finds names: an equal token of weight one.
  static func ofAnchor(weight: Int32) -> Int32 { (weight + TokenWeight.one + 1) / 2 }

  /// Of a token that no access path looks for: a particle, a title, a legal form or an initial.
  ///
  /// - Parameter maximumFreeWeight: The greatest weight of such a token on the lists.
  static func ofFreeToken(weight: Int32, maximumFreeWeight: Int32) -> Int32 {
    (weight + max(weight, maximumFreeWeight) + 1) / 2
  }
}
