/// Scores how alike a query name and a listed name are.
///
/// The score starts from the share of evidence that speaks for the pair: with an alignment of
/// tokens, the gain is what its pairs explain, and the loss is what they contradict together with
/// the tokens left over. The best alignment counts; it needs one pair of anchors. Adjustments may
/// lower the share (``ScoreAdjustment``); what is left is the score. Names that are equal when
/// spaces are dropped are always alike.
///
/// Everything is an integer, and depends on the two names, the kind of the listed party and the
/// frozen tables only. The indexed and the exhaustive search both call ``score(_:_:_:isRomanised:)``.
public struct NameScorer: ~Copyable {
  /// The score of names that differ in their spacing only.
  static let spacingScore: Int32 = 9_800

  private var alignment = NameAlignment()

  /// Creates a scorer with scratch memory of its own.
  public init() {}

  /// What an unmatched query token of `weight` contradicts: half of it.
  public static func unmatchedQueryWeight(_ weight: Int32) -> Int32 { weight / 2 }

  /// What an unmatched listed token of `weight` contradicts: 0.35 of it. Listed names are longer
  /// than what payments carry of them.
  public static func unmatchedListedWeight(_ weight: Int32) -> Int32 { weight * 7 / 20 }

  /// The score of the pair.
  ///
  /// - Parameters:
  ///   - party: What the listed party is.
  ///   - isRomanised: Whether one of the names is read by the sound of its characters.
  /// - Precondition: Both names have at most 128 tokens.
  /// - Complexity: O(*a* × *b*) token comparisons, and at most 4,000 steps of the search for the
  ///   best alignment.
  public mutating func score(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName, _ party: PartyClass,
    isRomanised: Bool
  ) -> Score {
    guard let aligned = align(query, listed) else {
      return Self.compactScore(query, listed) ?? .zero
    }
    var share = Self.share(aligned)
    let facts = alignment.facts(
      query, listed, loss: aligned.loss, party, isRomanised: isRomanised)
    for adjustment in ScoreAdjustment.allCases {
      share = adjustment.apply(to: share, facts, party)
    }
    return max(Score(tenThousandths: share), Self.compactScore(query, listed) ?? .zero)
  }

  /// The score of the pair with every step to it.
  public mutating func breakdown(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName, _ party: PartyClass,
    isRomanised: Bool
  ) -> ScoreBreakdown {
    var result = ScoreBreakdown()
    if let aligned = align(query, listed) {
      result.gain = aligned.gain
      result.loss = aligned.loss
      result.isAligned = true
      var share = Self.share(aligned)
      result.share = Score(tenThousandths: share)
      let facts = alignment.facts(
        query, listed, loss: aligned.loss, party, isRomanised: isRomanised)
      for adjustment in ScoreAdjustment.allCases {
        let adjusted = adjustment.apply(to: share, facts, party)
        if adjusted != share {
          result.adjustments.append((adjustment, Score(tenThousandths: adjusted)))
        }
        share = adjusted
      }
      result.score = Score(tenThousandths: share)
    }
    if let compact = Self.compactScore(query, listed), compact > result.score {
      result.score = compact
      result.isSpacingOnly = true
    }
    return result
  }

  /// The pairs of the alignment that was found last, in query order; empty when there was none.
  public var alignedPairs: [AlignedPair] { alignment.alignedPairs }

  private mutating func align(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> (gain: Int64, loss: Int64)? {
    var loss: Int64 = 0
    for token in query.tokens { loss += Int64(Self.unmatchedQueryWeight(token.weight)) }
    for token in listed.tokens { loss += Int64(Self.unmatchedListedWeight(token.weight)) }
    return alignment.align(query, listed, baseLoss: loss)
  }

  /// The share of the evidence that speaks for the pair, floored, so that no score shows above a
  /// threshold that it missed.
  private static func share(_ aligned: (gain: Int64, loss: Int64)) -> Int32 {
    Int32(Int64(Score.scale) * aligned.gain / (aligned.gain + aligned.loss))
  }

  private static func compactScore(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> Score? {
    switch ScorableName.compactEquality(query, listed) {
    case .sameTokens: .one
    case .sameLetters: Score(tenThousandths: spacingScore)
    case .different: nil
    }
  }
}

/// A score and the steps to it.
public struct ScoreBreakdown: Sendable {
  /// The score.
  public var score = Score.zero
  /// The evidence for the pair, in weight.
  public var gain: Int64 = 0
  /// The evidence against it, in weight.
  public var loss: Int64 = 0
  /// Whether there is an alignment with an anchor.
  public var isAligned = false
  /// The share of evidence that speaks for the pair.
  public var share = Score.zero
  /// What lowered the share, in order, each with the share after it.
  public var adjustments: [(adjustment: ScoreAdjustment, share: Score)] = []
  /// Whether the score is that of names that are equal but for their spaces.
  public var isSpacingOnly = false
}
