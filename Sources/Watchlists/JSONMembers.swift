internal import JSONDocuments

/// The members of an object of a list, read by key, with located errors for values of another kind.
struct JSONMembers {
  /// The line on which the object starts, counting from 1.
  let line: Int
  /// The members in file order.
  let members: [JSONDocument.Member]
  private let path: String

  /// Takes the members of `node`.
  ///
  /// - Parameters:
  ///   - name: What the value is called in errors.
  ///   - allowsRepeatedKeys: Whether a key may come twice; else it was joined from two.
  /// - Throws: ``WatchlistError`` when it is no object, or a key comes twice.
  init(
    _ node: JSONDocument.Node, name: String, path: String, allowsRepeatedKeys: Bool = false
  ) throws(WatchlistError) {
    guard case .object(let members) = node.value else {
      throw WatchlistError(
        .wrongType(name: name, expected: "an object"), path: path, line: node.line)
    }
    line = node.line
    self.members = members
    self.path = path
    var keys: Set<String> = []
    for member in members where !allowsRepeatedKeys && !keys.insert(member.key).inserted {
      throw WatchlistError(
        .malformedJSON(message: "key '\(member.key)' comes twice"), path: path,
        line: member.node.line)
    }
  }

  /// The value of a member, or nil when it is missing or null.
  func node(_ key: String) -> JSONDocument.Node? {
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    if case .null = member.node.value { return nil }
    return member.node
  }

  /// The trimmed text of a member, a number or a truth value as it stands; empty when it is missing.
  func text(_ key: String) throws(WatchlistError) -> String {
    guard let node = node(key) else { return "" }
    return try text(of: node, name: key)
  }

  /// The elements of a member that is an array; none when it is missing.
  func elements(_ key: String) throws(WatchlistError) -> [JSONDocument.Node] {
    guard let node = node(key) else { return [] }
    guard case .array(let elements) = node.value else {
      throw wrongType(key, "an array", node)
    }
    return elements
  }

  /// The elements of a member that is an array, or else its one value; null is none.
  func values(of member: JSONDocument.Member) -> [JSONDocument.Node] {
    switch member.node.value {
    case .null: []
    case .array(let elements): elements
    default: [member.node]
    }
  }

  /// The objects in a member that is an array; none when it is missing.
  func objects(_ key: String) throws(WatchlistError) -> [JSONMembers] {
    var objects: [JSONMembers] = []
    for element in try elements(key) {
      objects.append(try JSONMembers(element, name: key, path: path))
    }
    return objects
  }

  /// The trimmed, non-empty texts in a member that is an array; none when it is missing.
  func texts(_ key: String) throws(WatchlistError) -> [String] {
    var texts: [String] = []
    for element in try elements(key) {
      let text = try text(of: element, name: key)
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// The truth value of a member, or nil when it is missing.
  func bool(_ key: String) throws(WatchlistError) -> Bool? {
    guard let node = node(key) else { return nil }
    guard case .bool(let value) = node.value else { throw wrongType(key, "true or false", node) }
    return value
  }

  /// The trimmed text of `node`, which errors call `name`.
  func text(of node: JSONDocument.Node, name: String) throws(WatchlistError) -> String {
    switch node.value {
    case .null: return ""
    case .bool(let value): return value ? "true" : "false"
    case .number(let number): return number
    case .string(let text): return String(trimmed(text))
    case .array, .object: throw wrongType(name, "a text", node)
    }
  }

  private func wrongType(
    _ name: String, _ expected: String, _ node: JSONDocument.Node
  ) -> WatchlistError {
    WatchlistError(.wrongType(name: name, expected: expected), path: path, line: node.line)
  }
}

/// The objects of a JSON file, one after the other.
struct JSONObjects: ~Copyable {
  private var elements: JSONElements
  private let path: String

  /// The elements of the array behind `key` in the one object of `file`.
  init(_ file: SourceFile, of key: String) throws(WatchlistError) {
    try file.requireUTF8()
    path = file.path
    elements = JSONElements(file.bytes, of: key)
  }

  /// The objects of `file`, one a line.
  init(linesOf file: SourceFile) throws(WatchlistError) {
    try file.requireUTF8()
    path = file.path
    elements = JSONElements(sequenceIn: file.bytes)
  }

  /// The next object, or nil behind the last.
  ///
  /// - Throws: ``WatchlistError`` when the text is no JSON or the value no object.
  mutating func next() throws(WatchlistError) -> JSONMembers? {
    let node: JSONDocument.Node?
    do throws(JSONDocument.Fault) {
      node = try elements.next()
    } catch {
      throw WatchlistError(error, path: path)
    }
    guard let node else { return nil }
    return try JSONMembers(node, name: "entry", path: path)
  }
}

extension WatchlistError {
  /// A fault of a JSON text in the file at `path`.
  init(_ fault: JSONDocument.Fault, path: String) {
    self.init(.malformedJSON(message: fault.words), path: path, line: fault.line)
  }
}
