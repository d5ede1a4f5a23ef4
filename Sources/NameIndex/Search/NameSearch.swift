package import NameNormalization
package import NameSimilarity

/// Finds the names of an index that may reach a threshold: a superset without a gap.
///
/// A name is ruled out only by what cannot be otherwise (see ``MatchEconomy``; the article on
/// matching has the proofs):
///
/// 1. The tokens of the query are together not worth what is needed.
/// 2. A subset of its tokens, the costliest to look up, is not worth what is needed, so that a
///    match has a term of one of the others. Only the postings of those are visited. A match needs
///    a pair of anchors, so the tokens that are no anchors are in the subset always.
/// 3. The signature of a name, one bit a term, shows that it lacks what is needed beside the term
///    it was found by.
/// 4. The terms of the name are together not worth what is needed.
///
/// Two kinds of evidence are not looked up: that of tokens which are no anchors, whose greatest
/// worth is granted always; and that of a full query token for an initial of the listed name,
/// which is granted to names with an initial only. Their postings are kept apart.
///
/// A worker keeps one search for its whole life, for its memo.
package struct NameSearch: ~Copyable {
  /// The candidates of the last search, without repeats, in no particular order.
  package private(set) var candidates: [NameID] = []
  /// The work done so far.
  package private(set) var counters = SearchCounters()

  private let index: NameIndex
  private let tables: NameTables
  private let economy: MatchEconomy
  private let pruning: SearchPruning
  private var memo = TokenMemo()
  private var trigramCounter = TrigramIndex.Counter()
  private var found: [TermID] = []
  private var expansion: [TokenMemo.Expansion] = []

  // Invariant: `slots` holds the tokens of the reading being searched, `pairHits` the listed
  // tokens that its pairs of neighbours make; `seen[n] == stamp` when name n is a candidate.
  private let slots: UnsafeMutablePointer<QuerySlot>
  private var slotCount = 0
  private var pairHits: [PairHit] = []
  private var seen: [UInt32]
  private var stamp: UInt32 = 0
  private var needed = 0
  private var hasQueryInitial = false

  /// Creates a search for names that reach `threshold`.
  ///
  /// - Precondition: `threshold` is above 0.
  package init(
    _ index: NameIndex, tables: NameTables, threshold: Score, pruning: SearchPruning = .full
  ) {
    precondition(threshold > .zero, "a threshold must be above 0")
    self.index = index
    self.tables = tables
    self.pruning = pruning
    economy = MatchEconomy(threshold: threshold)
    slots = .allocate(capacity: FoldedName.maximumTokenCount)
    seen = [UInt32](repeating: 0, count: index.names.count)
  }

  deinit { slots.deallocate() }

  /// Finds the candidates for a reading of a name.
  ///
  /// - Complexity: O(*p* + *c*) in the postings visited and the candidates; see ``counters``.
  package mutating func findCandidates(for name: borrowing FoldedName, _ reading: Reading) {
    candidates.removeAll(keepingCapacity: true)
    nextStamp()
    counters.readings += 1
    counters.tokens += Int(reading.tokenCount)
    addEqualNames(name, reading)
    prepareSlots(name, reading)
    findPairHits(name, reading)
    for part in NamePart.allCases where part == .withoutInitial || index.hasInitials {
      if pruning == .none || expandWhileNeeded(name, reading, part) { visit(part, name, reading) }
    }
    counters.candidates += candidates.count
  }

  private mutating func nextStamp() {
    stamp &+= 1
    if stamp == 0 {
      for i in seen.indices { seen[i] = 0 }
      stamp = 1
    }
  }

  @inline(__always)
  private mutating func addCandidate(_ name: NameID) {
    if seen[Int(name)] == stamp { return }
    seen[Int(name)] = stamp
    candidates.append(name)
  }

  /// Names that are equal when spaces are dropped match without any anchor.
  private mutating func addEqualNames(_ name: borrowing FoldedName, _ reading: Reading) {
    found.removeAll(keepingCapacity: true)
    index.compact.forEach(compactHash(of: name, reading)) { found.append($0) }
    for id in found { addCandidate(id) }
  }

  // MARK: Tokens

  private mutating func prepareSlots(_ name: borrowing FoldedName, _ reading: Reading) {
    memo.makeRoom()
    slotCount = Int(reading.tokenCount)
    needed = 0
    hasQueryInitial = false
    for i in 0..<slotCount {
      let token = name.tokens[Int(reading.firstToken) + i]
      let bytes = UnsafeBufferPointer(
        start: name.bytes + Int(token.start), count: Int(token.length))
      let hash = TokenMemo.hash(of: bytes, token.script)
      let entry = memo.find(bytes, hash: hash) ?? remember(name, token, hash: hash)
      (slots + i).initialize(to: QuerySlot(entry: entry))
      needed += Int(memo.entries[entry].needed)
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
    let worth =
      isAnchor
      ? economy.mostWorth(weight: scorable.weight)
      : economy.freeWorth(scorable, maximumFreeWeight: index.maximumFreeWeight)
    return memo.add(
      scorable.bytes,
      TokenMemo.Entry(
        hash: hash, byteOffset: 0, byteCount: 0, isExpanded: !isAnchor, isAnchor: isAnchor,
        worth: Int32(max(0, worth)),
        worthAgainstInitial: Int32(economy.worthAgainstInitial(scorable)),
        needed: Int32(economy.needed(forLoss: loss)), mask: 0, firstExpansion: 0,
        expansionCount: 0, costs: (0, 0)))
  }

  /// Looks up the terms that the token of a slot relates to.
  private mutating func expand(
    _ slot: Int, _ name: borrowing FoldedName, _ reading: Reading
  ) {
    counters.expansions += 1
    let token = ScorableToken(name.tokens[Int(reading.firstToken) + slot], in: name.bytes, tables)
    let loss = NameScorer.unmatchedQueryWeight(token.weight)
    found.removeAll(keepingCapacity: true)
    index.paths.findCandidates(of: token, index.terms, &trigramCounter, into: &found)
    found.sort()
    expansion.removeAll(keepingCapacity: true)
    var best = 0
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
      let worth = economy.worth(evidence, unmatchedLoss: loss)
      expansion.append(TokenMemo.Expansion(term: id, worth: Int32(worth)))
      best = max(best, worth)
      mask |= TermPostings.signatureBit(of: id)
      costs.0 += UInt32(index.postings.range(of: id, .withoutInitial).count)
      costs.1 += UInt32(index.postings.range(of: id, .withInitial).count)
    }
    let entry = slots[slot].entry
    memo.setExpansions(of: entry, expansion)
    memo.entries[entry].worth = Int32(best)
    memo.entries[entry].mask = mask
    memo.entries[entry].costs = costs
  }

  // MARK: Pairs

  /// Finds the listed tokens that two neighbours of the query make when written as one.
  private mutating func findPairHits(_ name: borrowing FoldedName, _ reading: Reading) {
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
        guard let evidence = TokenComparison.evidence(joined: pair, index.terms[id]) else {
          continue
        }
        let worth = economy.worth(evidence, unmatchedLoss: loss)
        pairHits.append(PairHit(slot: i, term: id, worth: worth))
        // Each of the two tokens may count for half of what the pair is worth, rounded up.
        let share = max(0, (worth + 1) / 2)
        let bit = TermPostings.signatureBit(of: id)
        for j in i...i + 1 {
          slots[j].pairWorth = max(slots[j].pairWorth, share)
          slots[j].pairMask |= bit
          slots[j].pairCosts.0 += index.postings.range(of: id, .withoutInitial).count
          slots[j].pairCosts.1 += index.postings.range(of: id, .withInitial).count
        }
      }
    }
  }

  // MARK: Bounds

  /// Sets the bounds of all slots for a part of the names.
  ///
  /// - Returns: The sum of what the tokens are worth at most.
  private func setBounds(_ part: NamePart) -> Int {
    var sum = 0
    for i in 0..<slotCount {
      let slot = slots + i
      let entry = memo.entries + slot.pointee.entry
      let floor = part == .withInitial ? Int(entry.pointee.worthAgainstInitial) : 0
      slot.pointee.floor = entry.pointee.isAnchor ? floor : Int(entry.pointee.worth)
      slot.pointee.worth = max(Int(entry.pointee.worth), slot.pointee.pairWorth, floor)
      slot.pointee.mask = entry.pointee.mask | slot.pointee.pairMask
      sum += slot.pointee.worth
    }
    return sum
  }

  /// Looks up the tokens of a reading, the heaviest first, as long as it may still match.
  ///
  /// - Returns: Whether all tokens are looked up and the reading may match.
  private mutating func expandWhileNeeded(
    _ name: borrowing FoldedName, _ reading: Reading, _ part: NamePart
  ) -> Bool {
    while true {
      if setBounds(part) < needed {
        counters.rejects += part == .withoutInitial ? 1 : 0
        return false
      }
      var heaviest = -1
      for i in 0..<slotCount where !memo.entries[slots[i].entry].isExpanded {
        if heaviest < 0 || slots[i].worth > slots[heaviest].worth { heaviest = i }
      }
      if heaviest < 0 { return true }
      expand(heaviest, name, reading)
    }
  }

  // MARK: Postings

  private mutating func visit(
    _ part: NamePart, _ name: borrowing FoldedName, _ reading: Reading
  ) {
    if pruning == .none {
      for i in 0..<slotCount where !memo.entries[slots[i].entry].isExpanded {
        expand(i, name, reading)
      }
      _ = setBounds(part)
    }
    chooseEssentialSlots(part)
    var sum = 0
    for i in 0..<slotCount { sum += slots[i].worth }
    for i in 0..<slotCount where slots[i].isEssential {
      let entry = memo.entries[slots[i].entry]
      for k in Int(entry.firstExpansion)..<Int(entry.firstExpansion + entry.expansionCount) {
        let expansion = memo.expansions[k]
        visitPostings(
          of: expansion.term, part, missing: needed - Int(expansion.worth),
          others: sum - slots[i].worth, i, i)
      }
    }
    for hit in pairHits where slots[hit.slot].isEssential || slots[hit.slot + 1].isEssential {
      visitPostings(
        of: hit.term, part, missing: needed - hit.worth,
        others: sum - slots[hit.slot].worth - slots[hit.slot + 1].worth, hit.slot, hit.slot + 1)
    }
  }

  /// Chooses the tokens whose postings are visited: all anchors but a costly subset that cannot
  /// reach what is needed by itself.
  private func chooseEssentialSlots(_ part: NamePart) {
    var budget = needed - 1
    for i in 0..<slotCount {
      // A token that is no anchor is in the subset with all that it may be worth, a pair that it
      // makes with its neighbour included.
      slots[i].isEssential = memo.entries[slots[i].entry].isAnchor
      budget -= slots[i].isEssential ? slots[i].floor : slots[i].worth
    }
    if pruning != .full { return }
    while true {
      var costliest = -1
      var highest = -1
      for i in 0..<slotCount where slots[i].isEssential {
        if slots[i].worth - slots[i].floor > budget { continue }
        let entry = memo.entries + slots[i].entry
        let cost =
          part == .withoutInitial
          ? Int(entry.pointee.costs.0) + slots[i].pairCosts.0
          : Int(entry.pointee.costs.1) + slots[i].pairCosts.1
        if cost > highest {
          highest = cost
          costliest = i
        }
      }
      if costliest < 0 { return }
      slots[costliest].isEssential = false
      budget -= slots[costliest].worth - slots[costliest].floor
    }
  }

  /// Visits the names that have a term, found by the tokens `first...last`.
  ///
  /// - Parameters:
  ///   - missing: What the other tokens must be worth.
  ///   - others: What they are worth at most.
  private mutating func visitPostings(
    of term: TermID, _ part: NamePart, missing: Int, others: Int, _ first: Int, _ last: Int
  ) {
    if pruning == .none {
      for place in index.postings.range(of: term, part) {
        counters.postings += 1
        addCandidate(index.postings.name(at: place))
      }
      return
    }
    if others < missing { return }
    for place in index.postings.range(of: term, part) {
      counters.postings += 1
      if pruning == .full
        && worth(ofSignature: index.postings.signature(at: place), first, last) < missing
      {
        continue
      }
      counters.signaturePasses += 1
      let id = index.postings.name(at: place)
      if seen[Int(id)] != stamp && mayReach(id) { addCandidate(id) }
    }
  }

  /// What the tokens but `first...last` are worth at most for names with a signature.
  @inline(__always)
  private func worth(ofSignature signature: UInt64, _ first: Int, _ last: Int) -> Int {
    var sum = 0
    for i in 0..<slotCount where i < first || i > last {
      sum += slots[i].mask & signature != 0 ? slots[i].worth : slots[i].floor
    }
    return sum
  }

  // MARK: Names

  /// Whether the terms of a name are worth what is needed, that of its leftover tokens included.
  private func mayReach(_ name: NameID) -> Bool {
    let tokens = index.names.tokens(of: name)
    let pairs = index.names.pairs(of: name)
    var touched = TouchedTokens()
    var sum = 0
    for i in 0..<slotCount {
      let slot = slots[i]
      let entry = memo.entries[slot.entry]
      var best = slot.floor
      for k in Int(entry.firstExpansion)..<Int(entry.firstExpansion + entry.expansionCount) {
        let expansion = memo.expansions[k]
        for j in 0..<tokens.count {
          if tokens[j] == expansion.term {
            touched.insert(j)
          } else if pairs[j] == expansion.term {
            touched.insert(j)
            touched.insert(j + 1)
          } else {
            continue
          }
          best = max(best, Int(expansion.worth))
        }
      }
      if slot.pairWorth > 0 {
        best = max(best, pairWorth(at: i, tokens, &touched))
      }
      sum += best
    }
    if sum < needed { return false }
    // An initial of the query may meet any token, so then none is surely left over.
    if hasQueryInitial { return true }
    var leftOver = 0
    for j in 0..<tokens.count where !touched.contains(j) {
      if index.terms.traits(of: tokens[j]).contains(.anchor) {
        leftOver += economy.needed(
          forLoss: NameScorer.unmatchedListedWeight(index.terms.weight(of: tokens[j])))
      }
    }
    return sum >= needed + leftOver
  }

  private func pairWorth(
    at slot: Int, _ tokens: UnsafeBufferPointer<TermID>, _ touched: inout TouchedTokens
  ) -> Int {
    var best = 0
    for hit in pairHits where hit.slot == slot || hit.slot + 1 == slot {
      for j in 0..<tokens.count where tokens[j] == hit.term {
        touched.insert(j)
        best = max(best, (hit.worth + 1) / 2)
      }
    }
    return best
  }
}

/// A token of the query while a reading is searched.
private struct QuerySlot {
  /// The number of its entry in the memo.
  var entry: Int
  /// Half of the most that a pair with a neighbour is worth; at least 0.
  var pairWorth = 0
  var pairMask: UInt64 = 0
  var pairCosts = (0, 0)
  /// The most that the token can be worth.
  var worth = 0
  /// What the token is worth in a name that has none of its terms.
  var floor = 0
  /// The signature bits of its terms.
  var mask: UInt64 = 0
  var isEssential = false

  init(entry: Int) { self.entry = entry }
}

/// A listed token that two neighbours of the query make.
private struct PairHit {
  /// The first of the two.
  var slot: Int
  var term: TermID
  var worth: Int
}

/// The tokens of a listed name that some token of the query relates to; of those beyond the 64th
/// all, which only rules out less.
private struct TouchedTokens {
  private var bits: UInt64 = 0

  @inline(__always)
  mutating func insert(_ i: Int) { if i < 64 { bits |= 1 << UInt64(i) } }

  @inline(__always)
  func contains(_ i: Int) -> Bool { i >= 64 || bits >> UInt64(i) & 1 != 0 }
}
