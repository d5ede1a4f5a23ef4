/// Takes the escapes out of JSON strings.
enum JSONString {
  enum Fault {
    case badEscape(at: Int)
    case loneSurrogate(at: Int)
  }

  /// Appends the text of a string, given without its quotes, as UTF-8.
  ///
  /// - Returns: What is wrong, with its offset, or nil.
  static func unescape(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into text: inout ByteBuffer
  ) -> Fault? {
    text.reserve(end - start)
    var i = start
    while i < end {
      guard base[i] == ASCII.backslash else {
        text.append(base[i])
        i += 1
        continue
      }
      guard i + 1 < end else { return .badEscape(at: i) }
      if base[i + 1] == UInt8(ascii: "u") {
        guard let unit = hexadecimal(base, at: i + 2, end: end) else { return .badEscape(at: i) }
        guard unit & 0xF800 == 0xD800 else {
          append(unit, to: &text)
          i += 6
          continue
        }
        guard unit < 0xDC00, i + 7 < end, base[i + 6] == ASCII.backslash,
          base[i + 7] == UInt8(ascii: "u"), let low = hexadecimal(base, at: i + 8, end: end),
          low & 0xFC00 == 0xDC00
        else { return .loneSurrogate(at: i) }
        append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &text)
        i += 12
      } else {
        guard let byte = simpleEscape(base[i + 1]) else { return .badEscape(at: i) }
        text.append(byte)
        i += 2
      }
    }
    return nil
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): ASCII.lineFeed
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    default: nil
    }
  }

  private static func hexadecimal(
    _ base: UnsafePointer<UInt8>, at start: Int, end: Int
  ) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for i in start..<start + 4 {
      switch base[i] {
      case 0x30...0x39: value = value << 4 + UInt32(base[i] - 0x30)
      case 0x41...0x46: value = value << 4 + UInt32(base[i] - 0x41 + 10)
      case 0x61...0x66: value = value << 4 + UInt32(base[i] - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  private static func append(_ scalar: UInt32, to text: inout ByteBuffer) {
    func low(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(low(0))
    case 0x800..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(low(6))
      text.append(low(0))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(low(12))
      text.append(low(6))
      text.append(low(0))
    }
  }
}
