/// A 64-bit hash of bytes, the same in every process and on every machine.
///
/// Index files depend on it: a change needs a new format version.
///
/// Source: the multiply-and-fold step of Wang Yi, "wyhash", 2019.
///
/// - Complexity: O(*n*), eight bytes a step.
@inline(__always)
package func hashBytes(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
  // SAFETY: every load lies within `count` bytes from `start`: the loop runs while eight more
  // are there, and the tail reads the last four or eight, or single bytes below `count`.
  let raw = UnsafeRawPointer(start)
  var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
  if count >= 8 {
    var i = 0
    while i + 8 <= count {
      hash = foldedProduct(hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    if i < count {
      hash = foldedProduct(hash ^ raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }
    return hash
  }
  var tail: UInt64 = 0
  if count >= 4 {
    tail =
      UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) << 32
      | UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
  } else if count > 0 {
    tail = UInt64(start[0]) << 16 | UInt64(start[count >> 1]) << 8 | UInt64(start[count - 1])
  }
  return foldedProduct(hash ^ tail)
}

/// Mixes all bits of a number that is not a hash yet, such as a phonetic key.
@inline(__always)
package func hashNumber(_ number: UInt64) -> UInt64 {
  foldedProduct(number ^ 0x9E37_79B9_7F4A_7C15)
}

@inline(__always)
private func foldedProduct(_ value: UInt64) -> UInt64 {
  let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low
}
