/// From a 64-bit key to the numbers stored under it.
///
/// Keys are hashes; only 32 bits of them are kept beside each number, so a lookup may also give
/// numbers of another key. Every user compares what it gets with what it looks for: the lookup is
/// complete, not exact. A Bloom bitmap answers most lookups of absent keys without touching the
/// postings, which do not fit into the cache.
package struct HashedPostings {
  // Invariant: `offsets` has a power of two plus one elements, does not decrease, and ends at
  // `entries.count`; an entry is the tag of its key and its number.
  private let offsets: UnsafePointer<UInt32>
  private let entries: UnsafePointer<UInt64>
  private let bloom: UnsafePointer<UInt64>
  private let bucketMask: UInt64
  private let bloomMask: UInt64
  /// The number of stored numbers.
  package let count: Int

  /// Reads the postings that ``HashedPostingsBuilder`` wrote under `name`.
  package init(_ reader: SectionReader, _ name: String) throws(SectionError) {
    let offsets = try reader.numbers(name + ".offsets", as: UInt32.self)
    let entries = try reader.numbers(name + ".entries", as: UInt64.self)
    let bloom = try reader.numbers(name + ".bloom", as: UInt64.self)
    let bucketCount = offsets.count - 1
    guard bucketCount > 0, bucketCount & (bucketCount - 1) == 0, !bloom.isEmpty,
      bloom.count & (bloom.count - 1) == 0, Int(offsets[bucketCount]) == entries.count,
      isNondecreasing(offsets)
    else { throw .damaged(section: name) }
    self.offsets = offsets.baseAddress!
    self.entries = UnsafePointer(entries.baseAddress ?? Self.noEntries)
    self.bloom = bloom.baseAddress!
    bucketMask = UInt64(bucketCount - 1)
    bloomMask = UInt64(bloom.count * 64 - 1)
    count = entries.count
  }

  /// Whether there may be numbers under `key`; false is certain.
  @inline(__always)
  package func mayContain(_ key: UInt64) -> Bool {
    let bit = key >> 20 & bloomMask
    return bloom[Int(bit >> 6)] >> (bit & 63) & 1 != 0
  }

  /// Calls `body` with each number under `key`, and perhaps with others.
  @inline(__always)
  package func forEach(_ key: UInt64, _ body: (UInt32) -> Void) {
    if !mayContain(key) { return }
    let bucket = Int(key & bucketMask)
    var i = Int(offsets[bucket])
    let end = Int(offsets[bucket + 1])
    let tag = key >> 32
    while i < end {
      if entries[i] >> 32 == tag { body(UInt32(truncatingIfNeeded: entries[i])) }
      i += 1
    }
  }

  /// Whether every stored number is below `limit`, for users that take them as indices.
  ///
  /// - Complexity: O(*n*) in the stored numbers.
  package func areAllBelow(_ limit: Int) -> Bool {
    (0..<count).allSatisfy { Int(UInt32(truncatingIfNeeded: entries[$0])) < limit }
  }

  // SAFETY: never read, since an empty table has no range to read.
  nonisolated(unsafe) private static let noEntries = UnsafePointer(
    UnsafeMutablePointer<UInt64>.allocate(capacity: 1))
}

/// Collects numbers by key.
struct HashedPostingsBuilder {
  private var items: [(key: UInt64, number: UInt32)] = []

  /// Adds a number under a key.
  mutating func add(_ key: UInt64, _ number: UInt32) { items.append((key, number)) }

  /// Adds the sections to a file.
  ///
  /// - Complexity: O(*n*) in the numbers.
  consuming func write(to writer: inout SectionWriter, _ name: String) {
    var bucketCount = 1
    while bucketCount < items.count { bucketCount *= 2 }
    let mask = UInt64(bucketCount - 1)
    var offsets = [UInt32](repeating: 0, count: bucketCount + 1)
    for item in items { offsets[Int(item.key & mask) + 1] += 1 }
    for i in 0..<bucketCount { offsets[i + 1] += offsets[i] }
    var next = offsets
    var entries = [UInt64](repeating: 0, count: items.count)
    // Eight bits a number: one lookup in eight of an absent key goes on to the postings.
    var bloom = [UInt64](repeating: 0, count: max(1, bucketCount / 8))
    let bloomMask = UInt64(bloom.count * 64 - 1)
    for item in items {
      let bucket = Int(item.key & mask)
      entries[Int(next[bucket])] = (item.key >> 32) << 32 | UInt64(item.number)
      next[bucket] += 1
      let bit = item.key >> 20 & bloomMask
      bloom[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    writer.add(name + ".offsets", offsets)
    writer.add(name + ".entries", entries)
    writer.add(name + ".bloom", bloom)
  }
}

/// Whether offsets of a table never go back.
func isNondecreasing(_ offsets: UnsafeBufferPointer<UInt32>) -> Bool {
  var last: UInt32 = 0
  for offset in offsets {
    if offset < last { return false }
    last = offset
  }
  return true
}
