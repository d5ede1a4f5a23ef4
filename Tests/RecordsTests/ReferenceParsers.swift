// Slow and plain readers of the formats, one byte at a time, to hold the scanners to.

/// A record as a reference reader sees it: its values or that it is malformed.
enum ReferenceRecord: Equatable {
  case values([String], offset: Int)
  case malformed(offset: Int)
}

/// Reads delimited records after a header, all columns of each.
func referenceDelimited(_ input: [UInt8], columnCount: Int) -> [ReferenceRecord] {
  enum State { case start, plain, quoted, afterQuote, spoiled }
  var records: [ReferenceRecord] = []
  var fields: [[UInt8]] = []
  var field: [UInt8] = []
  var state = State.start
  var isSound = true
  var offset = 0

  func endField(atLineEnd: Bool) {
    if atLineEnd, state == .plain, field.last == 13 { field.removeLast() }
    fields.append(field)
    field = []
    state = .start
  }
  func endRecord(at next: Int) {
    endField(atLineEnd: true)
    if fields.count > 1 || !fields[0].isEmpty || input[offset..<next].contains(34) {
      isSound = isSound && fields.count == columnCount
      records.append(
        isSound
          ? .values(fields.map { String(decoding: $0, as: UTF8.self) }, offset: offset)
          : .malformed(offset: offset))
    }
    fields = []
    isSound = true
    offset = next
  }

  for (i, byte) in input.enumerated() {
    switch (state, byte) {
    case (.quoted, 34): state = .afterQuote
    case (.quoted, _): field.append(byte)
    case (.start, 34): state = .quoted
    case (.afterQuote, 34):
      field.append(34)
      state = .quoted
    case (_, 44): endField(atLineEnd: false)
    case (_, 10): endRecord(at: i + 1)
    case (.afterQuote, 13) where i + 1 == input.count || input[i + 1] == 10: break
    case (.afterQuote, _):
      isSound = false
      state = .spoiled
    case (.spoiled, _): break
    default:
      field.append(byte)
      state = .plain
    }
  }
  if offset < input.count {
    if state == .quoted { isSound = false }
    endRecord(at: input.count)
  }
  return records
}

/// A JSON value as the reference reader sees it.
indirect enum ReferenceJSON {
  case text(String)
  case null
  case array([ReferenceJSON])
  case object([(String, ReferenceJSON)])
}

/// Reads one JSON object the plain way; nil when it is none.
struct ReferenceJSONReader {
  private let bytes: [UInt8]
  private var i = 0

  static func object(_ bytes: [UInt8]) -> ReferenceJSON? {
    var reader = ReferenceJSONReader(bytes: bytes)
    reader.skip()
    guard reader.peek == 0x7B, let value = reader.value() else { return nil }
    reader.skip()
    return reader.i == bytes.count ? value : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var peek: UInt8? { i < bytes.count ? bytes[i] : nil }

  private mutating func skip() {
    while let byte = peek, [0x20, 0x09, 0x0D].contains(byte) { i += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skip()
    guard peek == byte else { return false }
    i += 1
    return true
  }

  private mutating func value() -> ReferenceJSON? {
    skip()
    switch peek {
    case 0x22: return string().map { .text($0) }
    case 0x7B:
      i += 1
      var members: [(String, ReferenceJSON)] = []
      if take(0x7D) { return .object([]) }
      while true {
        skip()
        guard peek == 0x22, let key = string(), take(0x3A), let value = value() else { return nil }
        if members.contains(where: { Array($0.0.utf8) == Array(key.utf8) }) { return nil }
        members.append((key, value))
        if take(0x7D) { return .object(members) }
        guard take(0x2C) else { return nil }
      }
    case 0x5B:
      i += 1
      var elements: [ReferenceJSON] = []
      if take(0x5D) { return .array([]) }
      while true {
        guard let value = value() else { return nil }
        elements.append(value)
        if take(0x5D) { return .array(elements) }
        guard take(0x2C) else { return nil }
      }
    default: return literal()
    }
  }

  private mutating func literal() -> ReferenceJSON? {
    let rest = String(decoding: bytes[i...], as: UTF8.self)
    for word in ["true", "false", "null"] where rest.hasPrefix(word) {
      i += word.utf8.count
      return word == "null" ? .null : .text(word)
    }
    guard let match = rest.prefixMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) else {
      return nil
    }
    i += match.output.0.utf8.count
    return .text(String(match.output.0))
  }

  private mutating func string() -> String? {
    i += 1
    var units: [UInt16] = []
    var run: [UInt8] = []
    func flushed() -> [UInt16] { Array(String(decoding: run, as: UTF8.self).utf16) }
    while let byte = peek {
      i += 1
      switch byte {
      case 0x22:
        units += flushed()
        let text = String(decoding: units, as: UTF16.self)
        return Array(text.utf16) == units ? text : nil
      case 0x5C:
        units += flushed()
        run = []
        guard let escape = peek else { return nil }
        i += 1
        if escape == 0x75 {
          guard i + 4 <= bytes.count,
            bytes[i..<i + 4].allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: bytes[i..<i + 4], as: UTF8.self), radix: 16)
          else { return nil }
          units.append(unit)
          i += 4
        } else {
          let plain: [UInt8: UInt16] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
          ]
          guard let unit = plain[escape] else { return nil }
          units.append(unit)
        }
      case 0..<0x20: return nil
      default: run.append(byte)
      }
    }
    return nil
  }
}
