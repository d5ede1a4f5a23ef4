/// One pair of an alignment: which unit of the query met which unit of the listed name.
public struct AlignedPair: Sendable, Equatable {
  /// The first query token of the pair.
  public var queryToken: Int
  /// The number of query tokens, 1 or 2.
  public var queryCount: Int
  /// The first listed token of the pair.
  public var listedToken: Int
  /// The number of listed tokens, 1 or 2.
  public var listedCount: Int
  /// What the pair gives.
  public var evidence: TokenEvidence
}

/// Finds the best alignment of two names: the set of disjoint pairs with the highest
/// `gain / (gain + loss)`.
///
/// The search is depth first with an optimistic bound, and stops after ``nodeLimit`` steps with
/// the best alignment found so far. The limit belongs to the definition of the score: names for
/// which it is reached have many equal tokens, and the order of search, which depends on the two
/// names only, finds the natural alignment first.
struct NameAlignment: ~Copyable {
  /// The most steps of one search. Real pairs need fewer than 100; what is found by then stands.
  static let nodeLimit = 4_000

  // Invariant: `edges` is ordered by what an edge improves, best first; `pairs` runs parallel.
  private var edges: [Edge] = []
  private var candidates: [AlignedPair] = []
  private var suffixGain: [Int64] = []
  private var suffixSaving: [Int64] = []
  private var chosen: [Int] = []
  private var best: [Int] = []
  private var bestGain: Int64 = 0
  private var bestLoss: Int64 = 0
  private var nodeCount = 0

  /// An edge as the search sees it.
  private struct Edge {
    var query: TokenMask
    var listed: TokenMask
    var gain: Int64
    /// What the loss grows by when the edge is taken: its own loss less that of the tokens that
    /// are no longer unmatched. Mostly negative.
    var loss: Int64
    var isAnchor: Bool
    var pair: Int32
  }

  /// The best alignment and its sums; `nil` when no alignment has an anchor.
  ///
  /// - Parameters:
  ///   - baseLoss: The loss of an empty alignment: all tokens unmatched.
  mutating func align(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName, baseLoss: Int64
  ) -> (gain: Int64, loss: Int64)? {
    best.removeAll(keepingCapacity: true)
    collect(query, listed)
    if edges.isEmpty { return nil }
    order()
    chosen.removeAll(keepingCapacity: true)
    bestGain = 0
    bestLoss = 1
    nodeCount = 0
    search(
      from: 0, gain: 0, loss: baseLoss, hasAnchor: false, query: TokenMask(), listed: TokenMask())
    return best.isEmpty ? nil : (bestGain, bestLoss)
  }

  /// The pairs of the alignment found last, in query order.
  var alignedPairs: [AlignedPair] {
    best.map { candidates[Int(edges[$0].pair)] }
      .sorted { ($0.queryToken, $0.listedToken) < ($1.queryToken, $1.listedToken) }
  }

  /// Whether the alignment found last has a pair of numbers.
  func alignsNumbers(_ query: borrowing ScorableName, _ listed: borrowing ScorableName) -> Bool {
    for edge in best {
      let pair = candidates[Int(edges[edge].pair)]
      let a = pair.queryCount == 1 ? query.tokens[pair.queryToken] : query.joined[pair.queryToken]
      let b =
        pair.listedCount == 1 ? listed.tokens[pair.listedToken] : listed.joined[pair.listedToken]
      if a.traits.contains(.number) && b.traits.contains(.number) { return true }
    }
    return false
  }

  /// The pairs of the alignment found last, and whether they are pairs of anchors.
  var bestPairs: [(pair: AlignedPair, isAnchor: Bool)] {
    best.map { (candidates[Int(edges[$0].pair)], edges[$0].isAnchor) }
  }

  /// The number of anchor pairs of the alignment found last, and whether all are of the same letters.
  var anchorPairs: (count: Int, areEqual: Bool) {
    var count = 0
    var areEqual = true
    for edge in best where edges[edge].isAnchor {
      count += 1
      areEqual = areEqual && candidates[Int(edges[edge].pair)].evidence.isToTheLetter
    }
    return (count, areEqual)
  }

  /// The tokens that the alignment found last has pairs for.
  var usedTokens: (query: TokenMask, listed: TokenMask) {
    var query = TokenMask()
    var listed = TokenMask()
    for edge in best {
      query = query.union(edges[edge].query)
      listed = listed.union(edges[edge].listed)
    }
    return (query, listed)
  }

