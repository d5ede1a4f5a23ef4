private import Glibc
internal import NameIndex

/// What a worker remembers of whole names: payments name the same parties again and again.
///
/// A bounded cache of what was found by the exact bytes of a name, before the policy judges it. A name is in one of two
/// neighbouring slots. A new one goes into the second and moves to the first when it is met again,
/// so that names which come once do not drive out those which come often. Nothing depends on what
/// it holds but the time.
///
/// Looking for a name that is not there costs as much as a sixth of screening it. So as long as
/// hardly any name is found, only those of one hash in sixteen are looked for, which tells when
/// names begin to repeat.
struct NameMemo: ~Copyable {
  /// The number of slots of 64 bytes: 8 MiB, of which only what is used takes memory.
  private static let slotCount = 1 << 17
  /// The most matches that are remembered; when there are more, all names are forgotten.
  private static let matchLimit = 1 << 16

  /// The look-ups after which their share of success is judged.
  private static let trialCount = 1024
  /// The least share of success, as a divisor: of fewer it does not pay.
  private static let leastShare = 16
  /// The bits that are 0 in the hashes of names that are looked for while it does not pay. They
  /// take no part in choosing a slot.
  private static let sparseMask: UInt64 = 15 << 60

  private let slots: UnsafeMutablePointer<MemoSlot>
  // Invariant: `foundCount <= lookedForCount < trialCount`, counted since the last judgement.
  private var skipMask: UInt64 = 0
  private var lookedForCount = 0
  private var foundCount = 0
  /// What was found for the remembered names.
  private(set) var found: [FoundName] = []

  init() {
    let byteCount = Self.slotCount * MemoryLayout<MemoSlot>.stride
    // SAFETY: the mapping is of `byteCount` bytes on a page, hence on a cache line; its zeros are
    // empty slots. It is ours until `deinit`.
    guard
      let memory = mmap(
        nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      memory != MAP_FAILED
    else { fatalError("no memory for remembered names: \(byteCount) bytes") }
    slots = memory.bindMemory(to: MemoSlot.self, capacity: Self.slotCount)
  }

  deinit { munmap(slots, Self.slotCount * MemoryLayout<MemoSlot>.stride) }

  /// The number that a name is looked up by, or nil if it is not to be remembered: it is
  /// empty or too long, or names do not repeat.
  @inline(__always)
  func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard let start = name.baseAddress, (1...MemoSlot.nameCapacity).contains(name.count) else {
      return nil
    }
    let hash = hashBytes(start, count: name.count)
    return hash & skipMask == 0 ? hash : nil
  }

  /// What was found for a name, in ``found``, none for a clear one; nil if it is not remembered.
  @inline(__always)
  mutating func find(
    _ name: UnsafeBufferPointer<UInt8>, key: UInt64
  ) -> Range<Int>? {
    lookedForCount += 1
    if lookedForCount == Self.trialCount { judge() }
    let first = slots + Self.pair(key)
    if !first.pointee.holds(name) {
      let second = first + 1
      guard second.pointee.holds(name) else { return nil }
      swap(&first.pointee, &second.pointee)
    }
    foundCount += 1
    return first.pointee.matches
  }

  private mutating func judge() {
    skipMask = foundCount * Self.leastShare < lookedForCount ? Self.sparseMask : 0
    lookedForCount = 0
    foundCount = 0
  }

  /// Remembers a name with what was found for it.
  mutating func remember(
    _ name: UnsafeBufferPointer<UInt8>, key: UInt64, _ names: [FoundName]
  ) {
    if names.count > MemoSlot.matchCapacity { return }
    if found.count + names.count > Self.matchLimit { forgetAll() }
    let first = slots + Self.pair(key)
    let slot = first.pointee.isEmpty ? first : first + 1
    slot.pointee.set(name, firstMatch: found.count, matchCount: names.count)
    found += names
  }

  private mutating func forgetAll() {
    found.removeAll(keepingCapacity: true)
    slots.update(repeating: MemoSlot(), count: Self.slotCount)
  }

  @inline(__always)
  private static func pair(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key) & (slotCount - 2)
  }
}

/// A name with its verdict, in the size of a cache line.
private struct MemoSlot: BitwiseCopyable {
  /// The longest name that fits, in bytes; of the names of people and firms nearly all do.
  static let nameCapacity = 56
  static let matchCapacity = Int(UInt16.max)

  // Invariant: the first `nameCount` bytes of the words are the name; 0 marks an empty slot.
  private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0, 0, 0, 0, 0, 0, 0
  )
  private var nameCount: UInt8 = 0
  private var matchCount: UInt16 = 0
  private var firstMatch: UInt32 = 0

  var isEmpty: Bool { nameCount == 0 }

  var matches: Range<Int> { Int(firstMatch)..<Int(firstMatch) + Int(matchCount) }

  @inline(__always)
  mutating func holds(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if Int(nameCount) != name.count { return false }
    // SAFETY: both hold `name.count` bytes, at most `nameCapacity`, and all loads lie in these.
    return withUnsafeBytes(of: &words) { own in
      let other = UnsafeRawBufferPointer(name)
      if name.count < 8 { return own.prefix(name.count).elementsEqual(other) }
      var i = 0
      while i + 8 <= name.count {
        if own.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          != other.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        {
          return false
        }
        i += 8
      }
      let last = name.count - 8
      return own.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        == other.loadUnaligned(fromByteOffset: last, as: UInt64.self)
    }
  }

  mutating func set(
    _ name: UnsafeBufferPointer<UInt8>, firstMatch: Int, matchCount: Int
  ) {
    // SAFETY: `nameCapacity` is the size of the words, and no longer name is remembered.
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(name)) }
    nameCount = UInt8(name.count)
    self.firstMatch = UInt32(firstMatch)
    self.matchCount = UInt16(matchCount)
  }
}
