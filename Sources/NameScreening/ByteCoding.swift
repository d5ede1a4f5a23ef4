/// Appends values to bytes in a fixed form: numbers as base-128 varints, strings with their length.
struct ByteEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ number: Int) { append(UInt64(number)) }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ text: String?) {
    append(text == nil ? 0 : 1)
    if let text { append(text) }
  }

  mutating func append<T>(_ values: [T], _ each: (inout ByteEncoder, T) -> Void) {
    append(values.count)
    for value in values { each(&self, value) }
  }
}

/// Bytes that do not decode: they were written by something else.
struct DecodingFailure: Error {}

/// Reads back what ``ByteEncoder`` wrote.
struct ByteDecoder {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(DecodingFailure) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count && shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw DecodingFailure()
  }

  /// A number of things that take at least one byte each.
  mutating func count() throws(DecodingFailure) -> Int {
    let number = try number()
    guard number <= UInt64(bytes.count - position) else { throw DecodingFailure() }
    return Int(number)
  }

  mutating func int() throws(DecodingFailure) -> Int {
    guard let int = Int(exactly: try number()) else { throw DecodingFailure() }
    return int
  }

  mutating func string() throws(DecodingFailure) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func optionalString() throws(DecodingFailure) -> String? {
    try number() == 0 ? nil : try string()
  }

  mutating func array<T>(
    _ each: (inout ByteDecoder) throws(DecodingFailure) -> T
  ) throws(DecodingFailure) -> [T] {
    let count = try count()
    var values: [T] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  /// A value of an enumeration.
  mutating func value<T: RawRepresentable>(_ type: T.Type) throws(DecodingFailure) -> T
  where T.RawValue == UInt8 {
    guard let raw = UInt8(exactly: try number()), let value = T(rawValue: raw) else {
      throw DecodingFailure()
    }
    return value
  }
}
