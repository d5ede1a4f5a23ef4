/// Reads records that are JSON objects, one a line, as RFC 8259 has them.
///
/// The whole line is checked, also the parts that nothing is wanted of. A worker keeps one.
struct JSONScanner: ~Copyable {
  /// The deepest nesting. Payment messages in JSON nest about ten deep.
  static let depthLimit = 64

  private let tree: FieldTree
  private var keys = JSONKeys()
  private var frames: [Frame] = []
  // The indices of the arrays on the way to the current place that the tree knows.
  private var indices: (Int32, Int32) = (-1, -1)

  /// An object or array that has been opened.
  private struct Frame {
    /// What is wanted in it, or -1.
    var node: Int32
    var isArray: Bool
    /// The first of its keys, for an object.
    var firstKey = 0
    /// The index of its current element, for an array.
    var index: Int32 = 0
    /// Where it starts, for messages.
    var start: Int
  }

  init(tree: FieldTree) { self.tree = tree }

  /// Reads the record at `start`.
  ///
  /// - Precondition: eight bytes behind `end` may be loaded.
  mutating func scan(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into values: inout RecordValues
  ) -> ScannedRecord {
    let line = Line(base, from: start, to: end)
    let first = Self.skipBlanks(base, from: start, to: line.end)
    guard first < line.end else {
      return ScannedRecord(outcome: .blank, next: line.next, lineCount: line.lineCount)
    }
    keys.removeAll()
    frames.removeAll(keepingCapacity: true)
    let fault = scanObject(base, lineStart: start, from: first, to: line.end, into: &values)
    return ScannedRecord(
      outcome: fault.map { .rejected($0) } ?? .record, next: line.next, lineCount: line.lineCount)
  }

  @inline(__always)
  private static func skipBlanks(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var i = start
    while i < end, ASCII.isBlank(base[i]) { i += 1 }
    return i
  }

  // Invariant: before each turn `i` is where a member or element of the innermost frame starts,
  // or its end if it is empty. Every turn passes at least one byte or closes a frame.
  private mutating func scanObject(
    _ base: UnsafePointer<UInt8>, lineStart: Int, from start: Int, to end: Int,
    into values: inout RecordValues
  ) -> RejectReason? {
    guard base[start] == ASCII.openBrace else { return .invalidJSON(byte: start - lineStart) }
    frames.append(Frame(node: 0, isArray: false, start: start))
    var i = start + 1
    var mayClose = true
    while let frame = frames.last {
      i = Self.skipBlanks(base, from: i, to: end)
      guard i < end else { return .invalidJSON(byte: i - lineStart) }
      if mayClose, base[i] == (frame.isArray ? ASCII.closeBracket : ASCII.closeBrace) {
        i += 1
      } else {
        var node: Int32 = -1
        if frame.isArray {
          if frame.node >= 0 {
            let depth = tree.nodes[Int(frame.node)].arrayCount
            node = tree.nodes[Int(frame.node)].elements
            if depth == 0 { indices.0 = frame.index } else { indices.1 = frame.index }
          }
        } else if let fault = scanKey(base, lineStart, &i, end, under: frame.node, node: &node) {
          return fault
        }
        guard i < end else { return .invalidJSON(byte: i - lineStart) }
        if base[i] == ASCII.openBrace || base[i] == ASCII.openBracket {
          if let fault = open(base, lineStart, i, node: node) { return fault }
          i += 1
          mayClose = true
          continue
        }
        if let fault = scanScalar(base, lineStart, &i, end, node: node, into: &values) {
          return fault
        }
        // A comma keeps the frame open, its closing byte does not.
        i = Self.skipBlanks(base, from: i, to: end)
        if i < end, base[i] == ASCII.comma {
          i += 1
          mayClose = false
          frames[frames.count - 1].index += 1
          continue
        }
        guard i < end, base[i] == (frame.isArray ? ASCII.closeBracket : ASCII.closeBrace) else {
          return .invalidJSON(byte: i - lineStart)
        }
        i += 1
      }
      if let fault = closeFrames(base, lineStart, &i, end) { return fault }
      mayClose = false
    }
    i = Self.skipBlanks(base, from: i, to: end)
    return i == end ? nil : .invalidJSON(byte: i - lineStart)
  }

  /// Closes the innermost frame, whose closing byte has been passed, and those that end with it,
  /// up to the comma behind them.
  private mutating func closeFrames(
    _ base: UnsafePointer<UInt8>, _ lineStart: Int, _ i: inout Int, _ end: Int
  ) -> RejectReason? {
    while let frame = frames.popLast() {
      if !frame.isArray, keys.close(from: frame.firstKey, in: base) {
        return .duplicateKey(byte: frame.start - lineStart)
      }
      guard let outer = frames.last else { return nil }
      i = Self.skipBlanks(base, from: i, to: end)
      guard i < end else { return .invalidJSON(byte: i - lineStart) }
      if base[i] == ASCII.comma {
        i += 1
        frames[frames.count - 1].index += 1
        return nil
      }
      guard base[i] == (outer.isArray ? ASCII.closeBracket : ASCII.closeBrace) else {
        return .invalidJSON(byte: i - lineStart)
      }
      i += 1
    }
    return nil
  }

  private mutating func open(
    _ base: UnsafePointer<UInt8>, _ lineStart: Int, _ i: Int, node: Int32
  ) -> RejectReason? {
    guard frames.count < Self.depthLimit else { return .tooDeep(limit: Self.depthLimit) }
    let isArray = base[i] == ASCII.openBracket
    var inner: Int32 = -1
    if node >= 0 {
      let wanted = tree.nodes[Int(node)]
      guard isArray ? wanted.elements >= 0 : wanted.hasKeys else {
        return .unexpectedType(path: tree.paths[Int(node)])
      }
      inner = node
    }
    frames.append(
      Frame(node: inner, isArray: isArray, firstKey: keys.keys.count, start: i))
    return nil
  }

