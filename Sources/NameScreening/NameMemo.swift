private import Glibc
internal import NameIndex
internal import Watchlists

/// What a worker remembers of whole names: payments name the same parties again and again.
///
/// A bounded cache of verdicts by the exact bytes of a name and its type. A name is in one of two
/// neighbouring slots. A new one goes into the second and moves to the first when it is met again,
/// so that names which come once do not drive out those which come often. Nothing depends on what
/// it holds but the time.
struct NameMemo: ~Copyable {
  /// The number of slots of 64 bytes: 8 MiB, of which only what is used takes memory.
  private static let slotCount = 1 << 17
  /// The most matches that are remembered; when there are more, all names are forgotten.
  private static let matchLimit = 1 << 16

  private let slots: UnsafeMutablePointer<MemoSlot>
  /// The matches of the remembered names.
  private(set) var matches: [NameMatch] = []

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

  /// Whether a name is short enough to be remembered.
  @inline(__always)
  static func mayRemember(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    (1...MemoSlot.nameCapacity).contains(name.count)
  }

  /// The number that a name of a type is looked up by.
  @inline(__always)
  static func hash(_ name: UnsafeBufferPointer<UInt8>, _ type: PartyType) -> UInt64 {
    // SAFETY: names that may be remembered are not empty, so they have an address.
    hashBytes(name.baseAddress!, count: name.count) &+ UInt64(type.rawValue) &* 2
  }

  /// The matches of a name in ``matches``, none for a clear one; nil if it is not remembered.
  @inline(__always)
  mutating func find(
    _ name: UnsafeBufferPointer<UInt8>, _ type: PartyType, hash: UInt64
  ) -> Range<Int>? {
    let first = slots + Self.pair(hash)
    if first.pointee.holds(name, type) { return first.pointee.matches }
    let second = first + 1
    guard second.pointee.holds(name, type) else { return nil }
    swap(&first.pointee, &second.pointee)
    return first.pointee.matches
  }

  /// Remembers a name with its matches.
  mutating func remember(
    _ name: UnsafeBufferPointer<UInt8>, _ type: PartyType, hash: UInt64, matches found: [NameMatch]
  ) {
    if found.count > MemoSlot.matchCapacity { return }
    if matches.count + found.count > Self.matchLimit { forgetAll() }
    let first = slots + Self.pair(hash)
    let slot = first.pointee.isEmpty ? first : first + 1
    slot.pointee.set(name, type, firstMatch: matches.count, matchCount: found.count)
    matches += found
  }

  private mutating func forgetAll() {
    matches.removeAll(keepingCapacity: true)
    slots.update(repeating: MemoSlot(), count: Self.slotCount)
  }

  @inline(__always)
  private static func pair(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slotCount - 2)
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
  private var type: UInt8 = 0
  private var matchCount: UInt16 = 0
  private var firstMatch: UInt32 = 0

  var isEmpty: Bool { nameCount == 0 }

  var matches: Range<Int> { Int(firstMatch)..<Int(firstMatch) + Int(matchCount) }

  @inline(__always)
  mutating func holds(_ name: UnsafeBufferPointer<UInt8>, _ type: PartyType) -> Bool {
    if Int(nameCount) != name.count || self.type != type.rawValue { return false }
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
    _ name: UnsafeBufferPointer<UInt8>, _ type: PartyType, firstMatch: Int, matchCount: Int
  ) {
    // SAFETY: `nameCapacity` is the size of the words, and no longer name is remembered.
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(name)) }
    nameCount = UInt8(name.count)
    self.type = type.rawValue
    self.firstMatch = UInt32(firstMatch)
    self.matchCount = UInt16(matchCount)
  }
}
