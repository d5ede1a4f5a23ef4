private import Glibc

/// Searches in padded bytes: each may load up to eight bytes behind the end.
enum ByteSearch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func load(_ p: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
  }

  // The high bit of every byte that is zero. Bits above the lowest one set may be wrong, so only
  // the lowest is used. Source: Henry S. Warren, "Hacker's Delight", 2nd ed. 2013, section 6-1.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  @inline(__always)
  static func equals(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    zeros(word ^ (ones &* UInt64(byte)))
  }

  /// The offset of the first `a` or `b` at or after `start`, or `end`.
  @inline(__always)
  static func first(
    of a: UInt8, or b: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let wantedA = ones &* UInt64(a)
    let wantedB = ones &* UInt64(b)
    var i = start
    while i < end {
      let word = load(base + i)
      let found = zeros(word ^ wantedA) | zeros(word ^ wantedB)
      if found != 0 { return min(i + found.trailingZeroBitCount / 8, end) }
      i += 8
    }
    return end
  }

  /// The offset of the first byte at or after `start` that ends a run of plain characters in a
  /// JSON string: a quote, a backslash or a control character; or `end`.
  @inline(__always)
  static func firstSpecialInString(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var i = start
    while i < end {
      let word = load(base + i)
      // A byte below 0x20 borrows from its high bit when 0x20 is subtracted.
      let controls = (word &- (ones &* 0x20)) & ~word & highs
      let found = equals(word, ASCII.quote) | equals(word, ASCII.backslash) | controls
      if found != 0 { return min(i + found.trailingZeroBitCount / 8, end) }
      i += 8
    }
    return end
  }

  /// The offset of the first `byte` at or after `start`, or nil.
  @inline(__always)
  static func first(
    _ byte: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard start < end, let found = memchr(base + start, Int32(byte), end - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The offset of the last `byte` in a range, or nil.
  static func last(
    _ byte: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var i = end
    while i > start {
      i -= 1
      if base[i] == byte { return i }
    }
    return nil
  }

  /// How often `byte` occurs in a range.
  static func count(
    _ byte: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var count = 0
    var i = start
    while let found = first(byte, in: base, from: i, to: end) {
      count += 1
      i = found + 1
    }
    return count
  }
}
