private import Glibc

/// A growing run of bytes with room behind its end, so that scanners may load whole words.
struct ByteBuffer: ~Copyable {
  /// The bytes; they move when the buffer grows.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// How many bytes are in use.
  var count = 0
  /// How many fit without growing.
  private(set) var capacity: Int

  /// The bytes behind the capacity that may be loaded, and are never meaningful.
  static let padding = 64

  init(capacity: Int) {
    self.capacity = capacity
    base = Self.allocate(capacity)
  }

  deinit { base.deallocate() }

  /// The bytes in use; valid until the buffer changes.
  var bytes: Bytes { Bytes(start: base, count: count) }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
    // The pages of a large buffer are not touched before they are used.
    (base + capacity).initialize(repeating: 0, count: padding)
    return base
  }

  /// Makes the buffer hold `newCapacity` bytes, keeping those in use that fit.
  mutating func resize(to newCapacity: Int) {
    let larger = Self.allocate(newCapacity)
    count = min(count, newCapacity)
    // SAFETY: both hold `count` bytes, and they are different allocations.
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
    capacity = newCapacity
  }

  /// Takes bytes off the start.
  mutating func removeFirst(_ byteCount: Int) {
    // SAFETY: both ranges are in use; `memmove` allows them to overlap.
    memmove(base, base + byteCount, count - byteCount)
    count -= byteCount
  }

  /// Makes room for `byteCount` more bytes.
  @inline(__always)
  mutating func reserve(_ byteCount: Int) {
    if count + byteCount > capacity { resize(to: max(2 * capacity, count + byteCount)) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: Bytes) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    // SAFETY: reserved above; callers never pass this buffer's own bytes.
    memcpy(base + count, source, bytes.count)
    count += bytes.count
  }

  mutating func append(_ text: StaticString) {
    append(Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a number in decimal.
  mutating func append(decimal number: Int) {
    reserve(20)
    if number < 0 { append(0x2D) }
    var rest = number.magnitude
    var digitCount = 1
    var power = rest / 10
    while power > 0 {
      digitCount += 1
      power /= 10
    }
    for i in stride(from: count + digitCount - 1, through: count, by: -1) {
      base[i] = ASCII.zero + UInt8(rest % 10)
      rest /= 10
    }
    count += digitCount
  }
}
