extension NameAlignment {
  /// What the alignment found last shows beyond its sums.
  func facts(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName, gain: Int64, loss: Int64,
    isRomanised: Bool
  ) -> AlignmentFacts {
    let anchors = anchorPairs
    return AlignmentFacts(
      gain: gain, evidence: evidence(query), loss: loss, conflict: Int64(conflict(query, listed)),
      anchorPairCount: anchors.count, anchorsAreEqual: anchors.areEqual,
      numbersDiffer: Self.hasNumber(query) && Self.hasNumber(listed)
        && !alignsNumbers(query, listed),
      isRomanised: isRomanised)
  }

  /// The evidence of the alignment found last, that of short words in part.
  private func evidence(_ query: borrowing ScorableName) -> Int64 {
    var evidence = 0
    for (pair, isAnchor) in bestPairs {
      let gain = Int(pair.evidence.gain)
      if !isAnchor {
        evidence += gain
        continue
      }
      let token =
        pair.queryCount == 1 ? query.tokens[pair.queryToken] : query.joined[pair.queryToken]
      evidence += Int(
        ScoreAdjustment.personEvidence(gain: Int32(gain), byteCount: token.bytes.count))
    }
    return Int64(evidence)
  }

  private static func hasNumber(_ name: borrowing ScorableName) -> Bool {
    for token in name.tokens where token.traits.contains(.number) { return true }
    return false
  }

  /// The lesser of the weights left over on the two sides.
  private func conflict(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) -> Int32 {
    let used = usedTokens
    var ofQuery: Int32 = 0
    var ofListed: Int32 = 0
    for i in 0..<query.tokens.count where Self.counts(query.tokens[i], i, used.query) {
      ofQuery += query.tokens[i].weight
    }
    for j in 0..<listed.tokens.count where Self.counts(listed.tokens[j], j, used.listed) {
      ofListed += listed.tokens[j].weight
    }
    return min(ofQuery, ofListed)
  }

  /// Whether a token is left over and is of the name proper: a word, a number or an initial.
  private static func counts(_ token: ScorableToken, _ i: Int, _ used: TokenMask) -> Bool {
    !token.traits.isDisjoint(with: [.anchor, .initial]) && !used.contains(i)
  }
}
