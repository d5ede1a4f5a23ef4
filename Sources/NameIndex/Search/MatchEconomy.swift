internal import NameSimilarity

/// What pairs of tokens are worth at a threshold.
///
/// A score is `G / (G + L)`. It reaches the threshold θ exactly when `(1 − θ)G − θL ≥ 0`, and that
/// is a sum: with the worth of a pair *e* of an alignment
///
///     worth(e) = (1 − θ)·gain(e) − θ·loss(e) + θ·(loss of its query tokens if unmatched)
///
/// the score reaches θ exactly when the worths add up to at least `needed`, which is θ times the
/// loss of the query with all tokens unmatched, plus θ times the loss of the listed tokens left
/// over. The worth of a pair does not depend on the rest of the listed name, so that names can be
/// ruled out before they are looked at. θ is in ten-thousandths and all sums are integers, so the
/// equivalence is exact.
struct MatchEconomy {
  private let threshold: Int
  private let rest: Int

  init(threshold: Score) {
    self.threshold = Int(threshold.tenThousandths)
    rest = Int(Score.one.tenThousandths) - self.threshold
  }

  /// The worth of a pair whose query tokens would lose `unmatchedLoss` without it.
  @inline(__always)
  func worth(_ evidence: TokenEvidence, unmatchedLoss: Int32) -> Int {
    worth(gain: evidence.gain, loss: evidence.loss, unmatchedLoss: unmatchedLoss)
  }

  @inline(__always)
  private func worth(gain: Int32, loss: Int32, unmatchedLoss: Int32) -> Int {
    rest * Int(gain) - threshold * Int(loss) + threshold * Int(unmatchedLoss)
  }

  /// The share of `needed` that a token of `weight` adds; or what an unmatched listed token adds,
  /// given its loss.
  @inline(__always)
  func needed(forLoss loss: Int32) -> Int { threshold * Int(loss) }

  /// The most that any pair of a query token of `weight` can be worth.
  func mostWorth(weight: Int32) -> Int {
    let pairWeight = (weight + TokenWeight.one + 1) / 2
    return worth(
      gain: pairWeight, loss: 0, unmatchedLoss: NameScorer.unmatchedQueryWeight(weight))
  }

  /// What a query token is worth at most that no access path looks for: a particle, a title, a
  /// legal form or an initial.
  ///
  /// - Parameter maximumFreeWeight: The greatest weight of such a token on the lists.
  func freeWorth(_ token: ScorableToken, maximumFreeWeight: Int32) -> Int {
    let partner = max(token.weight, maximumFreeWeight)
    let gain = (token.weight + partner + 1) / 2
    return worth(
      gain: gain, loss: 0, unmatchedLoss: NameScorer.unmatchedQueryWeight(token.weight))
  }

  /// What a full query token is worth when it meets an initial.
  func worthAgainstInitial(_ token: ScorableToken) -> Int {
    guard let evidence = TokenComparison.evidenceAgainstInitial(token) else { return 0 }
    return max(
      0,
      worth(evidence, unmatchedLoss: NameScorer.unmatchedQueryWeight(token.weight)))
  }
}
