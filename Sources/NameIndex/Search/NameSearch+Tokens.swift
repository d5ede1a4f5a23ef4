internal import NameNormalization
internal import NameSimilarity

/// The tokens of a query: what the memo knows of them, and looking up what it does not.
extension NameSearch {
  /// Makes a slot for each token of a reading.
  mutating func prepareSlots(_ name: borrowing FoldedName, _ reading: Reading) {
    memo.makeRoom()
    slotCount = Int(reading.tokenCount)
    loss = 0
    hasQueryInitial = false
    for i in 0..<slotCount {
      let token = name.tokens[Int(reading.firstToken) + i]
      let bytes = UnsafeBufferPointer(
        start: name.bytes + Int(token.start), count: Int(token.length))
      let hash = TokenMemo.hash(of: bytes, token.script)
      let entry = memo.find(bytes, hash: hash) ?? remember(name, token, hash: hash)
      (slots + i).initialize(to: QuerySlot(entry: entry))
      loss += memo.entries[entry].loss
      if token.tokenClass == .initial { hasQueryInitial = true }
    }
  }

  private mutating func remember(
    _ name: borrowing FoldedName, _ token: FoldedToken, hash: UInt64
  ) -> Int {
    counters.memoMisses += 1
    let scorable = ScorableToken(token, in: name.bytes, tables)
    let isAnchor = scorable.traits.contains(.anchor)
    let loss = NameScorer.unmatchedQueryWeight(scorable.weight)
    let gain =
      isAnchor
      ? MostEvidence.ofAnchor(weight: scorable.weight)
      : MostEvidence.ofFreeToken(
        weight: scorable.weight, maximumFreeWeight: index.maximumFreeWeight)
    // An initial of the query may meet any listed word.
    let spared =
      scorable.traits.contains(.initial)
      ? NameScorer.unmatchedListedWeight(TokenWeight.one) : 0
    let worth = economies.worths(gain: gain, loss: 0, unmatchedLoss: loss)
    var againstInitial = SIMD4<Int32>(repeating: 0)
    if let evidence = TokenComparison.evidenceAgainstInitial(scorable) {
      againstInitial = pointwiseMax(
        economies.worths(gain: evidence.gain, loss: evidence.loss, unmatchedLoss: loss), .zero)
    }
    return memo.add(
      scorable.bytes,
      TokenMemo.Entry(
        hash: hash, byteOffset: 0, byteCount: 0, isExpanded: !isAnchor, isAnchor: isAnchor,
        worth: worth, credit: worth &+ economies.needed(forLoss: spared),
        worthAgainstInitial: againstInitial, gain: gain, loss: loss, mask: 0,
        weight: scorable.weight,
        firstExpansion: 0, expansionCount: 0, costs: (0, 0)))
  }

  /// Looks up the terms that the token of a slot relates to.
  mutating func expand(_ slot: Int, _ name: borrowing FoldedName, _ reading: Reading) {
    counters.expansions += 1
    let token = ScorableToken(name.tokens[Int(reading.firstToken) + slot], in: name.bytes, tables)
    let entry = slots[slot].entry
    let loss = memo.entries[entry].loss
    found.removeAll(keepingCapacity: true)
    index.paths.findCandidates(of: token, index.terms, &trigramCounter, into: &found)
    found.sort()
    expansion.removeAll(keepingCapacity: true)
    var worth = SIMD4<Int32>(repeating: 0)
    var credit = SIMD4<Int32>(repeating: 0)
    var gain: Int32 = 0
    var mask: UInt64 = 0
    var costs: (UInt32, UInt32) = (0, 0)
    var last: TermID?
    for id in found where id != last {
      last = id
      let term = index.terms[id]
      let evidence =
        Int(id) < index.terms.tokenCount
        ? TokenComparison.evidence(token, term) : TokenComparison.evidence(token, joined: term)
      guard let evidence, evidence.relation != .initial else { continue }
      expansion.append(
        TokenMemo.Expansion(term: id, gain: evidence.gain, loss: evidence.loss))
      let worths = economies.worths(
        gain: evidence.gain, loss: evidence.loss, unmatchedLoss: loss)
      worth = pointwiseMax(worth, worths)
      credit = pointwiseMax(
        credit, worths &+ economies.needed(forLoss: index.lossSpared(by: id)))
      gain = max(gain, evidence.gain)
      mask |= TermPostings.signatureBit(of: id)
      costs.0 += UInt32(index.postings.range(of: id, .withoutInitial).count)
      costs.1 += UInt32(index.postings.range(of: id, .withInitial).count)
    }
    memo.setExpansions(of: entry, expansion)
    memo.entries[entry].worth = worth
    memo.entries[entry].credit = credit
    memo.entries[entry].gain = gain
    memo.entries[entry].mask = mask
    memo.entries[entry].costs = costs
  }

