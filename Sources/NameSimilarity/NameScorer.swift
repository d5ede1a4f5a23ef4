/// Scores how alike a query name and a listed name are.
///
/// The score is the share of evidence that speaks for the pair: with an alignment of tokens, the
/// gain is what its pairs explain, and the loss is what they contradict together with the tokens
/// left over. The best alignment counts. It needs one pair of anchors; without one the score is 0,
/// except that names which are equal when spaces are dropped are always alike.
///
/// Everything is an integer, and depends on the two names and the frozen tables only. The indexed
/// and the exhaustive search both call ``score(_:_:)``.
public struct NameScorer: ~Copyable {
  /// The score of names that differ in their spacing only.
  static let spacingScore: Int32 = 9_800
  /// The factor, in ten-thousandths, when both names have numbers and none of them agrees.
  public static let numberPenalty: Int32 = 7_500

  private var alignment = NameAlignment()

  /// Creates a scorer with scratch memory of its own.
  public init() {}

  /// What an unmatched query token of `weight` contradicts: 0.8 of it.
  public static func unmatchedQueryWeight(_ weight: Int32) -> Int32 { weight * 4 / 5 }

  /// What an unmatched listed token of `weight` contradicts: 0.35 of it. Listed names are longer
  /// than what payments carry of them.
  public static func unmatchedListedWeight(_ weight: Int32) -> Int32 { weight * 7 / 20 }

  /// The score of the pair.
  ///
  /// - Precondition: Both names have at most 128 tokens.
  /// - Complexity: O(*a* × *b*) token comparisons, and at most 4,000 steps of the
  ///   search for the best alignment.
  public mutating func score(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> Score {
    breakdown(query, listed).score
  }

  /// The score of the pair with the sums that it comes from.
  public mutating func breakdown(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> ScoreBreakdown {
    var result = ScoreBreakdown()
    let aligned = alignment.align(query, listed, baseLoss: Self.baseLoss(query, listed))
    if let aligned {
      result.gain = aligned.gain
      result.loss = aligned.loss
      // Floored, so that a score never shows above a threshold that it missed.
      var score = Int32(Int64(Score.scale) * aligned.gain / (aligned.gain + aligned.loss))
      if Self.hasNumber(query) && Self.hasNumber(listed)
        && !alignment.alignsNumbers(query, listed)
      {
        score = score * Self.numberPenalty / Score.scale
        result.numbersDiffer = true
      }
      result.score = Score(tenThousandths: score)
    }
    result.isAligned = aligned != nil
    switch ScorableName.compactEquality(query, listed) {
    case .sameTokens: result.raise(to: Score.scale)
    case .sameLetters: result.raise(to: Self.spacingScore)
    case .different: break
    }
    return result
  }

  /// The pairs of the alignment that ``breakdown(_:_:)`` found last, in query order; empty when
  /// there was none.
  public var alignedPairs: [AlignedPair] { alignment.alignedPairs }

  private static func baseLoss(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> Int64 {
    var loss: Int64 = 0
    for token in query.tokens { loss += Int64(unmatchedQueryWeight(token.weight)) }
    for token in listed.tokens { loss += Int64(unmatchedListedWeight(token.weight)) }
    return loss
  }

  private static func hasNumber(_ name: borrowing ScorableName) -> Bool {
    for token in name.tokens where token.traits.contains(.number) { return true }
    return false
  }
}

/// A score and the sums that it comes from.
public struct ScoreBreakdown: Sendable, Equatable {
  /// The score.
  public var score = Score.zero
  /// The evidence for the pair, in weight.
  public var gain: Int64 = 0
  /// The evidence against it, in weight.
  public var loss: Int64 = 0
  /// Whether there is an alignment with an anchor.
  public var isAligned = false
  /// Whether both names have numbers and none agrees, which costs a quarter of the score.
  public var numbersDiffer = false
  /// Whether the score is that of names that are equal but for their spaces.
  public var isSpacingOnly = false

  fileprivate mutating func raise(to tenThousandths: Int32) {
    if score.tenThousandths >= tenThousandths { return }
    score = Score(tenThousandths: tenThousandths)
    isSpacingOnly = true
  }
}
