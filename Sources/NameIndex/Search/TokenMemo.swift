internal import NameNormalization
internal import NameSimilarity

/// What a worker remembers of the query tokens that it has met.
///
/// Names repeat their tokens: nineteen of twenty tokens of a payment stream were seen before. The
/// memo holds what is expensive to find, which terms a token relates to. It is bounded: when it is
/// full it starts again from nothing, and no result depends on it.
struct TokenMemo: ~Copyable {
  /// The most tokens that are remembered, at about 100 bytes each.
  static let maximumCount = 1 << 19

  /// One token.
  struct Entry {
    var hash: UInt64
    var byteOffset: UInt32
    var byteCount: UInt16
    /// Whether the terms were looked up; `worth` is an upper bound until then.
    var isExpanded: Bool
    /// Whether the token finds names; the worth of others is always granted.
    var isAnchor: Bool
    /// Whether it is an initial, which may meet any listed word of its letter.
    var isInitial: Bool
    /// Its first byte.
    var initial: UInt8
    /// The most that the token can be worth at each level, other than by meeting an initial; at
    /// least 0.
    var worth: MatchEconomies.Levels
    /// The most that the token can be worth together with what it spares the listed name; at
    /// least 0.
    var credit: MatchEconomies.Levels
    /// What the token gains and saves when it meets an initial; nothing where it cannot.
    var initialGain: Int16
    var initialSaving: Int16
    /// What an anchor gains and saves when it meets the same word where that is no anchor and finds
    /// no names; nothing where it cannot.
    var freeGain: Int16
    var freeSaving: Int16
    /// The most evidence that the token can give.
    var gain: Int32
    /// The most evidence for people that the token can give.
    var evidence: Int32
    /// What the token loses when it is unmatched.
    var loss: Int32
    var weight: Int32
    /// The most that a term which the token relates to spares the listed name.
    var spared: Int32
    /// The terms, in ``TokenMemo/expansions``.
    var firstExpansion: UInt32
    var expansionCount: UInt32
    /// The number of postings of the terms, by ``NamePart``.
    var costs: (UInt32, UInt32, UInt32)
    /// Whether one of the terms is a pair of neighbours.
    var meetsPairs: Bool
    /// Whether it may meet listed anchors that no path finds.
    var meetsUnseen: Bool

    /// The number of postings of the terms in a part of the names.
    func cost(_ part: NamePart) -> Int {
      switch part {
      case .other: Int(costs.0)
      case .person: Int(costs.1)
      case .withInitial: Int(costs.2)
      }
    }
  }

  /// A term that a token relates to.
  struct Expansion {
    var term: TermID
    var gain: Int16
    /// What the pair saves of the query's loss, which may be below 0.
    var saving: Int16
    /// What it spares the listed name.
    var spared: UInt16
    /// The gain that counts as evidence for people.
    var evidence: Int16
    // The code of the term; bit 15 tells whether it is the token to the letter.
    private let packed: UInt16
    private let parts: UInt8

    /// What a token finds in a term.
    ///
    /// - Parameter parts: The parts of the names that have the term, a bit each.
    init(
      _ term: TermID, _ evidence: TokenEvidence, of token: ScorableToken, spared: Int32,
      parts: UInt8
    ) {
      self.term = term
      gain = Int16(evidence.gain)
      saving = Int16(NameScorer.unmatchedQueryWeight(token.weight) - evidence.loss)
      self.spared = UInt16(spared)
      self.evidence = Int16(
        ScoreAdjustment.personEvidence(gain: evidence.gain, byteCount: token.bytes.count))
      packed = UInt16(Posting.code(of: term)) | (evidence.isToTheLetter ? 0x8000 : 0)
      self.parts = parts
    }

    /// The code of the term.
    @inline(__always)
    var code: Int { Int(packed & 0x7FFF) }
    /// Whether the term is the token to the letter.
    @inline(__always)
    var isEqual: Bool { packed & 0x8000 != 0 }
    /// Whether names of a part have the term.
    @inline(__always)
    func occurs(in part: NamePart) -> Bool { parts >> UInt8(part.rawValue) & 1 != 0 }
  }

  // Invariant: `slots` has a power of two elements, under half of them in use; a slot is 0 or the
  // number of an entry plus one.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCount: Int
  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var count = 0
  private var capacity: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 1 << 16
  private(set) var expansions: [Expansion] = []

  init() {
    slotCount = 1 << 12
    capacity = slotCount / 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    entries = .allocate(capacity: capacity)
    bytes = .allocate(capacity: byteCapacity)
  }

