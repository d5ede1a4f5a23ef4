internal import NameSimilarity

/// What pairs of tokens are worth at a threshold.
///
/// A share of evidence is `G / (G + L)`. It reaches the threshold θ exactly when
/// `(1 − θ)G − θL ≥ 0`, and that is a sum: with the worth of a pair *e* of an alignment
///
///     worth(e) = (1 − θ)·gain(e) − θ·loss(e) + θ·(loss of its query tokens if unmatched)
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
  init(threshold: Int) {
    self.threshold = threshold
    rest = Int(Score.one.tenThousandths) - threshold
  }

  /// The worth of a pair whose query tokens would lose `unmatchedLoss` without it.
  @inline(__always)
  func worth(gain: Int32, loss: Int32, unmatchedLoss: Int32) -> Int {
    rest * Int(gain) - threshold * Int(loss) + threshold * Int(unmatchedLoss)
  }

  /// What a token of this loss adds to what is needed when it is unmatched.
  @inline(__always)
  func needed(forLoss loss: Int32) -> Int { threshold * Int(loss) }
}

/// The economies of one search.
///
/// A name of common words must share more of its evidence than one of rare words, because little
/// evidence lowers the score. So a search has a few thresholds, and a query is searched at the
/// highest that the most evidence it can find allows.
struct MatchEconomies {
  /// The number of thresholds: with 0.3 as the greatest cost of little evidence they are some 0.06
  /// apart.
  static let count = 4

  /// The lowest share of evidence that is asked for.
  let base: Score
  private let thresholds: SIMD4<Int32>

  /// Economies for shares from `threshold`.
  init(threshold: Score) {
    base = threshold
    let lowest = Int(threshold.tenThousandths)
    let highest = ScoreAdjustment.leastShare(toReach: threshold, gain: 0)
    var thresholds = SIMD4<Int32>(repeating: 0)
    for level in 0..<Self.count {
      thresholds[level] = Int32(lowest + (highest - lowest) * level / Self.count)
    }
    self.thresholds = thresholds
  }

  /// The economy of a level.
  @inline(__always)
  subscript(level: Int) -> MatchEconomy { MatchEconomy(threshold: Int(thresholds[level])) }

  /// The highest level for a query whose evidence is at most `gain`.
  @inline(__always)
  func level(forGain gain: Int) -> Int {
    let least = ScoreAdjustment.leastShare(toReach: base, gain: gain)
    var level = Self.count - 1
    while level > 0 && Int(thresholds[level]) > least { level -= 1 }
    return level
  }

  /// What listed tokens of this loss add to what is needed at all levels when they are left over.
  @inline(__always)
  func needed(forLoss loss: Int32) -> SIMD4<Int32> { thresholds &* loss }

  /// The worths of a pair at all levels, which may be below 0.
  @inline(__always)
  func worths(gain: Int32, loss: Int32, unmatchedLoss: Int32) -> SIMD4<Int32> {
    var worths = SIMD4<Int32>(repeating: 0)
    for level in 0..<Self.count {
      worths[level] = Int32(
        self[level].worth(gain: gain, loss: loss, unmatchedLoss: unmatchedLoss))
    }
    return worths
  }
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
