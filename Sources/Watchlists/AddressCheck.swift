private import Crypto

/// The checksums of addresses of digital currencies.
enum AddressCheck {
  /// Whether the checksum of an address is right, or nil for forms that have none which is known
  /// here: hexadecimal addresses, and those of currencies with sums of their own.
  static func isValid(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: "bc1".utf8) || bytes.starts(with: "ltc1".utf8) { return isBech32(bytes) }
    // Bitcoin, its forks and Tron: 25 bytes in Base58 have 26 to 34 digits.
    guard let first = bytes.first, "13T".utf8.contains(first), (26...34).contains(bytes.count)
    else { return nil }
    return isBase58Check(bytes)
  }

  /// 25 bytes in base 58, the last four of which begin the double SHA-256 of the others.
  private static func isBase58Check(_ text: [UInt8]) -> Bool {
    var number = [UInt8](repeating: 0, count: 25)
    for character in text {
      guard var carry = base58Digits.firstIndex(of: character) else { return false }
      for i in number.indices.reversed() {
        carry += 58 * Int(number[i])
        number[i] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      if carry > 0 { return false }
    }
    let sum = SHA256.hash(data: Array(SHA256.hash(data: number[..<21])))
    return number[21...].elementsEqual(sum.prefix(4))
  }

  /// Source: BIP 173 and BIP 350.
  private static func isBech32(_ text: [UInt8]) -> Bool {
    guard let separator = text.lastIndex(of: UInt8(ascii: "1")) else { return false }
    let prefix = text[..<separator]
    var values = prefix.map { UInt32($0 >> 5) } + [0] + prefix.map { UInt32($0 & 31) }
    for character in text[(separator + 1)...] {
      guard let digit = bech32Digits.firstIndex(of: character) else { return false }
      values.append(UInt32(digit))
    }
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1FF_FFFF) << 5 ^ value
      for (bit, factor) in bech32Factors.enumerated() where top >> UInt32(bit) & 1 != 0 {
        sum ^= factor
      }
    }
    return sum == 1 || sum == 0x2BC8_30A3
  }

  private static let base58Digits = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
  private static let bech32Digits = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let bech32Factors: [UInt32] = [
    0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3,
  ]
}
