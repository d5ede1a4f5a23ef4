/// The check digits of identifiers.
package enum CheckDigits {
  /// Whether the check digits of `value` are right, or nil for kinds that have none.
  package static func isValid(_ value: String, kind: IdentifierKind) -> Bool? {
    let bytes = Array(value.utf8)
    return switch kind {
    case .isin: isValidISIN(bytes)
    case .lei: isValidLEI(bytes)
    case .uscc: isValidUSCC(bytes)
    case .imo: isValidIMO(bytes)
    case .cryptoAddress: AddressCheck.isValid(bytes)
    default: nil
    }
  }

  /// ISO 6166: two letters, nine letters or digits, and a Luhn digit over the letters' numbers.
  private static func isValidISIN(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 12, bytes.prefix(2).allSatisfy(isLetter), let digits = decimals(bytes)
    else { return false }
    var sum = 0
    for (position, digit) in digits.reversed().enumerated() {
      let weighted = position % 2 == 0 ? digit : digit * 2
      sum += weighted / 10 + weighted % 10
    }
    return sum % 10 == 0
  }

  /// ISO 17442: 20 letters or digits whose number is 1 modulo 97.
  private static func isValidLEI(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 20, let digits = decimals(bytes) else { return false }
    return digits.reduce(0) { ($0 * 10 + $1) % 97 } == 1
  }

  /// GB 32100-2015: 17 characters weighted by the powers of 3 modulo 31, and a check character.
  private static func isValidUSCC(_ bytes: [UInt8]) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    guard bytes.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for byte in bytes.prefix(17) {
      guard let digit = alphabet.firstIndex(of: byte) else { return false }
      sum += digit * weight
      weight = weight * 3 % 31
    }
    guard let check = alphabet.firstIndex(of: bytes[17]) else { return false }
    return (sum + check) % 31 == 0
  }

  /// IMO resolution A.1117(30): six digits weighted 7 to 2; the sum ends in the seventh.
  private static func isValidIMO(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 7, bytes.allSatisfy(isDigit) else { return false }
    var sum = 0
    for position in 0..<6 { sum += Int(bytes[position] - 0x30) * (7 - position) }
    return sum % 10 == Int(bytes[6] - 0x30)
  }

  /// The digits of the number in which A is 10 and Z is 35, or nil for other characters.
  private static func decimals(_ bytes: [UInt8]) -> [Int]? {
    var digits: [Int] = []
    for byte in bytes {
      if isDigit(byte) {
        digits.append(Int(byte) - 0x30)
      } else if isLetter(byte) {
        let number = Int(byte) - 0x41 + 10
        digits.append(number / 10)
        digits.append(number % 10)
      } else {
        return nil
      }
    }
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
