internal import NameNormalization
internal import NameSimilarity

/// The tokens of a query: what the memo knows of them, and looking up what it does not.
extension NameSearch {
  /// Makes a slot for each token of a reading.
  mutating func prepareSlots(_ name: borrowing FoldedName, _ reading: Reading) {
    memo.makeRoom()
    slotCount = Int(reading.tokenCount)
    loss = 0
    for i in 0..<slotCount {
      let token = name.tokens[Int(reading.firstToken) + i]
      let bytes = UnsafeBufferPointer(
        start: name.bytes + Int(token.start), count: Int(token.length))
      let hash = TokenMemo.hash(of: bytes, token.script)
      let entry = memo.find(bytes, hash: hash) ?? remember(name, token, hash: hash)
      (slots + i).initialize(to: QuerySlot(entry: entry))
      loss += Int(memo.entries[entry].loss)
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
    let isInitial = scorable.traits.contains(.initial)
    let spared = isInitial ? NameScorer.unmatchedListedWeight(TokenWeight.one) : 0
    let worth = economies.worths(gain: gain, saving: loss)
    let againstInitial = TokenComparison.evidenceAgainstInitial(scorable)
    let entry = memo.add(
      scorable.bytes,
      TokenMemo.Entry(
        hash: hash, byteOffset: 0, byteCount: 0, isExpanded: false, isAnchor: isAnchor,
        isInitial: isInitial, initial: scorable.bytes[0], worth: worth,
        credit: worth &+ economies.needed(forLoss: spared),
        initialGain: Int16(againstInitial?.gain ?? 0),
        initialSaving: Int16(max(0, againstInitial.map { loss - $0.loss } ?? 0)), freeGain: 0,
        freeSaving: 0, gain: gain,
        evidence: isAnchor ? evidence(gain, scorable.bytes.count) : gain, loss: loss,
        weight: scorable.weight, spared: spared, firstExpansion: 0, expansionCount: 0,
        costs: (0, 0, 0), meetsPairs: false, meetsUnseen: false))
    if !isAnchor { expandFree(entry, scorable) }
    return entry
  }

  /// Looks up the listed anchors of the same letters that a token meets which is none itself.
  private mutating func expandFree(_ entry: Int, _ token: ScorableToken) {
    found.removeAll(keepingCapacity: true)
    expansion.removeAll(keepingCapacity: true)
    index.paths.tokens.forEach(hashBytes(token.bytes.baseAddress!, count: token.bytes.count)) {
      if index.terms.traits(of: $0).contains(.anchor) { found.append($0) }
    }
    found.sort()
    for id in found {
      guard let evidence = TokenComparison.evidence(token, index.terms[id]) else { continue }
      let spared = index.lossSpared(by: id)
      expansion.append(
        TokenMemo.Expansion(
          id, evidence, of: token, spared: spared, parts: index.postings.parts(of: id)))
      let worths = economies.worths(
        gain: evidence.gain, saving: memo.entries[entry].loss - evidence.loss)
      memo.entries[entry].worth = pointwiseMax(memo.entries[entry].worth, worths)
      memo.entries[entry].credit = pointwiseMax(
        memo.entries[entry].credit, worths &+ economies.needed(forLoss: spared))
      memo.entries[entry].gain = max(memo.entries[entry].gain, evidence.gain)
      memo.entries[entry].evidence = max(memo.entries[entry].evidence, evidence.gain)
    }
    memo.setExpansions(of: entry, expansion)
  }

  /// The gain of a token of so many bytes that counts as evidence for people.
  @inline(__always)
  func evidence(_ gain: Int32, _ byteCount: Int) -> Int32 {
    ScoreAdjustment.personEvidence(gain: gain, byteCount: byteCount)
  }

  /// Looks up the terms that the token of a slot relates to.
  mutating func expand(_ slot: Int, _ name: borrowing FoldedName, _ reading: Reading) {
    counters.expansions += 1
    let token = ScorableToken(name.tokens[Int(reading.firstToken) + slot], in: name.bytes, tables)
    let entry = slots[slot].entry
    let loss = memo.entries[entry].loss
    found.removeAll(keepingCapacity: true)
    index.paths.findCandidates(of: token, &trigramCounter, into: &found)
    found.sort()
    for id in found { index.terms.prefetch(id) }
    for id in found { index.terms.prefetchBytes(of: id) }
    expansion.removeAll(keepingCapacity: true)
    var most = ExpansionBounds()
    var last: TermID?
    for id in found where id != last {
      last = id
      let term = index.terms[id]
      let evidence =
        Int(id) < index.terms.tokenCount
        ? TokenComparison.evidence(token, term) : TokenComparison.evidence(token, joined: term)
      guard let evidence, evidence.relation != .initial else { continue }
      let spared = index.lossSpared(by: id)
      expansion.append(
        TokenMemo.Expansion(
          id, evidence, of: token, spared: spared, parts: index.postings.parts(of: id)))
      let worths = economies.worths(gain: evidence.gain, saving: loss - evidence.loss)
      most.worth = pointwiseMax(most.worth, worths)
      most.credit = pointwiseMax(most.credit, worths &+ economies.needed(forLoss: spared))
      most.gain = max(most.gain, evidence.gain)
      if !term.traits.contains(.anchor) {
        most.freeGain = max(most.freeGain, evidence.gain)
        most.freeSaving = max(most.freeSaving, loss - evidence.loss)
      }
      most.spared = max(most.spared, spared)
      most.meetsPairs = most.meetsPairs || Int(id) >= index.terms.tokenCount
      most.costs.0 += UInt32(index.postings.range(of: id, .other).count)
      most.costs.1 += UInt32(index.postings.range(of: id, .person).count)
      most.costs.2 += UInt32(index.postings.range(of: id, .withInitial).count)
    }
    memo.setExpansions(of: entry, expansion)
    memo.setBounds(
      of: entry, most,
      evidence: max(evidence(most.gain, token.bytes.count), most.freeGain))
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
              slot: i, term: id, gain: evidence.gain, saving: loss - evidence.loss,
              evidence: self.evidence(evidence.gain, count), spared: index.lossSpared(by: id)))
        }
      }
    }
  }

  /// Notes a pair: each of its two tokens may count for half of what it is worth, rounded up.
  private mutating func note(_ hit: PairHit) {
    pairHits.append(hit)
    let worths = economies.worths(gain: hit.gain, saving: hit.saving)
    let share = pointwiseMax((worths &+ 1) / 2, .zero)
    let credit = pointwiseMax((worths &+ economies.needed(forLoss: hit.spared) &+ 1) / 2, .zero)
    for j in hit.slot...hit.slot + 1 {
      slots[j].pairWorth = pointwiseMax(slots[j].pairWorth, share)
      slots[j].pairCredit = pointwiseMax(slots[j].pairCredit, credit)
      slots[j].pairGain = max(slots[j].pairGain, (hit.gain + 1) / 2)
      slots[j].pairEvidence = max(slots[j].pairEvidence, (hit.evidence + 1) / 2)
      slots[j].pairSpared = max(slots[j].pairSpared, (hit.spared + 1) / 2)
      for part in NamePart.allCases {
        slots[j].pairCosts[part.rawValue] += Int32(
          clamping: index.postings.range(of: hit.term, part).count)
      }
    }
  }
}
