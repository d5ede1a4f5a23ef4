extension NameAlignment {
  /// What the alignment found last shows beyond its sums.
  func facts(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName, gain: Int64, loss: Int64,
    isRomanised: Bool
  ) -> AlignmentFacts {
    let anchors = anchorPairs
    return AlignmentFacts(
      gain: gain, loss: loss, conflict: Int64(conflict(query, listed)),
      anchorPairCount: anchors.count, anchorsAreEqual: anchors.areEqual,
      numbersDiffer: Self.hasNumber(query) && Self.hasNumber(listed)
        && !alignsNumbers(query, listed),
      isRomanised: isRomanised)
  }

  private static func hasNumber(_ name: borrowing ScorableName) -> Bool {
    for token in name.tokens where token.traits.contains(.number) { return true }
    return false
  }

  /// The lesser of the weights left over on the two sides.
  ///
  /// A query token that resembles a listed one that is left over as well does not count: it is a
  /// bad spelling of it rather than another word.
  private func conflict(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> Int32 {
    let used = usedTokens
    var ofQuery: Int32 = 0
    var ofListed: Int32 = 0
    for j in 0..<listed.tokens.count where Self.counts(listed.tokens[j], j, used.listed) {
      ofListed += listed.tokens[j].weight
    }
    if ofListed == 0 { return 0 }
    for i in 0..<query.tokens.count where Self.counts(query.tokens[i], i, used.query) {
      var isAlike = false
      for j in 0..<listed.tokens.count where Self.counts(listed.tokens[j], j, used.listed) {
        isAlike = isAlike || Self.resembles(query.tokens[i], listed.tokens[j])
      }
      if !isAlike { ofQuery += query.tokens[i].weight }
    }
    return min(ofQuery, ofListed)
  }

  /// Whether a token is left over and is of the name proper: a word, a number or an initial.
  private static func counts(_ token: ScorableToken, _ i: Int, _ used: TokenMask) -> Bool {
    !token.traits.isDisjoint(with: [.anchor, .initial]) && !used.contains(i)
  }

  /// Whether two thirds of the longer token are right. Two names that are known to be different ones do
  /// not resemble each other.
  private static func resembles(_ a: ScorableToken, _ b: ScorableToken) -> Bool {
    if a.variantClass != 0 && b.variantClass != 0 { return false }
    let length = max(a.bytes.count, b.bytes.count)
    guard length > 3, length <= 32 else { return false }
    return boundedEditDistance(a.bytes.span, b.bytes.span, limit: length / 3) <= length / 3
  }
}
