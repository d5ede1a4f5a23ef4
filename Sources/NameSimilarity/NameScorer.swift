/// The scorer.
public enum NameScorer {
  /// What an unmatched query token of `weight` contradicts: 0.8 of it.
  static func unmatchedQueryWeight(_ weight: Int32) -> Int32 { weight * 4 / 5 }
  /// What an unmatched listed token of `weight` contradicts: 0.35 of it.
  static func unmatchedListedWeight(_ weight: Int32) -> Int32 { weight * 7 / 20 }
}
