internal import NameSimilarity

/// Visiting the postings of a query, and ruling out the names in them.
extension NameSearch {
  /// Visits the postings of the essential tokens in a part of the names.
  mutating func visit(_ part: NamePart) {
    chooseEssentialSlots(part)
    if pruning == .full { setBitWorths() }
    for i in 0..<slotCount where slots[i].isEssential {
      let entry = memo.entries + slots[i].entry
      let first = Int(entry.pointee.firstExpansion)
      let loss = entry.pointee.loss
      for k in first..<first + Int(entry.pointee.expansionCount) {
        let expansion = memo.expansions[k]
        let worth = economy.worth(
          gain: expansion.gain, loss: expansion.loss, unmatchedLoss: loss)
        visitPostings(
          of: expansion.term, part, worth: worth, spared: index.lossSpared(by: expansion.term),
          i, i)
      }
    }
    for hit in pairHits where slots[hit.slot].isEssential || slots[hit.slot + 1].isEssential {
      visitPostings(
        of: hit.term, part, worth: worth(hit), spared: hit.spared, hit.slot, hit.slot + 1)
    }
  }

  /// Sets what the terms of each slot are worth by their bit in signatures: a token that relates to
  /// many terms relates closely to few of them.
  private func setBitWorths() {
    bitWorths.update(repeating: BitWorth(worth: 0, credit: 0), count: 64 * slotCount)
    for i in 0..<slotCount {
      let entry = memo.entries + slots[i].entry
      let first = Int(entry.pointee.firstExpansion)
      for k in first..<first + Int(entry.pointee.expansionCount) {
        let expansion = memo.expansions[k]
        let worth = economy.worth(
          gain: expansion.gain, loss: expansion.loss, unmatchedLoss: entry.pointee.loss)
        raiseBitWorth(
          i, expansion.term, worth,
          worth + economy.needed(forLoss: index.lossSpared(by: expansion.term)))
      }
    }
    for hit in pairHits {
      let credit = worth(hit) + economy.needed(forLoss: hit.spared)
      for i in hit.slot...hit.slot + 1 {
        raiseBitWorth(i, hit.term, (worth(hit) + 1) / 2, (credit + 1) / 2)
      }
    }
  }

  @inline(__always)
  private func raiseBitWorth(_ slot: Int, _ term: TermID, _ worth: Int, _ credit: Int) {
    let bit = bitWorths + (64 * slot + TermPostings.signatureBit(of: term).trailingZeroBitCount)
    bit.pointee.worth = max(bit.pointee.worth, Int32(worth))
    bit.pointee.credit = max(bit.pointee.credit, Int32(credit))
  }

