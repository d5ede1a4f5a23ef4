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
  // tokens that its pairs of neighbours make; `seen[n] == stamp` when name n is a candidate.
  let slots: UnsafeMutablePointer<QuerySlot>
  /// For each slot what its terms are worth by their bit in signatures, 64 to a slot.
  let bitWorths: UnsafeMutablePointer<BitWorth>
  var slotCount = 0
  var pairHits: [PairHit] = []
  private let seen: UnsafeMutablePointer<UInt32>
  private var stamp: UInt32 = 0
  /// The loss of the reading with all tokens unmatched.
  var loss: Int32 = 0
  /// What a match needs, in the economy of the level chosen by ``setBounds(_:)``.
  var needed = 0
  var level = 0
  var economy: MatchEconomy
  var hasQueryInitial = false

  /// Creates a search for names whose share of evidence reaches `threshold`.
  ///
  /// - Precondition: `threshold` is above 0.
  package init(
    _ index: NameIndex, tables: NameTables, threshold: Score, pruning: SearchPruning = .full
  ) {
    precondition(threshold > .zero, "a threshold must be above 0")
    self.index = index
    self.tables = tables
    self.pruning = pruning
    economies = MatchEconomies(threshold: threshold)
    economy = economies[0]
    slots = .allocate(capacity: FoldedName.maximumTokenCount)
    bitWorths = .allocate(capacity: 64 * FoldedName.maximumTokenCount)
    seen = .allocate(capacity: index.names.count + 1)
    seen.initialize(repeating: 0, count: index.names.count + 1)
  }

  deinit {
    slots.deallocate()
    bitWorths.deallocate()
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
    addEqualNames(name, reading)
    prepareSlots(name, reading)
    findPairHits(name, reading)
    for part in NamePart.allCases where part == .withoutInitial || index.hasInitials {
      if pruning == .none {
        expandAll(name, reading)
        _ = setBounds(part)
        visit(part)
      } else if expandWhileNeeded(name, reading, part) {
        visit(part)
      }
    }
    counters.candidates += candidates.count
  }

  private mutating func nextStamp() {
    stamp &+= 1
    if stamp == 0 {
      seen.update(repeating: 0, count: index.names.count)
      stamp = 1
    }
  }

  @inline(__always)
  func isCandidate(_ name: NameID) -> Bool { seen[Int(name)] == stamp }

  @inline(__always)
  mutating func addCandidate(_ name: NameID) {
    if isCandidate(name) { return }
    seen[Int(name)] = stamp
    candidates.append(name)
  }

  /// Names that are equal when spaces are dropped match without any anchor.
  private mutating func addEqualNames(_ name: borrowing FoldedName, _ reading: Reading) {
    found.removeAll(keepingCapacity: true)
    index.compact.forEach(compactHash(of: name, reading)) { found.append($0) }
    for id in found { addCandidate(id) }
  }

  // MARK: Bounds

  /// The most evidence that the query can give.
  private func mostGain(_ part: NamePart) -> Int {
    var gain = 0
    for i in 0..<slotCount {
      let entry = memo.entries + slots[i].entry
      var most = max(entry.pointee.gain, slots[i].pairGain)
      if part == .withInitial { most = max(most, TokenComparison.initialGain) }
      gain += Int(most)
    }
    return gain
  }

  /// Sets the bounds of all slots for a part of the names, at the highest level that the evidence
  /// of the query allows.
  ///
  /// - Returns: The sum of what the tokens are worth at most.
  mutating func setBounds(_ part: NamePart) -> Int {
    level = economies.level(forGain: mostGain(part))
    economy = economies[level]
    needed = economy.needed(forLoss: loss)
    var sum = 0
    for i in 0..<slotCount {
      let slot = slots + i
      let entry = memo.entries + slot.pointee.entry
      let worth = Int(entry.pointee.worth[level])
      let floor = part == .withInitial ? Int(entry.pointee.worthAgainstInitial[level]) : 0
      slot.pointee.floor = entry.pointee.isAnchor ? floor : worth
      slot.pointee.worth = max(worth, Int(slot.pointee.pairWorth[level]), floor)
      slot.pointee.credit = max(
        Int(entry.pointee.credit[level]), Int(slot.pointee.pairCredit[level]), floor)
      slot.pointee.creditFloor =
        entry.pointee.isAnchor ? floor : Int(entry.pointee.credit[level])
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
  var pairWorth = SIMD4<Int32>(repeating: 0)
  /// Half of the most that a pair is worth together with what it spares the listed name.
  var pairCredit = SIMD4<Int32>(repeating: 0)
  /// Half of the most evidence that a pair with a neighbour gives.
  var pairGain: Int32 = 0
  var pairMask: UInt64 = 0
  var pairCosts = (0, 0)
  /// The most that the token can be worth.
  var worth = 0
  /// What the token is worth in a name that has none of its terms.
  var floor = 0
  /// The most that the token can be worth together with what it spares the listed name.
  var credit = 0
  /// The same in a name that has none of its terms.
  var creditFloor = 0
  /// The signature bits of its terms.
  var mask: UInt64 = 0
  var isEssential = false

  init(entry: Int) { self.entry = entry }
}

/// What the terms of a slot that share a bit of signatures are worth at most.
struct BitWorth: BitwiseCopyable {
  var worth: Int32
  /// The worth together with what the terms spare the listed name.
  var credit: Int32
}

/// A listed token that two neighbours of the query make.
struct PairHit {
  /// The first of the two.
  var slot: Int
  var term: TermID
  var gain: Int32
  var loss: Int32
  /// What the two lose when they are unmatched.
  var unmatchedLoss: Int32
  /// What the listed token loses when it is left over.
  var spared: Int32
}
