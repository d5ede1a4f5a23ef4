/// Reads a long JSON text value by value, so that no tree of the whole is held.
///
///     var elements = JSONElements(text, of: "results")   // {"total": 2, "results": [{…}, {…}]}
///     while let node = try elements.next() { … }
///
/// Where a key comes twice in an object, as in some exports, both members are given. Bytes that are
/// not UTF-8 become U+FFFD: callers that care test the text before.
package struct JSONElements: ~Copyable {
  private var parser: JSONParser
  private var state: State

  private enum State {
    /// Before the object whose member `key` is the array.
    case object(key: String)
    /// Before an element of the array, the first or another.
    case array(isFirst: Bool)
    /// Between values that stand one behind the other.
    case sequence
    case end
  }

  /// Reads the values of `text` that stand one behind the other, as in a text of one value a line.
  package init(sequenceIn text: [UInt8]) {
    parser = JSONParser(text: text, line: 1, refusesRepeatedKeys: false)
    state = .sequence
  }

  /// Reads the elements of the array behind `key` in the object that `text` is.
  package init(_ text: [UInt8], of key: String) {
    parser = JSONParser(text: text, line: 1, refusesRepeatedKeys: false)
    state = .object(key: key)
  }

  /// The next value, or nil behind the last.
  ///
  /// - Throws: ``JSONDocument/Fault`` when the text is no JSON, up to its very end, or has no such
  ///   array.
  /// - Complexity: O(*n*) in the bytes of the value.
  package mutating func next() throws(JSONDocument.Fault) -> JSONDocument.Node? {
    if case .object(let key) = state { try enterArray(of: key) }
    switch state {
    case .sequence: return parser.isAtEnd ? nil : try parser.value(depth: 0)
    case .object, .end: return nil
    case .array(let isFirst):
      let isOver =
        try isFirst
        ? parser.begins(with: UInt8(ascii: "]")) : parser.ends(with: UInt8(ascii: "]"), "']'")
      state = isOver ? .end : .array(isFirst: false)
      guard isOver else { return try parser.value(depth: 2) }
      try finish()
      return nil
    }
  }

  /// Goes to the first element of the array behind `key`, past the members before it.
  private mutating func enterArray(of key: String) throws(JSONDocument.Fault) {
    guard parser.begins(with: UInt8(ascii: "{")) else { throw parser.fault("text is no object") }
    while try parser.key() != key {
      _ = try parser.value(depth: 1)
      if try parser.ends(with: UInt8(ascii: "}"), "'}'") {
        throw parser.fault("key '\(key)' is missing")
      }
    }
    guard parser.begins(with: UInt8(ascii: "[")) else {
      throw parser.fault("'\(key)' is no array")
    }
    state = .array(isFirst: true)
  }

  /// Reads what follows the array: other members, and nothing behind the object.
  private mutating func finish() throws(JSONDocument.Fault) {
    while try !parser.ends(with: UInt8(ascii: "}"), "'}'") {
      _ = try parser.key()
      _ = try parser.value(depth: 1)
    }
    guard parser.isAtEnd else { throw parser.fault("text behind the value") }
  }
}