  deinit {
    slots.deallocate()
    bytes.deallocate()
    entries.deallocate()
  }

  /// Forgets everything when the memo is full. To be called between names only.
  mutating func makeRoom() {
    if count + FoldedName.maximumTokenCount <= Self.maximumCount { return }
    count = 0
    slots.update(repeating: 0, count: slotCount)
    byteCount = 0
    expansions.removeAll(keepingCapacity: true)
  }

  /// The hash of a token. Tokens of the same bytes and another script have another one, always,
  /// so that the bytes need not be compared with the script.
  @inline(__always)
  static func hash(of token: UnsafeBufferPointer<UInt8>, _ script: TokenScript) -> UInt64 {
    hashBytes(token.baseAddress!, count: token.count) ^ UInt64(script.rawValue) << 56
  }

  /// The number of the entry for a token, or nil when it is new.
  @inline(__always)
  func find(_ token: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if entries[entry].hash == hash && isEqual(entries + entry, token) { return entry }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  /// Adds a token that is new.
  mutating func add(_ token: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> Int {
    if count == capacity { grow() }
    var entry = entry
    entry.byteOffset = UInt32(byteCount)
    entry.byteCount = UInt16(token.count)
    append(token)
    (entries + count).initialize(to: entry)
    insert(entry.hash, count)
    count += 1
    return count - 1
  }

  private mutating func append(_ token: UnsafeBufferPointer<UInt8>) {
    if byteCount + token.count > byteCapacity {
      byteCapacity = 2 * (byteCapacity + token.count)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
      grown.moveInitialize(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = grown
    }
    // SAFETY: there is room for the token behind the bytes in use.
    (bytes + byteCount).initialize(from: token.baseAddress!, count: token.count)
    byteCount += token.count
  }

  /// What a term gives to the token of an entry, or nil when they do not relate.
  ///
  /// - Complexity: O(log *n*) in the terms that the token relates to.
  @inline(__always)
  func expansion(of entry: Int, to term: TermID) -> Expansion? {
    var low = Int(entries[entry].firstExpansion)
    let end = low + Int(entries[entry].expansionCount)
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if expansions[middle].term < term { low = middle + 1 } else { high = middle }
    }
    return low < end && expansions[low].term == term ? expansions[low] : nil
  }

  /// The places of an entry's terms in ``expansions``.
  @inline(__always)
  func expansionRange(of entry: Int) -> Range<Int> {
    let first = Int(entries[entry].firstExpansion)
    return first..<first + Int(entries[entry].expansionCount)
  }

  /// Notes the terms that an entry relates to, in ascending order.
  mutating func setExpansions(of entry: Int, _ terms: [Expansion]) {
    entries[entry].firstExpansion = UInt32(expansions.count)
    entries[entry].expansionCount = UInt32(terms.count)
    entries[entry].isExpanded = true
    expansions += terms
  }

  /// Notes what the terms of an anchor give and cost at most.
  func setBounds(of entry: Int, _ most: ExpansionBounds, evidence: Int32) {
    let entry = entries + entry
    entry.pointee.worth = most.worth
    entry.pointee.credit = most.credit
    entry.pointee.gain = most.gain
    entry.pointee.evidence = evidence
    entry.pointee.freeGain = Int16(most.freeGain)
    entry.pointee.freeSaving = Int16(most.freeSaving)
    entry.pointee.meetsUnseen = most.freeGain > 0
    entry.pointee.spared = most.spared
    entry.pointee.costs = most.costs
    entry.pointee.meetsPairs = most.meetsPairs
  }

  private func isEqual(
    _ entry: UnsafeMutablePointer<Entry>, _ token: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if Int(entry.pointee.byteCount) != token.count { return false }
    let start = Int(entry.pointee.byteOffset)
    for i in 0..<token.count where bytes[start + i] != token[i] { return false }
    return true
  }

  private mutating func insert(_ hash: UInt64, _ entry: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
    slots[slot] = UInt32(entry + 1)
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
    grown.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = grown
    capacity *= 2
    slots.deallocate()
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for entry in 0..<count { insert(entries[entry].hash, entry) }
  }
}

/// What the terms that a token relates to give and cost at most.
struct ExpansionBounds {
  var worth = MatchEconomies.Levels(repeating: 0)
  var credit = MatchEconomies.Levels(repeating: 0)
  var gain: Int32 = 0
  var freeGain: Int32 = 0
  var freeSaving: Int32 = 0
  var spared: Int32 = 0
  var costs: (UInt32, UInt32, UInt32) = (0, 0, 0)
  var meetsPairs = false
}