  /// Reads a key and its colon, and leaves `i` at the value.
  @inline(__always)
  private mutating func scanKey(
    _ base: UnsafePointer<UInt8>, _ lineStart: Int, _ i: inout Int, _ end: Int,
    under parent: Int32, node: inout Int32
  ) -> RejectReason? {
    guard base[i] == ASCII.quote else { return .invalidJSON(byte: i - lineStart) }
    let start = i + 1
    var hasEscapes = false
    guard let close = Self.stringEnd(base, from: start, to: end, &hasEscapes) else {
      return .invalidJSON(byte: i - lineStart)
    }
    var key = JSONKeys.Key(hash: 0, start: start, count: close - start, isUnescaped: false)
    if hasEscapes {
      key.start = keys.unescaped.count
      key.isUnescaped = true
      if let fault = JSONString.unescape(base, from: start, to: close, into: &keys.unescaped) {
        return Self.reason(fault, lineStart)
      }
      key.count = keys.unescaped.count - key.start
    }
    let bytes = keys.bytes(of: key, in: base)
    if let first = bytes.baseAddress { key.hash = FieldTree.hash(first, count: bytes.count) }
    keys.append(key)
    if parent >= 0 { node = tree.child(of: parent, key: bytes, hash: key.hash) }
    i = Self.skipBlanks(base, from: close + 1, to: end)
    guard i < end, base[i] == ASCII.colon else { return .invalidJSON(byte: i - lineStart) }
    i = Self.skipBlanks(base, from: i + 1, to: end)
    return nil
  }

  /// The offset of the quote that ends a string, or nil when there is none or the string holds a
  /// control character.
  @inline(__always)
  private static func stringEnd(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ hasEscapes: inout Bool
  ) -> Int? {
    var i = start
    while true {
      i = ByteSearch.firstSpecialInString(base, from: i, to: end)
      guard i < end else { return nil }
      if base[i] == ASCII.quote { return i }
      guard base[i] == ASCII.backslash else { return nil }
      hasEscapes = true
      i += 2
    }
  }

  private static func reason(_ fault: JSONString.Fault, _ lineStart: Int) -> RejectReason {
    switch fault {
    case .badEscape(let at): .invalidJSON(byte: at - lineStart)
    case .loneSurrogate(let at): .loneSurrogate(byte: at - lineStart)
    }
  }

  @inline(__always)
  private mutating func scanScalar(
    _ base: UnsafePointer<UInt8>, _ lineStart: Int, _ i: inout Int, _ end: Int, node: Int32,
    into values: inout RecordValues
  ) -> RejectReason? {
    let start = i
    var value = RecordValue(field: -1, start: start, count: 0)
    if base[i] == ASCII.quote {
      var hasEscapes = false
      guard let close = Self.stringEnd(base, from: start + 1, to: end, &hasEscapes) else {
        return .invalidJSON(byte: start - lineStart)
      }
      i = close + 1
      value.start = start + 1
      value.count = close - start - 1
      if hasEscapes {
        let first = values.unescaped.count
        if let fault = JSONString.unescape(
          base, from: start + 1, to: close, into: &values.unescaped)
        {
          return Self.reason(fault, lineStart)
        }
        value.start = first
        value.count = values.unescaped.count - first
        value.place = .scratch
        if node < 0 { values.unescaped.count = first }
      }
    } else {
      guard let stop = JSONLiteral.end(base, from: start, to: end) else {
        return .invalidJSON(byte: start - lineStart)
      }
      i = stop
      value.count = stop - start
      if base[start] == UInt8(ascii: "n") { return nil }
    }
    guard node >= 0 else { return nil }
    let field = tree.nodes[Int(node)].field
    guard field >= 0 else { return .unexpectedType(path: tree.paths[Int(node)]) }
    value.field = field
    let arrayCount = tree.nodes[Int(node)].arrayCount
    if arrayCount > 0 { value.firstIndex = indices.0 }
    if arrayCount > 1 { value.secondIndex = indices.1 }
    values.values.append(value)
    return nil
  }
}

/// Numbers, `true`, `false` and `null`.
enum JSONLiteral {
  /// The offset behind the literal at `start`, or nil when there is none.
  static func end(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    switch base[start] {
    case UInt8(ascii: "t"): word("true", base, start, end)
    case UInt8(ascii: "f"): word("false", base, start, end)
    case UInt8(ascii: "n"): word("null", base, start, end)
    default: number(base, start, end)
    }
  }

  private static func word(
    _ text: StaticString, _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let count = text.utf8CodeUnitCount
    guard start + count <= end,
      isEqual(
        Bytes(start: text.utf8Start, count: count), Bytes(start: base + start, count: count))
    else { return nil }
    return start + count
  }

  private static func number(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var i = start
    func digits() -> Bool {
      let first = i
      while i < end, (ASCII.zero...ASCII.nine).contains(base[i]) { i += 1 }
      return i > first
    }
    if base[i] == UInt8(ascii: "-") { i += 1 }
    let first = i
    guard digits(), base[first] != ASCII.zero || i == first + 1 else { return nil }
    if i < end, base[i] == UInt8(ascii: ".") {
      i += 1
      guard digits() else { return nil }
    }
    if i < end, base[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < end, base[i] == UInt8(ascii: "+") || base[i] == UInt8(ascii: "-") { i += 1 }
      guard digits() else { return nil }
    }
    return i
  }
}
