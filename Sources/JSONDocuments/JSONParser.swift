/// Reads one JSON text into a tree.
struct JSONParser: ~Copyable {
  typealias Fault = JSONDocument.Fault
  typealias Node = JSONDocument.Node

  private let text: [UInt8]
  private let refusesRepeatedKeys: Bool
  private var position = 0
  private var line: Int

  init(text: [UInt8], line: Int, refusesRepeatedKeys: Bool) {
    self.refusesRepeatedKeys = refusesRepeatedKeys
    self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    self.line = line
  }

  mutating func document() throws(Fault) -> Node {
    guard String(validating: text, as: UTF8.self) != nil else { throw fault("text is not UTF-8") }
    let node = try value(depth: 0)
    guard isAtEnd else { throw fault("text behind the value") }
    return node
  }

  /// Whether nothing but blanks is left, which are skipped.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position == text.count
    }
  }

  /// Skips `byte` if it comes next.
  ///
  /// - Returns: Whether it did.
  mutating func begins(with byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    position += 1
    return true
  }

  func fault(_ words: String) -> Fault { Fault(line: line, words: words) }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, Self.isBlank(byte) {
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  mutating func value(depth: Int) throws(Fault) -> Node {
    skipBlanks()
    let start = line
    guard let byte = next else { throw fault("a value is missing at the end") }
    if depth == JSONDocument.depthLimit {
      throw fault("nested deeper than \(JSONDocument.depthLimit)")
    }
    switch byte {
    case UInt8(ascii: "{"): return Node(value: .object(try members(depth: depth + 1)), line: start)
    case UInt8(ascii: "["): return Node(value: .array(try elements(depth: depth + 1)), line: start)
    case UInt8(ascii: "\""): return Node(value: .string(try string()), line: start)
    default: return Node(value: try word(), line: start)
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [JSONDocument.Member] {
    var members: [JSONDocument.Member] = []
    var keys: Set<String> = []
    position += 1
    if begins(with: UInt8(ascii: "}")) { return members }
    while true {
      let key = try key()
      if refusesRepeatedKeys, !keys.insert(key).inserted {
        throw fault("key '\(key)' comes twice")
      }
      members.append(JSONDocument.Member(key: key, node: try value(depth: depth)))
      if try ends(with: UInt8(ascii: "}"), "'}'") { return members }
    }
  }

  /// Reads the key of a member and the colon behind it.
  mutating func key() throws(Fault) -> String {
    skipBlanks()
    guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is missing") }
    let key = try string()
    guard begins(with: UInt8(ascii: ":")) else {
      throw fault("':' is missing behind key '\(key)'")
    }
    return key
  }

  private mutating func elements(depth: Int) throws(Fault) -> [Node] {
    var elements: [Node] = []
    position += 1
    if begins(with: UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth))
      if try ends(with: UInt8(ascii: "]"), "']'") { return elements }
    }
  }

  /// Whether the closing bracket comes rather than a comma.
  mutating func ends(with bracket: UInt8, _ shown: String) throws(Fault) -> Bool {
    skipBlanks()
    guard let byte = next, byte == UInt8(ascii: ",") || byte == bracket else {
      throw fault("',' or \(shown) is missing")
    }
    position += 1
    return byte == bracket
  }

  /// Reads a string from its opening quote and stops behind its closing one.
  private mutating func string() throws(Fault) -> String {
    position += 1
    var bytes: [UInt8] = []
    while true {
      let start = position
      while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        position += 1
      }
      bytes += text[start..<position]
      switch next {
      case nil: throw fault("a string does not end")
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes += String(try escape()).utf8
      default: throw fault("control character in a string")
      }
    }
  }

  /// Reads an escape from its backslash on, a pair of surrogates as one.
  private mutating func escape() throws(Fault) -> Character {
    position += 1
    let byte = next
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw badEscape
    }
    var code = try codeUnit()
    if code & 0xFC00 == 0xD800 {
      guard text[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
        throw badEscape
      }
      position += 2
      let low = try codeUnit()
      guard low & 0xFC00 == 0xDC00 else { throw badEscape }
      code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(code) else { throw badEscape }
    return Character(scalar)
  }

  private var badEscape: Fault { fault("a string has an escape that is none") }

  /// Reads four hexadecimal digits.
  private mutating func codeUnit() throws(Fault) -> UInt32 {
    let digits = text[position...].prefix(4)
    guard digits.count == 4,
      digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw badEscape }
    position += 4
    return code
  }

  private mutating func word() throws(Fault) -> JSONDocument.Value {
    let start = position
    while let byte = next, !Self.isBlank(byte), byte != UInt8(ascii: ","),
      byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]")
    {
      position += 1
    }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard Self.isNumber(word) else { throw fault("'\(word.prefix(40))' is no JSON value") }
      return .number(word)
    }
  }

  /// Whether a word is a number as RFC 8259 has them.
  private static func isNumber(_ word: String) -> Bool {
    var rest = Substring(word)
    if rest.first == "-" { rest.removeFirst() }
    let whole = rest.prefix { "0"..."9" ~= $0 }
    rest = rest[whole.endIndex...]
    if whole.isEmpty || (whole.first == "0" && whole.count > 1) { return false }
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { "0"..."9" ~= $0 }
      if digits.isEmpty { return false }
      rest = rest[digits.endIndex...]
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      let digits = rest.prefix { "0"..."9" ~= $0 }
      if digits.isEmpty { return false }
      rest = rest[digits.endIndex...]
    }
    return rest.isEmpty
  }
}
