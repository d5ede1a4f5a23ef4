/// Writes strings into JSON: only what must be escaped is.
public enum JSONText {
  /// The string with its quotes.
  public static func quoted(_ text: String) -> String {
    "\"" + String(decoding: escaped(text), as: UTF8.self) + "\""
  }

  /// Appends a string with its quotes.
  static func append(_ text: Bytes, to output: inout ByteBuffer) {
    output.append(ASCII.quote)
    output.reserve(text.count)
    for byte in text { appendEscaped(byte, to: &output) }
    output.append(ASCII.quote)
  }

  /// Appends a string with its quotes.
  static func append(_ text: String, to output: inout ByteBuffer) {
    output.append(ASCII.quote)
    for byte in text.utf8 { appendEscaped(byte, to: &output) }
    output.append(ASCII.quote)
  }

  /// The bytes of a string without quotes.
  static func escaped(_ text: some StringProtocol) -> [UInt8] {
    var output = ByteBuffer(capacity: 64)
    for byte in text.utf8 { appendEscaped(byte, to: &output) }
    return Array(output.bytes)
  }

  @inline(__always)
  private static func appendEscaped(_ byte: UInt8, to output: inout ByteBuffer) {
    if byte >= 0x20, byte != ASCII.quote, byte != ASCII.backslash {
      output.append(byte)
      return
    }
    output.append(ASCII.backslash)
    switch byte {
    case ASCII.quote, ASCII.backslash: output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case ASCII.lineFeed: output.append(UInt8(ascii: "n"))
    case ASCII.carriageReturn: output.append(UInt8(ascii: "r"))
    case ASCII.tab: output.append(UInt8(ascii: "t"))
    default:
      output.append("u00")
      output.append(hexadecimal(byte >> 4))
      output.append(hexadecimal(byte & 15))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? ASCII.zero + digit : UInt8(ascii: "a") + digit - 10
  }
}
