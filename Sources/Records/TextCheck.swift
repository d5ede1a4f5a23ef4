/// Checks that bytes are UTF-8 without NUL.
package enum TextCheck {
  /// What is wrong with the first bytes at fault, or nil when all is well.
  package static func fault(
    in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> RejectReason? {
    var i = start
    while i < end {
      if i + 8 <= end {
        let word = ByteSearch.load(base + i)
        if word & 0x8080_8080_8080_8080 | ByteSearch.zeros(word) == 0 {
          i += 8
          continue
        }
      }
      let byte = base[i]
      if byte == 0 { return .nulByte(byte: i - start) }
      if byte < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(base + i, available: end - i)
      if length == 0 { return .invalidEncoding(byte: i - start) }
      i += length
    }
    return nil
  }

  // Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
  @inline(__always)
  private static func sequenceLength(_ p: UnsafePointer<UInt8>, available: Int) -> Int {
    @inline(__always)
    func continues(_ k: Int) -> Bool { p[k] & 0xC0 == 0x80 }
    switch p[0] {
    case 0xC2...0xDF:
      return available >= 2 && continues(1) ? 2 : 0
    case 0xE0...0xEF:
      guard available >= 3, continues(1), continues(2) else { return 0 }
      if p[0] == 0xE0 && p[1] < 0xA0 || p[0] == 0xED && p[1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard available >= 4, continues(1), continues(2), continues(3) else { return 0 }
      if p[0] == 0xF0 && p[1] < 0x90 || p[0] == 0xF4 && p[1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }
}
