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
    /// The most that the token can be worth at each level, other than by meeting an initial; at
    /// least 0.
    var worth: SIMD4<Int32>
    /// The most that the token can be worth together with what it spares the listed name; at
    /// least 0.
    var credit: SIMD4<Int32>
    /// What the token is worth at each level when it meets an initial; at least 0.
    var worthAgainstInitial: SIMD4<Int32>
    /// The most evidence that the token can give.
    var gain: Int32
    /// What the token loses when it is unmatched.
    var loss: Int32
    /// The signature bits of the terms.
    var mask: UInt64
    /// The letters and the family of spellings of the token, by which words left over are compared.
    var letters: UInt64
    var variantClass: UInt32
    var weight: Int32
    /// The terms, in ``TokenMemo/expansions``.
    var firstExpansion: UInt32
    var expansionCount: UInt32
    /// The number of postings of the terms, of names without and with an initial.
    var costs: (UInt32, UInt32)
  }

  /// A term that a token relates to.
  struct Expansion {
    var term: TermID
    var gain: Int32
    var loss: Int32
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

  /// The token of an entry, as far as telling whether it resembles another takes.
  ///
  /// The bytes are those of the memo: they stay until the next token is added.
  func token(of entry: Int) -> ScorableToken {
    let start = Int(entries[entry].byteOffset)
    return ScorableToken(
      bytes: UnsafeBufferPointer(start: bytes + start, count: Int(entries[entry].byteCount)),
      weight: entries[entry].weight, traits: [.anchor], legalClass: 0,
      variantClass: entries[entry].variantClass, groups: NameGroups(rawValue: 0), phoneticKey: 0,
      letters: entries[entry].letters,
      transcription: .none, skeleton: SoundSkeleton(rawValue: 0))
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

  /// Notes the terms that an entry relates to, in ascending order.
  mutating func setExpansions(of entry: Int, _ terms: [Expansion]) {
    entries[entry].firstExpansion = UInt32(expansions.count)
    entries[entry].expansionCount = UInt32(terms.count)
    entries[entry].isExpanded = true
    expansions += terms
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
