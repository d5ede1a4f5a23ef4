internal import JSONDocuments

/// An object of a file of measures, whose members are taken one by one.
struct MeasureRow {
  private let path: String
  private let line: Int
  private let members: [JSONDocument.Member]

  /// Checks that a value is an object with no other keys than those in `known`.
  init(
    _ node: JSONDocument.Node, path: String, name: String, known: [String]
  ) throws(MeasureDataError) {
    self.path = path
    line = node.line
    guard case .object(let members) = node.value else {
      throw MeasureDataError(
        path: path, line: node.line, reason: .wrongType(key: name, expected: "an object"))
    }
    self.members = members
    if let unknown = members.first(where: { !known.contains($0.key) }) {
      throw error(unknown.node, .unknownKey(unknown.key, known: known))
    }
  }

  /// Whether there is such a member.
  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  /// A string.
  ///
  /// - Parameter mayBeEmpty: Whether `""` is a value too.
  func string(_ key: String, mayBeEmpty: Bool = false) throws(MeasureDataError) -> String {
    let node = try node(key)
    let text = try string(node, key)
    if text.isEmpty && !mayBeEmpty {
      throw error(node, .invalidValue(key: key, value: text, expected: "not empty"))
    }
    return text
  }

  /// A string that `read` understands.
  func value<Value>(
    _ key: String, expected: String, _ read: (String) -> Value?
  ) throws(MeasureDataError) -> Value {
    let node = try node(key)
    let text = try string(node, key)
    guard let value = read(text) else {
      throw error(node, .invalidValue(key: key, value: text, expected: expected))
    }
    return value
  }

  /// A word of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(MeasureDataError) -> Word where Word.RawValue == String {
    try value(key, expected: Self.listing(Word.self)) { Word(rawValue: $0) }
  }

  /// The strings of an array that `read` understands, without repeats.
  ///
  /// - Parameter mayBeEmpty: Whether `[]` is a value too.
  func values<Value: Hashable>(
    _ key: String, expected: String, mayBeEmpty: Bool = false, _ read: (String) -> Value?
  ) throws(MeasureDataError) -> [Value] {
    let node = try node(key)
    guard case .array(let elements) = node.value, mayBeEmpty || !elements.isEmpty else {
      throw error(
        node,
        .wrongType(key: key, expected: "an array of strings\(mayBeEmpty ? "" : ", not empty")"))
    }
    var values: [Value] = []
    for element in elements {
      let text = try string(element, key)
      guard let value = read(text), !values.contains(value) else {
        throw error(
          element, .invalidValue(key: key, value: text, expected: "\(expected), each once"))
      }
      values.append(value)
    }
    return values
  }

  /// The words of an array of an enumeration.
  func words<Word: RawRepresentable & CaseIterable & Hashable>(
    _ key: String, mayBeEmpty: Bool = false
  ) throws(MeasureDataError) -> [Word] where Word.RawValue == String {
    try values(key, expected: Self.listing(Word.self), mayBeEmpty: mayBeEmpty) {
      Word(rawValue: $0)
    }
  }

  /// `true` or `false`.
  func flag(_ key: String) throws(MeasureDataError) -> Bool {
    let node = try node(key)
    guard case .bool(let flag) = node.value else {
      throw error(node, .wrongType(key: key, expected: "true or false"))
    }
    return flag
  }

  /// The version of the layout, which is 1.
  func checkSchema() throws(MeasureDataError) {
    let node = try node("schema")
    guard case .number("1") = node.value else {
      throw error(node, .wrongType(key: "schema", expected: "1"))
    }
  }

  /// The elements of an array.
  func elements(_ key: String) throws(MeasureDataError) -> [JSONDocument.Node] {
    let node = try node(key)
    guard case .array(let elements) = node.value else {
      throw error(node, .wrongType(key: key, expected: "an array"))
    }
    return elements
  }

  /// What is wrong with the value of a key.
  func error(_ key: String, _ reason: MeasureDataError.Reason) -> MeasureDataError {
    let node = members.first { $0.key == key }?.node
    return MeasureDataError(path: path, line: node?.line ?? line, reason: reason)
  }

  private func node(_ key: String) throws(MeasureDataError) -> JSONDocument.Node {
    guard let member = members.first(where: { $0.key == key }) else {
      throw MeasureDataError(path: path, line: line, reason: .missingKey(key))
    }
    return member.node
  }

  private func string(
    _ node: JSONDocument.Node, _ key: String
  ) throws(MeasureDataError) -> String {
    guard case .string(let text) = node.value else {
      throw error(node, .wrongType(key: key, expected: "a string"))
    }
    return text
  }

  private func error(
    _ node: JSONDocument.Node, _ reason: MeasureDataError.Reason
  ) -> MeasureDataError {
    MeasureDataError(path: path, line: node.line, reason: reason)
  }

  private static func listing<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) -> String where Word.RawValue == String {
    "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