  /// Finds the listed tokens that two neighbours of the query make when written as one.
  mutating func findPairHits(_ name: borrowing FoldedName, _ reading: Reading) {
    pairHits.removeAll(keepingCapacity: true)
    var i = 0
    while i + 1 < slotCount {
      let first = name.tokens[Int(reading.firstToken) + i]
      let second = name.tokens[Int(reading.firstToken) + i + 1]
      if Self.mayJoin(first, second, in: name.bytes) { findPairHit(i, first, second, name) }
      i += 1
    }
  }

  @inline(__always)
  private static func mayJoin(
    _ first: FoldedToken, _ second: FoldedToken, in bytes: UnsafePointer<UInt8>
  ) -> Bool {
    func traits(_ token: FoldedToken) -> TokenTraits {
      TokenTraits(
        token.tokenClass,
        UnsafeBufferPointer(start: bytes + Int(token.start), count: Int(token.length)))
    }
    return ScorableToken.mayJoin(traits(first), traits(second))
  }

  private mutating func findPairHit(
    _ i: Int, _ first: FoldedToken, _ second: FoldedToken, _ name: borrowing FoldedName
  ) {
    let count = Int(first.length) + Int(second.length)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
      // SAFETY: the two copies fill the `count` bytes of the buffer.
      let start = bytes.baseAddress!
      start.initialize(from: name.bytes + Int(first.start), count: Int(first.length))
      (start + Int(first.length)).initialize(
        from: name.bytes + Int(second.start), count: Int(second.length))
      let hash = hashBytes(start, count: count)
      if !index.paths.tokens.mayContain(hash) { return }
      let a = ScorableToken(first, in: name.bytes, tables)
      let b = ScorableToken(second, in: name.bytes, tables)
      let pair = ScorableToken.joining(a, b, bytes: UnsafeBufferPointer(bytes))
      let loss =
        NameScorer.unmatchedQueryWeight(a.weight) + NameScorer.unmatchedQueryWeight(b.weight)
      found.removeAll(keepingCapacity: true)
      index.paths.tokens.forEach(hash) { found.append($0) }
      for id in found {
        if let evidence = TokenComparison.evidence(joined: pair, index.terms[id]) {
          note(
            PairHit(
              slot: i, term: id, gain: evidence.gain, loss: evidence.loss, unmatchedLoss: loss,
              spared: index.lossSpared(by: id)))
        }
      }
    }
  }

  /// Notes a pair: each of its two tokens may count for half of what it is worth, rounded up.
  private mutating func note(_ hit: PairHit) {
    pairHits.append(hit)
    let worths = economies.worths(
      gain: hit.gain, loss: hit.loss, unmatchedLoss: hit.unmatchedLoss)
    let share = pointwiseMax((worths &+ 1) / 2, .zero)
    let credit = pointwiseMax(
      (worths &+ economies.needed(forLoss: hit.spared) &+ 1) / 2, .zero)
    let bit = TermPostings.signatureBit(of: hit.term)
    for j in hit.slot...hit.slot + 1 {
      slots[j].pairWorth = pointwiseMax(slots[j].pairWorth, share)
      slots[j].pairCredit = pointwiseMax(slots[j].pairCredit, credit)
      slots[j].pairGain = max(slots[j].pairGain, (hit.gain + 1) / 2)
      slots[j].pairMask |= bit
      slots[j].pairCosts.0 += index.postings.range(of: hit.term, .withoutInitial).count
      slots[j].pairCosts.1 += index.postings.range(of: hit.term, .withInitial).count
    }
  }
}