  private mutating func collect(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) {
    edges.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    for i in 0..<query.tokens.count {
      for j in 0..<listed.tokens.count {
        if let evidence = TokenComparison.evidence(query.tokens[i], listed.tokens[j]) {
          add(query, listed, i, 1, j, 1, evidence)
        }
        if listed.joined[j].traits.contains(.anchor),
          let evidence = TokenComparison.evidence(query.tokens[i], joined: listed.joined[j])
        {
          add(query, listed, i, 1, j, 2, evidence)
        }
        if query.joined[i].traits.contains(.anchor),
          let evidence = TokenComparison.evidence(joined: query.joined[i], listed.tokens[j])
        {
          add(query, listed, i, 2, j, 1, evidence)
        }
      }
    }
  }

  private mutating func add(
    _ query: borrowing ScorableName, _ listed: borrowing ScorableName,
    _ i: Int, _ queryCount: Int, _ j: Int, _ listedCount: Int, _ evidence: TokenEvidence
  ) {
    var saved: Int64 = 0
    for k in i..<i + queryCount {
      saved += Int64(NameScorer.unmatchedQueryWeight(query.tokens[k].weight))
    }
    for k in j..<j + listedCount {
      saved += Int64(NameScorer.unmatchedListedWeight(listed.tokens[k].weight))
    }
    edges.append(
      Edge(
        query: TokenMask(from: i, count: queryCount),
        listed: TokenMask(from: j, count: listedCount), gain: Int64(evidence.gain),
        loss: Int64(evidence.loss) - saved, isAnchor: evidence.isAnchor,
        pair: Int32(candidates.count)))
    candidates.append(
      AlignedPair(
        queryToken: i, queryCount: queryCount, listedToken: j, listedCount: listedCount,
        evidence: evidence))
  }

  private mutating func order() {
    // The pair number makes the order total, and the sort therefore deterministic.
    edges.sort {
      ($1.gain - $1.loss, $0.pair) < ($0.gain - $0.loss, $1.pair)
    }
    let count = edges.count
    suffixGain.removeAll(keepingCapacity: true)
    suffixGain.append(contentsOf: repeatElement(0, count: count + 1))
    suffixSaving.removeAll(keepingCapacity: true)
    suffixSaving.append(contentsOf: repeatElement(0, count: count + 1))
    for k in stride(from: count - 1, through: 0, by: -1) {
      suffixGain[k] = suffixGain[k + 1] + edges[k].gain
      suffixSaving[k] = suffixSaving[k + 1] + min(0, edges[k].loss)
    }
  }

  private mutating func search(
    from start: Int, gain: Int64, loss: Int64, hasAnchor: Bool, query: TokenMask,
    listed: TokenMask
  ) {
    nodeCount += 1
    if hasAnchor && isBetter(gain, loss) {
      bestGain = gain
      bestLoss = loss
      best.removeAll(keepingCapacity: true)
      best.append(contentsOf: chosen)
    }
    var k = start
    while k < edges.count {
      if nodeCount > Self.nodeLimit { return }
      // Even with every remaining edge the best is not beaten.
      let mostGain = gain + suffixGain[k]
      if !best.isEmpty && !isBetter(mostGain, max(0, loss + suffixSaving[k])) { return }
      let edge = edges[k]
      if !edge.query.intersects(query) && !edge.listed.intersects(listed) {
        chosen.append(k)
        search(
          from: k + 1, gain: gain + edge.gain, loss: loss + edge.loss,
          hasAnchor: hasAnchor || edge.isAnchor, query: query.union(edge.query),
          listed: listed.union(edge.listed))
        chosen.removeLast()
        // An edge that only adds evidence and stands in nobody's way is never left out.
        if edge.loss <= 0 && !conflicts(k, query, listed) { return }
      }
      k += 1
    }
  }

  /// Whether a later edge that is still possible shares a token with edge `k`.
  private func conflicts(_ k: Int, _ query: TokenMask, _ listed: TokenMask) -> Bool {
    let edge = edges[k]
    for other in edges[(k + 1)...]
    where !other.query.intersects(query) && !other.listed.intersects(listed) {
      if other.query.intersects(edge.query) || other.listed.intersects(edge.listed) { return true }
    }
    return false
  }

  private func isBetter(_ gain: Int64, _ loss: Int64) -> Bool {
    // gain / (gain + loss) > bestGain / (bestGain + bestLoss); all are below 2^32.
    gain * bestLoss > bestGain * loss
  }
}
