internal import NameSimilarity

/// Ruling out names by their terms.
extension NameSearch {
  /// Whether the terms of a name give what is needed at the share that its evidence and its
  /// conflict ask for.
  mutating func mayReach(_ name: NameID, hasInitials: Bool) -> Bool {
    let found = evidence(of: name, hasInitials: hasInitials)
    let party = index.names.party(of: name)
    let share = economies.leastShare(
      of: party, gain: party == .person ? found.evidence : found.gain,
      conflict: meetsUnseen ? 0 : min(found.unmetWeight, found.leftOverWeight),
      isRomanised: isRomanised)
    if share > Int(Score.one.tenThousandths) { return false }
    let economy = MatchEconomy(threshold: share)
    return economy.worth(gain: found.gain, saving: found.saving)
      >= economy.needed(forLoss: loss + found.leftOver)
  }

  /// What the terms of a name give at most.
  private struct NameEvidence {
    var gain = 0
    /// The gain that counts as evidence for people.
    var evidence = 0
    /// What is saved of the loss of the query.
    var saving = 0
    /// The weight of the query's anchors that meet no term of the name.
    var unmetWeight = 0
    /// What the anchors of the name lose that meet no token of the query.
    var leftOver = 0
    /// The weight of those anchors.
    var leftOverWeight = 0
  }

  private mutating func evidence(of name: NameID, hasInitials: Bool) -> NameEvidence {
    for i in 0..<slotCount { slots[i].met = memo.entries[slots[i].entry].granted }
    let tokens = index.names.tokens(of: name)
    let pairs = index.names.pairs(of: name)
    var met = TokenFlags()
    for j in 0..<tokens.count {
      if meet(tokens[j]) { met.insert(j) }
      if hasInitials { meetInitials(tokens[j], &met, j) }
      if pairs[j] != IndexedNames.noPair && meet(pairs[j]) {
        met.insert(j)
        met.insert(j + 1)
      }
    }
    var result = NameEvidence()
    for i in 0..<slotCount {
      let found = slots[i].met
      result.gain += found.gain
      result.evidence += found.evidence
      result.saving += found.saving
      if found.gain == 0 { result.unmetWeight += Int(memo.entries[slots[i].entry].weight) }
    }
    let weights = index.names.anchorWeights(of: name)
    for j in 0..<tokens.count where !met.contains(j) {
      result.leftOver += Int(NameScorer.unmatchedListedWeight(Int32(weights[j])))
      result.leftOverWeight += Int(weights[j])
    }
    return result
  }

  /// Raises what the slots find to what a term of a name gives them.
  ///
  /// - Returns: Whether the term relates to a token of the query.
  @inline(__always)
  private mutating func meet(_ term: TermID) -> Bool {
    var isMet = false
    var candidates = pruning == .full ? codes.slots(Posting.code(of: term)) : .max
    while candidates != 0 {
      let bit = candidates.trailingZeroBitCount
      candidates &= candidates - 1
      if bit < CodeEvidence.lastSlotBit {
        if bit < slotCount && meet(term, bit) { isMet = true }
      } else {
        for i in bit..<max(bit, slotCount) where meet(term, i) { isMet = true }
        break
      }
    }
    for hit in pairHits where hit.term == term {
      isMet = true
      for i in hit.slot...hit.slot + 1 {
        slots[i].met.raise(
          gain: (Int(hit.gain) + 1) / 2, saving: (Int(hit.saving) + 1) / 2,
          evidence: (Int(hit.evidence) + 1) / 2)
      }
    }
    return isMet
  }

  /// Raises what the slots find to what meeting an initial gives them: a word of the query an
  /// initial of the name, an initial of the query any word of its letter.
  private mutating func meetInitials(_ term: TermID, _ met: inout TokenFlags, _ j: Int) {
    let letter = index.terms.bytes(of: term)[0]
    let isInitial = index.terms.traits(of: term).contains(.initial)
    for i in 0..<slotCount {
      let entry = memo.entries + slots[i].entry
      if entry.pointee.initial != letter { continue }
      if entry.pointee.isInitial {
        met.insert(j)
        slots[i].met.raise(
          gain: Int(entry.pointee.gain), saving: Int(entry.pointee.loss),
          evidence: Int(entry.pointee.gain))
      } else if isInitial && entry.pointee.initialGain > 0 {
        slots[i].met.raise(
          gain: Int(entry.pointee.initialGain), saving: Int(entry.pointee.initialSaving),
          evidence: Int(entry.pointee.initialGain))
      }
    }
  }

  @inline(__always)
  private mutating func meet(_ term: TermID, _ slot: Int) -> Bool {
    let entry = slots[slot].entry
    guard let expansion = memo.expansion(of: entry, to: term) else { return false }
    slots[slot].met.raise(
      gain: Int(expansion.gain), saving: Int(expansion.saving),
      evidence: Int(expansion.evidence))
    return true
  }
}

/// What a token of the query finds in a name at most.
struct MetEvidence {
  var gain = 0
  var saving = 0
  var evidence = 0

  /// Raises each to what another term gives.
  @inline(__always)
  mutating func raise(gain: Int, saving: Int, evidence: Int) {
    self.gain = max(self.gain, gain)
    self.saving = max(self.saving, saving)
    self.evidence = max(self.evidence, evidence)
  }
}

extension TokenMemo.Entry {
  /// What the token is granted whatever the name is.
  fileprivate var granted: MetEvidence {
    if isAnchor {
      return MetEvidence(
        gain: Int(freeGain), saving: max(0, Int(freeSaving)), evidence: Int(freeGain))
    }
    if isInitial { return MetEvidence() }
    return MetEvidence(gain: Int(gain), saving: Int(loss), evidence: Int(gain))
  }
}

/// A flag for each of the first 64 tokens of a name; those behind count as set.
private struct TokenFlags {
  private var bits: UInt64 = 0

  @inline(__always)
  mutating func insert(_ i: Int) { if i < 64 { bits |= 1 << UInt64(i) } }

  @inline(__always)
  func contains(_ i: Int) -> Bool { i >= 64 || bits >> UInt64(i) & 1 != 0 }
}
