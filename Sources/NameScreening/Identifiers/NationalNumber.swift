/// A number with the country that gave it, written as one: `HK 2162198`, `2162198 (Hong Kong)`.
struct NationalNumber {
  /// The number alone; the bytes are those of the whole.
  let number: UnsafeBufferPointer<UInt8>
  /// The code of the country.
  let country: String

  /// Takes a value apart, or returns nil when it names no country.
  init?(_ value: UnsafeBufferPointer<UInt8>) {
    if value.last == UInt8(ascii: ")"), let open = value.lastIndex(of: UInt8(ascii: "(")),
      let code = Self.code(value[(open + 1)..<(value.count - 1)])
    {
      number = UnsafeBufferPointer(rebasing: value[..<open])
      country = code
    } else if value.count > 3, Self.isSeparator(value[2]), let code = Self.code(value[..<2]) {
      number = UnsafeBufferPointer(rebasing: value[3...])
      country = code
    } else {
      return nil
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ":")
  }

  private static func code(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    Countries.shared.code(of: String(decoding: bytes, as: UTF8.self))
  }
}
