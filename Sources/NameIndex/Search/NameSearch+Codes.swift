internal import NameSimilarity

/// Ruling out names by the codes of their terms.
extension NameSearch {
  /// Notes what the terms of the query give by their codes, those left out that cannot be part of
  /// a match.
  ///
  /// - Parameter share: The least share of a match in any part of the names.
  mutating func noteCodes(share: Int) {
    // Of all parts, that of the names with an initial grants a token the most.
    let sum = setBounds(.withInitial, share: share)
    meetsPairs = false
    for i in 0..<slotCount {
      let entry = memo.entries + slots[i].entry
      let least = needed - (sum - slots[i].worth)
      let bit = CodeEvidence.bit(ofSlot: i)
      meetsPairs = meetsPairs || entry.pointee.meetsPairs
      for k in memo.expansionRange(of: slots[i].entry) {
        let expansion = memo.expansions[k]
        let (gain, saving) = (Int(expansion.gain), Int(expansion.saving))
        if economy.worth(gain: gain, saving: saving) < least { continue }
        codes.raise(
          expansion.code,
          FoundEvidence(
            gain: gain, saving: saving, spared: Int(expansion.spared),
            evidence: Int(expansion.evidence), isEqual: expansion.isEqual),
          slots: bit)
      }
      if entry.pointee.initialGain > 0 {
        let gain = Int(entry.pointee.initialGain)
        codes.raise(
          Posting.code(ofInitial: entry.pointee.initial),
          FoundEvidence(
            gain: gain, saving: Int(entry.pointee.initialSaving), spared: 0, evidence: gain,
            isEqual: true), slots: bit)
      }
    }
    for hit in pairHits {
      codes.raise(
        Posting.code(of: hit.term),
        FoundEvidence(
          gain: Int(hit.gain), saving: Int(hit.saving), spared: Int(hit.spared),
          evidence: Int(hit.evidence), isEqual: true),
        slots: CodeEvidence.bit(ofSlot: hit.slot) | CodeEvidence.bit(ofSlot: hit.slot + 1))
    }
  }

  /// Forgets what ``noteCodes(share:)`` noted.
  mutating func clearCodes() {
    for i in 0..<slotCount {
      for k in memo.expansionRange(of: slots[i].entry) { codes.clear(memo.expansions[k].code) }
      codes.clear(Posting.code(ofInitial: memo.entries[slots[i].entry].initial))
    }
    for hit in pairHits { codes.clear(Posting.code(of: hit.term)) }
  }

  /// What the loss of a name's anchors may add to what is needed, when all that the name has of the
  /// query's terms is one of a code.
  @inline(__always)
  mutating func creditAlone(_ code: Int, _ needs: CodeNeeds) -> Int {
    guard let total = codes.total(ofCode: code) else { return .max }
    return worth(total, needs, initials: needs.initialCount) - economy.needed(forLoss: loss)
  }

  @inline(__always)
  private func worth(_ total: CodeTotal, _ needs: CodeNeeds, initials: Int) -> Int {
    economy.worth(
      gain: needs.gain + CodeEvidence.gain(total) + initials * needs.initialGain,
      saving: needs.saved + CodeEvidence.saved(total) + initials * needs.initialSaved)
  }

  /// Whether the codes of a posting allow a match.
  ///
  /// - Parameter isAloneEnough: Whether the term whose posting it is may be enough alone.
  @inline(__always)
  mutating func mayReach(
    _ posting: UnsafePointer<Posting>, _ needs: CodeNeeds, isAloneEnough: Bool
  ) -> Bool {
    let traits = posting.pointee.traits
    if traits.contains(.tooLong) || (meetsPairs && traits.contains(.tooManyPairs)) { return true }
    let words = posting.pointee.codes
    // The term's own code is one of them.
    if !isAloneEnough && codes.count(of: words) <= 1 { return false }
    let total = codes.total(of: words)
    let initials = needs.initials(posting.pointee.letters)
    if worth(total, needs, initials: initials)
      < economy.needed(forLoss: loss + Int(posting.pointee.loss))
    {
      return false
    }
    return needs.slotCount > CodeEvidence.lastSlotBit
      || mayReach(posting, needs, CodeEvidence.slots(total), initials)
  }

