internal import Watchlists

/// The form in which identifiers are compared: what people write differently is left out.
///
/// Spaces and punctuation are no difference, nor is case, except in the addresses of most
/// currencies. A BIC is compared by its first eight characters, a ticker with its exchange.
enum IdentifierForm {
  /// The longest form, in bytes; a longer value identifies nothing. The longest on the lists are
  /// addresses of Monero, of 95 bytes.
  static let maximumByteCount = 128

  /// Writes the form of a value in place of what `form` holds.
  ///
  /// - Parameter kind: What the value is; nil when that is not known.
  /// - Returns: Whether there is one: the value has a letter or digit and is not too long.
  static func write(
    _ value: UnsafeBufferPointer<UInt8>, _ kind: IdentifierKind?, to form: inout [UInt8]
  ) -> Bool {
    form.removeAll(keepingCapacity: true)
    for byte in value where isKept(byte) {
      if form.count == maximumByteCount { return false }
      form.append(byte)
    }
    switch kind {
    case .cryptoAddress: foldAddress(&form, value)
    case .ticker:
      raise(&form)
      foldTicker(&form, value)
    default: raise(&form)
    }
    if let kind { dropLabel(of: kind, from: &form) }
    if kind == .bic { form = Array(form.prefix(bicByteCount)) }
    if let kind, kind.isOfAuthority { dropZeros(&form) }
    return !form.isEmpty
  }

  /// The form of a value, or nil when there is none.
  static func form(of value: String, _ kind: IdentifierKind?) -> [UInt8]? {
    var value = value
    var form: [UInt8] = []
    return value.withUTF8 { write($0, kind, to: &form) } ? form : nil
  }

  /// The part of a BIC that names the institution; behind it is the branch.
  static let bicByteCount = 8

  // Letters outside ASCII stay as they are: registers of some countries have them.
  private static func isKept(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private static func raise(_ form: inout [UInt8]) {
    for i in form.indices where (0x61...0x7A).contains(form[i]) { form[i] &= 0xDF }
  }

  /// `IMO 9187629` is the number behind the label, which has a length of its own.
  private static func dropLabel(of kind: IdentifierKind, from form: inout [UInt8]) {
    let (label, byteCount): (StaticString, Int)
    switch kind {
    case .isin: (label, byteCount) = ("ISIN", 12)
    case .lei: (label, byteCount) = ("LEI", 20)
    case .uscc: (label, byteCount) = ("USCC", 18)
    case .imo, .companyIMO: (label, byteCount) = ("IMO", 7)
    case .mmsi: (label, byteCount) = ("MMSI", 9)
    default: return
    }
    let text = UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount)
    if form.count == text.count + byteCount, form.starts(with: text) {
      form.removeFirst(text.count)
    }
  }

  // Spreadsheets drop the zeros before a number.
  private static func dropZeros(_ form: inout [UInt8]) {
    while form.count > 1, form[0] == 0x30, isDigit(form[1]) { form.removeFirst() }
  }

  /// Base58 tells letters by their case; hexadecimal and Bech32 do not. A scheme such as
  /// `bitcoincash:` is no part of the address.
  private static func foldAddress(_ form: inout [UInt8], _ value: UnsafeBufferPointer<UInt8>) {
    if let colon = value.firstIndex(of: 0x3A) {
      form.removeFirst(value[..<colon].count(where: isKept))
    }
    let prefixes: [StaticString] = ["0x", "bc1", "ltc1"]
    for prefix in prefixes where form.count > 20 {
      let text = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
      if zip(form, text).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        for i in form.indices where (0x41...0x5A).contains(form[i]) { form[i] |= 0x20 }
      }
    }
  }

  /// `0728 HK` is `728 HK`, and `603019.SS` is `603019 CN`: codes of exchanges are those of their
  /// countries.
  private static func foldTicker(_ form: inout [UInt8], _ value: UnsafeBufferPointer<UInt8>) {
    dropZeros(&form)
    let exchange = value.reversed().drop { !isKept($0) }.prefix(while: isKept).count
    guard exchange < form.count else { return }
    let code = form[(form.count - exchange)...]
    for (spelling, country) in exchanges where code.elementsEqual(bytes(of: spelling)) {
      form.replaceSubrange((form.count - exchange)..., with: bytes(of: country))
      return
    }
  }

  private static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  // Market identifier codes of ISO 10383 and the codes of data vendors, as the codes that the lists
  // have: of the country.
  private static let exchanges: [(StaticString, StaticString)] = [
    ("SS", "CN"), ("SH", "CN"), ("SZ", "CN"), ("CH", "CN"), ("CG", "CN"), ("CS", "CN"),
    ("XSHG", "CN"), ("XSHE", "CN"), ("XHKG", "HK"), ("XNYS", "US"), ("XNAS", "US"), ("UN", "US"),
    ("UW", "US"), ("XETR", "DE"), ("XFRA", "DE"), ("GR", "DE"), ("GY", "DE"), ("XSES", "SG"),
    ("SP", "SG"), ("SI", "SG"), ("XTSE", "CA"), ("BVMF", "BR"), ("BZ", "BR"), ("XBUE", "AR"),
    ("MISX", "RU"), ("RM", "RU"),
  ]
}
