internal import NameSimilarity

/// What a match of two names rests on, as far as the policy asks.
struct MatchBasis {
  /// The words of the listed name that agree and can carry a match.
  var anchorCount = 0
  /// The bytes of the longest of them.
  var longestByteCount = 0
  /// Whether all of them are generic words, such as `international trading`.
  var isGeneric = true
  /// Whether every word of both names that can carry a match met its equal: nothing but legal
  /// forms, titles and particles is different or left over.
  var isWhole: Bool
  /// Whether the listed name is one short word, which weak names are where a list does not tell.
  var isShortSingleToken: Bool

  /// The longest single word that counts as weak where a list does not tell, in bytes. Three to
  /// five letters are an acronym or a given name: OFAC's weak names of one word are mostly that.
  static let shortTokenByteCount = 5

  /// Puts bases in an order, those that say more last.
  var rank: Int { 4 * anchorCount + (isGeneric ? 0 : 2) + (isWhole ? 1 : 0) }

  /// Finds what the match rests on.
  ///
  /// - Parameter pairs: The alignment; empty for names that are equal without one, whose every
  ///   word counts.
  init(_ pairs: [AlignedPair], query: borrowing ScorableName, listed: borrowing ScorableName) {
    isShortSingleToken =
      listed.count == 1 && listed.token(0).bytes.count <= Self.shortTokenByteCount
    isWhole = Self.areAllEqual(pairs, query, listed)
    for pair in pairs where pair.evidence.isAnchor {
      // Two words of the query that are one of the list were two words to agree.
      anchorCount += max(pair.queryCount, pair.listedCount)
      for j in pair.listedToken..<pair.listedToken + pair.listedCount { note(listed.token(j)) }
    }
    if anchorCount == 0 {
      for j in 0..<listed.count where listed.token(j).traits.contains(.anchor) {
        anchorCount += 1
        note(listed.token(j))
      }
    }
  }

  private static func areAllEqual(
    _ pairs: [AlignedPair], _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> Bool {
    var equalCount = 0
    for pair in pairs where pair.evidence.isAnchor && pair.evidence.relation == .equal {
      equalCount += 1
    }
    return equalCount == anchorCount(of: query) && equalCount == anchorCount(of: listed)
  }

  private static func anchorCount(of name: borrowing ScorableName) -> Int {
    var count = 0
    for i in 0..<name.count where name.token(i).traits.contains(.anchor) { count += 1 }
    return count
  }

  private mutating func note(_ token: ScorableToken) {
    longestByteCount = max(longestByteCount, token.bytes.count)
    if !GenericWords.shared.contains(token.bytes) { isGeneric = false }
  }
}