  /// Whether the best that each query token finds allows a match, at the share that the evidence
  /// and the conflict ask for.
  private mutating func mayReach(
    _ posting: UnsafePointer<Posting>, _ needs: CodeNeeds, _ slots: UInt64, _ initials: Int
  ) -> Bool {
    var met = MetCodes()
    codes.resetBest(slots)
    codes.raiseBest(posting, &met)
    let best = codes.sumOfBest(slots)
    let isComplete =
      met.pairCount > 0 || met.count + initials >= posting.pointee.anchorCount
    if needs.onlyComplete && !isComplete { return false }
    let initialGain = initials * needs.initialGain
    let gain = needs.gain + Int(best.gain) + initialGain
    let party: PartyClass = posting.pointee.traits.contains(.person) ? .person : .other
    let unmet = needs.slots & ~slots
    var conflict = 0
    // An initial that a pair of neighbours takes in is met by that.
    let unmetInitials =
      needs.initialSlots & slots != 0 ? 0 : needs.initialCount - initials
    if needs.tellsConflict && !isComplete && (unmet != 0 || unmetInitials > 0) {
      // What is left over loses 7/20 of its weight, floored.
      let leftOver =
        (Int(posting.pointee.loss) - met.spared - initials * CodeNeeds.sparedByInitial) * 20 / 7
      conflict = min(
        weight(ofSlots: unmet) + (unmetInitials == 0 ? 0 : needs.initialWeight), max(1, leftOver))
    }
    let share = economies.leastShare(
      of: party,
      gain: party == .person
        ? needs.evidence + Int(best.evidence) + initialGain : gain,
      conflict: conflict,
      isSingleInexact: !met.isEqual && !needs.isEqual && slots.nonzeroBitCount == 1,
      isRomanised: isRomanised)
    if share > Int(Score.one.tenThousandths) { return false }
    let economy = MatchEconomy(threshold: share)
    return economy.worth(
      gain: gain, saving: needs.saved + Int(best.saved) + initials * needs.initialSaved)
      >= economy.needed(forLoss: loss + Int(posting.pointee.loss))
  }
}

extension NameSearch {
  /// What the tokens of the query are granted always, and ask of codes.
  mutating func codeNeeds(onlyComplete: Bool) -> CodeNeeds {
    var needs = CodeNeeds(
      onlyComplete: onlyComplete, tellsConflict: !meetsUnseen, slotCount: slotCount)
    for i in 0..<slotCount {
      let entry = memo.entries + slots[i].entry
      if entry.pointee.isAnchor {
        needs.gain += Int(entry.pointee.freeGain)
        needs.saved += max(0, Int(entry.pointee.freeSaving))
        needs.evidence += Int(entry.pointee.freeGain)
        needs.isEqual = needs.isEqual || entry.pointee.freeGain > 0
        needs.slots |= CodeEvidence.bit(ofSlot: i)
      } else if entry.pointee.isInitial {
        needs.add(initial: entry.pointee, slot: i)
      } else {
        needs.gain += Int(entry.pointee.gain)
        needs.saved += Int(entry.pointee.loss)
        needs.evidence += Int(entry.pointee.gain)
      }
    }
    return needs
  }

  /// The weight of query tokens.
  @inline(__always)
  private mutating func weight(ofSlots slots: UInt64) -> Int {
    var weight = 0
    var rest = slots
    while rest != 0 {
      weight += Int(memo.entries[self.slots[rest.trailingZeroBitCount].entry].weight)
      rest &= rest - 1
    }
    return weight
  }
}

/// What a query brings to every name of a part, and what it asks of their codes.
struct CodeNeeds {
  /// Whether nothing of the name may be left over.
  let onlyComplete: Bool
  /// Whether words that are surely left over on both sides are told.
  let tellsConflict: Bool
  /// The number of tokens of the query.
  let slotCount: Int
  /// What tokens give that are granted always.
  fileprivate(set) var gain = 0
  fileprivate(set) var saved = 0
  fileprivate(set) var evidence = 0
  /// Whether an anchor may meet itself where that is none.
  fileprivate(set) var isEqual = false
  /// The anchors that nothing is granted to.
  fileprivate(set) var slots: UInt64 = 0

  fileprivate init(onlyComplete: Bool, tellsConflict: Bool, slotCount: Int) {
    self.onlyComplete = onlyComplete
    self.tellsConflict = tellsConflict
    self.slotCount = slotCount
  }

  /// The number of initials of the query.
  private(set) var initialCount = 0
  /// What one of them gives a name and saves of the loss at most, and weighs at least.
  private(set) var initialGain = 0
  private(set) var initialSaved = 0
  private(set) var initialWeight = Int.max
  /// The initials among the tokens.
  private(set) var initialSlots: UInt64 = 0
  private var letters = SIMD4<UInt16>(repeating: 0)

  /// What an initial of the query spares a listed name at most.
  static let sparedByInitial = Int(NameScorer.unmatchedListedWeight(TokenWeight.one))

  /// Adds an initial.
  fileprivate mutating func add(initial entry: TokenMemo.Entry, slot: Int) {
    initialSlots |= CodeEvidence.bit(ofSlot: slot)
    // More than four are granted to every name.
    if initialCount < letters.scalarCount {
      letters[initialCount] = Posting.bit(ofLetter: entry.initial)
    }
    initialCount += 1
    initialGain = max(initialGain, Int(entry.gain))
    initialSaved = max(initialSaved, Int(entry.loss) + Self.sparedByInitial)
    initialWeight = min(initialWeight, Int(entry.weight))
  }

  /// The number of initials that may meet a word of a name whose words start with `letters`.
  @inline(__always)
  func initials(_ letters: UInt16) -> Int {
    if initialCount == 0 { return 0 }
    if initialCount > self.letters.scalarCount { return initialCount }
    var count = 0
    for i in 0..<initialCount where self.letters[i] & letters != 0 { count += 1 }
    return count
  }
}