  private func worth(_ hit: PairHit) -> Int {
    economy.worth(gain: hit.gain, loss: hit.loss, unmatchedLoss: hit.unmatchedLoss)
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
        let costs = memo.entries[slots[i].entry].costs
        let cost =
          part == .withoutInitial
          ? Int(costs.0) + slots[i].pairCosts.0 : Int(costs.1) + slots[i].pairCosts.1
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
  ///   - worth: What those tokens are worth with the term.
  ///   - spared: What the term spares the listed name.
  private mutating func visitPostings(
    of term: TermID, _ part: NamePart, worth: Int, spared: Int32, _ first: Int, _ last: Int
  ) {
    let range = index.postings.range(of: term, part)
    if pruning == .none {
      counters.postings += range.count
      for place in range { addCandidate(index.postings.name(at: place)) }
      return
    }
    // What the other tokens must be worth, and what together with what they spare the name, of
    // which all that its anchors lose is asked first.
    let missing = needed - worth
    let missingCredit = missing - economy.needed(forLoss: spared)
    let most = mostWorth(first, last)
    if most.worth < missing { return }
    for place in range {
      let loss = economy.needed(forLoss: Int32(index.postings.loss(at: place)))
      // The losses do not decrease.
      if most.credit < missingCredit + loss { return }
      counters.postings += 1
      let signature = index.postings.signature(at: place)
      if pruning == .full {
        let others = self.worth(ofSignature: signature, first, last)
        if others.worth < missing || others.credit < missingCredit + loss { continue }
      }
      counters.signaturePasses += 1
      let id = index.postings.name(at: place)
      if !isCandidate(id) && mayReach(id, signature, part) { addCandidate(id) }
    }
  }

  /// What the tokens but `first...last` are worth at most for names with a signature.
  @inline(__always)
  private func worth(
    ofSignature signature: UInt64, _ first: Int, _ last: Int
  ) -> (worth: Int, credit: Int) {
    var sum = (worth: 0, credit: 0)
    for i in 0..<slotCount where i < first || i > last {
      var worth = slots[i].floor
      var credit = slots[i].creditFloor
      var bits = slots[i].mask & signature
      while bits != 0 {
        let bit = bitWorths[64 * i + bits.trailingZeroBitCount]
        worth = max(worth, Int(bit.worth))
        credit = max(credit, Int(bit.credit))
        bits &= bits - 1
      }
      sum.worth += worth
      sum.credit += credit
    }
    return sum
  }

  /// What the tokens but `first...last` are worth at most for any name.
  private func mostWorth(_ first: Int, _ last: Int) -> (worth: Int, credit: Int) {
    var sum = (worth: 0, credit: 0)
    for i in 0..<slotCount where i < first || i > last {
      sum.worth += slots[i].worth
      sum.credit += slots[i].credit
    }
    return sum
  }

  /// Whether the terms of a name are worth what is needed, that of its leftover tokens included:
  /// at the level of the query, and then at the share that the evidence and the conflict of this
  /// name ask for.
  private func mayReach(_ name: NameID, _ signature: UInt64, _ part: NamePart) -> Bool {
    let found = worth(of: name, signature, part, economy)
    if found.worth < needed + economy.needed(forLoss: found.leftOver) { return false }
    let least = ScoreAdjustment.leastShare(
      toReach: economies.base, gain: found.gain,
      conflict: conflict(found, part), index.names.party(of: name))
    if least > Int(Score.one.tenThousandths) { return false }
    if least <= economy.threshold { return true }
    let stricter = MatchEconomy(threshold: least)
    let again = worth(of: name, signature, part, stricter)
    return again.worth >= stricter.needed(forLoss: loss)
      + stricter.needed(forLoss: again.leftOver)
  }

  /// What the terms of a name give at most.
  private struct NameWorth {
    var worth = 0
    /// The evidence.
    var gain = 0
    /// What its anchors lose that relate to no token of the query.
    var leftOver: Int32 = 0
    /// The weight of those anchors.
    var leftOverWeight: Int32 = 0
    /// The slots of the query's anchors that relate to no term of the name, of the first 64.
    var unmet: UInt64 = 0
  }

  private func worth(
    of name: NameID, _ signature: UInt64, _ part: NamePart, _ economy: MatchEconomy
  ) -> NameWorth {
    let tokens = index.names.tokens(of: name)
    let pairs = index.names.pairs(of: name)
    var touched = TouchedTokens()
    var result = NameWorth()
    for i in 0..<slotCount {
      let entry = memo.entries + slots[i].entry
      let isAnchor = entry.pointee.isAnchor
      var best: (worth: Int, gain: Int32) = (0, 0)
      if !isAnchor {
        best.gain = entry.pointee.gain
        best.worth = economy.worth(
          gain: best.gain, loss: 0, unmatchedLoss: entry.pointee.loss)
      } else if part == .withInitial {
        best.worth = Int(entry.pointee.worthAgainstInitial[level])
        best.gain = TokenComparison.initialGain
      }
      // Without a bit in common the name has none of the token's terms.
      if slots[i].mask & signature != 0 { find(i, tokens, pairs, economy, &best, &touched) }
      if isAnchor && best.gain == 0 && i < 64 { result.unmet |= 1 << UInt64(i) }
      result.worth += best.worth
      result.gain += Int(best.gain)
    }
    // An initial of the query may meet any token, so then none is surely left over.
    if hasQueryInitial { return result }
    let weights = index.names.anchorWeights(of: name)
    for j in 0..<tokens.count where !touched.contains(j) {
      let weight = Int32(weights[j])
      result.leftOver += NameScorer.unmatchedListedWeight(weight)
      result.leftOverWeight += weight
    }
    return result
  }

  /// The conflict that a match with a name has at least: the lesser of the weights that are left
  /// over on both sides.
  private func conflict(_ found: NameWorth, _ part: NamePart) -> Int32 {
    if found.unmet == 0 || found.leftOverWeight == 0 || part == .withInitial { return 0 }
    var ofQuery: Int32 = 0
    for i in 0..<min(slotCount, 64) where found.unmet >> UInt64(i) & 1 != 0 {
      ofQuery += memo.entries[slots[i].entry].weight
    }
    return min(ofQuery, found.leftOverWeight)
  }

  /// Raises `best` to what the terms of a name give to the token of a slot.
  @inline(__always)
  private func find(
    _ slot: Int, _ tokens: UnsafeBufferPointer<TermID>, _ pairs: UnsafeBufferPointer<TermID>,
    _ economy: MatchEconomy, _ best: inout (worth: Int, gain: Int32),
    _ touched: inout TouchedTokens
  ) {
    let mask = slots[slot].mask
    let entry = slots[slot].entry
    let loss = memo.entries[entry].loss
    func raise(by expansion: TokenMemo.Expansion) {
      best.worth = max(
        best.worth,
        economy.worth(gain: expansion.gain, loss: expansion.loss, unmatchedLoss: loss))
      best.gain = max(best.gain, expansion.gain)
    }
    for j in 0..<tokens.count {
      if mask & TermPostings.signatureBit(of: tokens[j]) != 0,
        let expansion = memo.expansion(of: entry, to: tokens[j])
      {
        touched.insert(j)
        raise(by: expansion)
      }
      if pairs[j] != IndexedNames.noPair && mask & TermPostings.signatureBit(of: pairs[j]) != 0,
        let expansion = memo.expansion(of: entry, to: pairs[j])
      {
        touched.insert(j)
        touched.insert(j + 1)
        raise(by: expansion)
      }
    }
    if slots[slot].pairMask == 0 { return }
    for hit in pairHits where hit.slot == slot || hit.slot + 1 == slot {
      for j in 0..<tokens.count where tokens[j] == hit.term {
        touched.insert(j)
        let worth = economy.worth(
          gain: hit.gain, loss: hit.loss, unmatchedLoss: hit.unmatchedLoss)
        best.worth = max(best.worth, (worth + 1) / 2)
        best.gain = max(best.gain, (hit.gain + 1) / 2)
      }
    }
  }
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
