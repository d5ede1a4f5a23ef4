package import NameNormalization
internal import NameSimilarity

/// Finds the names of an index that may reach a threshold: a superset without a gap.
///
/// A name is ruled out only by what cannot be otherwise (see ``MatchEconomy``; the article on
/// matching has the proofs):
///
/// 1. The tokens of the query are together not worth what is needed.
/// 2. A subset of its tokens, the costliest to look up, is not worth what is needed, so that a
///    match has a term of one of the others. Only the postings of those are visited. A match needs
///    a pair of anchors, so the tokens that are no anchors are in the subset always.
/// 3. The codes of a name's terms show that they give less than what is needed.
/// 4. The terms of the name are together not worth what is needed.
///
/// With words left over on both sides a person needs a much higher share than without. So a match
/// with a person has a term of every token of the query, or leaves no listed token over, or has
/// that higher share; the first and the last are found by few tokens.
///
/// Two kinds of evidence are not looked up: that of tokens which are no anchors, whose greatest
/// worth is granted always; and that of a full query token for an initial of the listed name,
/// which is granted to names with an initial only. Their postings are kept apart.
///
/// A worker keeps one search for its whole life, for its memo.
package struct NameSearch: ~Copyable {
  /// The candidates of the last search, without repeats, in no particular order.
  package internal(set) var candidates: [NameID] = []
  /// The work done so far.
  package internal(set) var counters = SearchCounters()

  let index: NameIndex
  let tables: NameTables
  let economies: MatchEconomies
  let pruning: SearchPruning
  var memo = TokenMemo()
  var trigramCounter = TrigramIndex.Counter()
  var found: [TermID] = []
  var expansion: [TokenMemo.Expansion] = []

  // Invariant: `slots` holds the tokens of the reading being searched, `pairHits` the listed
  // tokens that its pairs of neighbours make; `seen[n] == stamp` when the terms of name n were looked at.
  let slots: UnsafeMutablePointer<QuerySlot>
  let codes = CodeEvidence()
  var runs: [PostingRun] = []
  var pending: [NameID] = []
  var slotCount = 0
  var pairHits: [PairHit] = []
  private let seen: UnsafeMutablePointer<UInt32>
  private var stamp: UInt32 = 0
  /// The loss of the reading with all tokens unmatched.
  var loss = 0
  /// What a match needs, in the economy of the level chosen last.
  var needed = 0
  var economy: MatchEconomy
  /// Whether a token of the query may meet listed anchors that no path finds, as an initial does.
  var meetsUnseen = false
  /// Whether a token of the query relates to a pair of listed neighbours.
  var meetsPairs = false
  /// Whether the query is read by the sound of its characters.
  var isRomanised = false

  /// Creates a search for names whose scores reach `thresholds`.
  ///
  /// - Precondition: The thresholds are above 0.
  package init(
    _ index: NameIndex, tables: NameTables, thresholds: SearchThresholds,
    pruning: SearchPruning = .full
  ) {
    precondition(thresholds.lowest > .zero, "a threshold must be above 0")
    self.index = index
    self.tables = tables
    self.pruning = pruning
    economies = MatchEconomies(thresholds)
    economy = economies[0]
    slots = .allocate(capacity: FoldedName.maximumTokenCount)
    seen = .allocate(capacity: index.names.count + 1)
    seen.initialize(repeating: 0, count: index.names.count + 1)
  }

  deinit {
    slots.deallocate()
    seen.deallocate()
  }

  /// Finds the candidates for a reading of a name.
  ///
  /// - Complexity: O(*p* + *c*) in the postings visited and the candidates; see ``counters``.
  package mutating func findCandidates(for name: borrowing FoldedName, _ reading: Reading) {
    candidates.removeAll(keepingCapacity: true)
    nextStamp()
    counters.readings += 1
    counters.tokens += Int(reading.tokenCount)
    isRomanised = reading.kind.isBySound
    addEqualNames(name, reading)
    prepareSlots(name, reading)
    findPairHits(name, reading)
    if pruning == .none {
      expandAll(name, reading)
      for part in NamePart.allCases { visitAll(part) }
    } else {
      visitParts(name, reading)
    }
    counters.candidates += candidates.count
  }

  /// Visits the parts of the names that the query may match in.
  private mutating func visitParts(_ name: borrowing FoldedName, _ reading: Reading) {
    var parts = SIMD4<UInt8>(repeating: 0)
    var lowest = Int(Score.one.tenThousandths)
    for part in NamePart.allCases where part != .withInitial || index.hasInitials {
      guard expandWhileNeeded(name, reading, part) else { continue }
      parts[part.rawValue] = 1
      lowest = min(lowest, leastShare(part))
    }
    if parts == SIMD4(repeating: 0) { return }
    meetsUnseen = false
    for i in 0..<slotCount where memo.entries[slots[i].entry].meetsUnseen { meetsUnseen = true }
    noteCodes(share: lowest)
    for part in NamePart.allCases where parts[part.rawValue] == 1 { visit(part) }
    clearCodes()
  }

  private mutating func nextStamp() {
    stamp &+= 1
    if stamp == 0 {
      seen.update(repeating: 0, count: index.names.count)
      stamp = 1
    }
  }

  /// Notes that a name was looked at.
  ///
  /// - Returns: Whether it is the first time for this query.
  @inline(__always)
  mutating func isNew(_ name: NameID) -> Bool {
    if seen[Int(name)] == stamp { return false }
    seen[Int(name)] = stamp
    return true
  }

  /// Names that are equal when spaces are dropped match without any anchor.
  private mutating func addEqualNames(_ name: borrowing FoldedName, _ reading: Reading) {
    found.removeAll(keepingCapacity: true)
    index.compact.forEach(compactHash(of: name, reading)) { found.append($0) }
    for id in found where isNew(id) { candidates.append(id) }
  }

  // MARK: Bounds

  /// The most evidence that the query can give, for people that of short words in part.
  mutating func mostGain(_ part: NamePart) -> Int {
    var gain = 0
    for i in 0..<slotCount where !slots[i].isExcluded {
      let entry = memo.entries + slots[i].entry
      var most =
        part == .person
        ? max(entry.pointee.evidence, slots[i].pairEvidence)
        : max(entry.pointee.gain, slots[i].pairGain)
      if part == .withInitial { most = max(most, Int32(entry.pointee.initialGain)) }
      gain += Int(most)
    }
    return gain
  }

  /// Sets the bounds of all slots for a part of the names at the highest level that `share` allows.
  ///
  /// - Returns: The sum of what the tokens are worth at most.
  mutating func setBounds(_ part: NamePart, share: Int) -> Int {
    let level = economies.level(forShare: share)
    economy = economies[level]
    needed = economy.needed(forLoss: loss)
    var sum = 0
    for i in 0..<slotCount {
      let slot = slots + i
      let entry = memo.entries + slot.pointee.entry
      let worth = Int(entry.pointee.worth[level])
      var floor = economy.worth(
        gain: Int(entry.pointee.freeGain), saving: Int(entry.pointee.freeSaving))
      if part == .withInitial {
        floor = max(
          floor,
          economy.worth(
            gain: Int(entry.pointee.initialGain), saving: Int(entry.pointee.initialSaving)))
      }
      slot.pointee.floor = entry.pointee.isAnchor ? floor : worth
      slot.pointee.worth = max(worth, Int(slot.pointee.pairWorth[level]), floor)
      slot.pointee.credit = max(
        Int(entry.pointee.credit[level]), Int(slot.pointee.pairCredit[level]), floor)
      if slot.pointee.isExcluded { (slot.pointee.worth, slot.pointee.credit) = (0, 0) }
      sum += slot.pointee.worth
    }
    return sum
  }

  /// The least share of a match of the query in a part of the names.
  mutating func leastShare(_ part: NamePart) -> Int {
    economies.leastShare(part, gain: mostGain(part), isRomanised: isRomanised)
  }

  /// Looks up the tokens of a reading, the heaviest first, as long as it may still match.
  ///
  /// - Returns: Whether all tokens are looked up and the reading may match.
  private mutating func expandWhileNeeded(
    _ name: borrowing FoldedName, _ reading: Reading, _ part: NamePart
  ) -> Bool {
    while true {
      if setBounds(part, share: leastShare(part)) < needed {
        counters.rejects += part == .other ? 1 : 0
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

  private mutating func expandAll(_ name: borrowing FoldedName, _ reading: Reading) {
    for i in 0..<slotCount where !memo.entries[slots[i].entry].isExpanded {
      expand(i, name, reading)
    }
  }
}

/// A token of the query while a reading is searched.
struct QuerySlot {
  /// The number of its entry in the memo.
  var entry: Int
  /// Half of the most that a pair with a neighbour is worth at each level; at least 0.
  var pairWorth = MatchEconomies.Levels(repeating: 0)
  /// Half of the most that a pair is worth together with what it spares the listed name.
  var pairCredit = MatchEconomies.Levels(repeating: 0)
  /// Half of the most evidence that a pair with a neighbour gives, and for people.
  var pairGain: Int32 = 0
  var pairEvidence: Int32 = 0
  /// Half of the most that a pair spares the listed name.
  var pairSpared: Int32 = 0
  /// The number of postings of the pairs' terms, by ``NamePart``.
  var pairCosts = SIMD4<Int32>(repeating: 0)
  /// The most that the token can be worth.
  var worth = 0
  /// What the token is worth in a name that has none of its terms.
  var floor = 0
  /// The most that the token can be worth together with what it spares the listed name.
  var credit = 0
  /// Whether the names that have its terms are visited.
  var isEssential = false
  /// Whether it counts as unmatched, since the names that have its terms were visited before.
  var isExcluded = false
  /// What it finds in the name that is looked at.
  var met = MetEvidence()

  init(entry: Int) { self.entry = entry }
}

/// A listed token that two neighbours of the query make.
struct PairHit {
  /// The first of the two.
  var slot: Int
  var term: TermID
  var gain: Int32
  /// What the pair saves of the loss of the two.
  var saving: Int32
  /// The gain that counts as evidence for people.
  var evidence: Int32
  /// What the listed token loses when it is left over.
  var spared: Int32
}
