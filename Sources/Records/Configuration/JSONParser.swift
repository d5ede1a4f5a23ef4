/// Reads one JSON text into a tree.
struct JSONParser: ~Copyable {
  typealias Fault = JSONDocument.Fault
  typealias Node = JSONDocument.Node

  private let text: [UInt8]
  private var position = 0
  private var line: Int
  private var scratch = ByteBuffer(capacity: 256)

  init(text: [UInt8], line: Int) {
    self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    self.line = line
  }

  mutating func document() throws(Fault) -> Node {
    guard String(validating: text, as: UTF8.self) != nil else { throw fault("text is not UTF-8") }
    let node = try value(depth: 0)
    skipBlanks()
    if position < text.count { throw fault("text behind the value") }
    return node
  }

  private func fault(_ words: String) -> Fault { Fault(line: line, words: words) }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, ASCII.isBlank(byte) || byte == ASCII.lineFeed {
      if byte == ASCII.lineFeed { line += 1 }
      position += 1
    }
  }

  private mutating func value(depth: Int) throws(Fault) -> Node {
    skipBlanks()
    let start = line
    guard let byte = next else { throw fault("a value is missing at the end") }
    if depth == JSONDocument.depthLimit {
      throw fault("nested deeper than \(JSONDocument.depthLimit)")
    }
    switch byte {
    case ASCII.openBrace: return Node(value: .object(try members(depth: depth + 1)), line: start)
    case ASCII.openBracket: return Node(value: .array(try elements(depth: depth + 1)), line: start)
    case ASCII.quote: return Node(value: .string(try string()), line: start)
    default: return Node(value: try word(), line: start)
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [JSONDocument.Member] {
    var members: [JSONDocument.Member] = []
    position += 1
    skipBlanks()
    if next == ASCII.closeBrace {
      position += 1
      return members
    }
    while true {
      skipBlanks()
      guard next == ASCII.quote else { throw fault("a key in quotes is missing") }
      let key = try string()
      if members.contains(where: { $0.key == key }) { throw fault("key '\(key)' comes twice") }
      skipBlanks()
      guard next == ASCII.colon else { throw fault("':' is missing behind key '\(key)'") }
      position += 1
      members.append(JSONDocument.Member(key: key, node: try value(depth: depth)))
      if try ends(with: ASCII.closeBrace, "'}'") { return members }
    }
  }

  private mutating func elements(depth: Int) throws(Fault) -> [Node] {
    var elements: [Node] = []
    position += 1
    skipBlanks()
    if next == ASCII.closeBracket {
      position += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth))
      if try ends(with: ASCII.closeBracket, "']'") { return elements }
    }
  }

  /// Whether the closing bracket comes rather than a comma.
  private mutating func ends(with bracket: UInt8, _ shown: String) throws(Fault) -> Bool {
    skipBlanks()
    guard let byte = next, byte == ASCII.comma || byte == bracket else {
      throw fault("',' or \(shown) is missing")
    }
    position += 1
    return byte == bracket
  }

  private mutating func string() throws(Fault) -> String {
    let start = position + 1
    var end = start
    while end < text.count, text[end] != ASCII.quote {
      if text[end] < 0x20 { throw fault("control character in a string") }
      end += text[end] == ASCII.backslash ? 2 : 1
    }
    guard end < text.count else { throw fault("a string does not end") }
    scratch.count = 0
    let isSound = text.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        JSONString.unescape($0, from: start, to: end, into: &scratch) == nil
      } ?? false
    }
    guard isSound else { throw fault("a string has an escape that is none") }
    position = end + 1
    return String(decoding: scratch.bytes, as: UTF8.self)
  }

  private mutating func word() throws(Fault) -> JSONDocument.Value {
    let start = position
    while let byte = next, !ASCII.isBlank(byte), byte != ASCII.lineFeed, byte != ASCII.comma,
      byte != ASCII.closeBrace, byte != ASCII.closeBracket
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
