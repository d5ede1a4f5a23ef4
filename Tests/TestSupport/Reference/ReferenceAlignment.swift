public import NameSimilarity

/// The slow twin of the search for the best alignment: tries every set of disjoint pairs.
///
/// - Returns: The greatest `gain / (gain + loss)` of an alignment with an anchor in
///   ten-thousandths, floored; 0 when there is none.
public func referenceAlignmentScore(
  _ query: borrowing ScorableName, _ listed: borrowing ScorableName
) -> Int32 {
  var edges: [(query: Set<Int>, listed: Set<Int>, gain: Int64, loss: Int64, isAnchor: Bool)] = []
  for i in 0..<query.count {
    for j in 0..<listed.count {
      if let e = TokenComparison.evidence(query.token(i), listed.token(j)) {
        edges.append(([i], [j], Int64(e.gain), Int64(e.loss), e.isAnchor))
      }
      if j + 1 < listed.count,
        let e = TokenComparison.evidence(query.token(i), joined: listed.joinedPair(j))
      {
        edges.append(([i], [j, j + 1], Int64(e.gain), Int64(e.loss), e.isAnchor))
      }
      if i + 1 < query.count,
        let e = TokenComparison.evidence(joined: query.joinedPair(i), listed.token(j))
      {
        edges.append(([i, i + 1], [j], Int64(e.gain), Int64(e.loss), e.isAnchor))
      }
    }
  }
  let queryLosses = (0..<query.count).map {
    Int64(NameScorer.unmatchedQueryWeight(query.token($0).weight))
  }
  let listedLosses = (0..<listed.count).map {
    Int64(NameScorer.unmatchedListedWeight(listed.token($0).weight))
  }
  var best: Int32 = 0
  func extend(
    from k: Int, _ usedQuery: Set<Int>, _ usedListed: Set<Int>, _ gain: Int64, _ loss: Int64,
    _ hasAnchor: Bool
  ) {
    if hasAnchor {
      var total = loss
      for i in queryLosses.indices where !usedQuery.contains(i) { total += queryLosses[i] }
      for j in listedLosses.indices where !usedListed.contains(j) { total += listedLosses[j] }
      best = max(best, Int32(10_000 * gain / (gain + total)))
    }
    for i in k..<max(k, edges.count)
    where usedQuery.isDisjoint(with: edges[i].query) && usedListed.isDisjoint(with: edges[i].listed)
    {
      extend(
        from: i + 1, usedQuery.union(edges[i].query), usedListed.union(edges[i].listed),
        gain + edges[i].gain, loss + edges[i].loss, hasAnchor || edges[i].isAnchor)
    }
  }
  extend(from: 0, [], [], 0, 0, false)
  return best
}
