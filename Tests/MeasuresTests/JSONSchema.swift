import JSONDocuments

/// Checks JSON against the part of JSON Schema that the schema of measures uses; patterns aside,
/// which the reader checks.
struct JSONSchema {
  typealias Node = JSONDocument.Node

  let root: Node

  /// What does not hold, each with its line; empty when all does.
  func problems(in node: Node) -> [String] { problems(node, root) }

  /// The strings of the array at a path of keys and positions.
  func words(_ path: [String]) -> [String] {
    strings(path.reduce(root) { Self.member($0, $1) ?? root }) ?? []
  }

  private func problems(_ node: Node, _ schema: Node) -> [String] {
    guard case .object(let rules) = schema.value else { return ["the schema is no object"] }
    return rules.flatMap { problems(node, rule: $0.key, $0.node, schema) }
  }

  private func problems(_ node: Node, rule: String, _ value: Node, _ schema: Node) -> [String] {
    func problem(_ isSound: Bool) -> [String] { isSound ? [] : ["line \(node.line): \(rule)"] }
    switch rule {
    case "$ref":
      guard case .string(let path) = value.value else { return ["the reference is no string"] }
      let target = path.split(separator: "/").dropFirst().reduce(Optional(root)) { node, key in
        node.flatMap { Self.member($0, String(key)) }
      }
      return target.map { problems(node, $0) } ?? ["'\(path)' is not there"]
    case "type": return problem(Self.type(node) == string(value))
    case "const": return problem(Self.text(node) == Self.text(value))
    case "enum": return problem(elements(value).contains { Self.text($0) == Self.text(node) })
    case "oneOf": return problem(elements(value).count { problems(node, $0).isEmpty } == 1)
    case "required":
      return problem(elements(value).allSatisfy { Self.member(node, string($0) ?? "") != nil })
    case "properties":
      return members(node).flatMap { member in
        Self.member(value, member.key).map { problems(member.node, $0) } ?? []
      }
    case "additionalProperties":
      return problem(
        members(node).allSatisfy { member in
          Self.member(schema, "properties").flatMap { Self.member($0, member.key) } != nil
        })
    case "items": return elements(node).flatMap { problems($0, value) }
    case "minItems": return problem(elements(node).count >= 1)
    case "uniqueItems":
      return problem(Set(elements(node).map { Self.text($0) }).count == elements(node).count)
    case "minLength": return problem(string(node)?.isEmpty == false)
    case "$schema", "$id", "$defs", "title", "description", "pattern": return []
    default: return ["the rule '\(rule)' is not known"]
    }
  }

  private func elements(_ node: Node) -> [Node] {
    if case .array(let elements) = node.value { elements } else { [] }
  }

  private func members(_ node: Node) -> [JSONDocument.Member] {
    if case .object(let members) = node.value { members } else { [] }
  }

  private func string(_ node: Node) -> String? {
    if case .string(let text) = node.value { text } else { nil }
  }

  private func strings(_ node: Node) -> [String]? {
    if case .array(let elements) = node.value { elements.compactMap(string) } else { nil }
  }

  private static func member(_ node: Node, _ key: String) -> Node? {
    switch node.value {
    case .object(let members): members.first { $0.key == key }?.node
    case .array(let elements):
      Int(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
    default: nil
    }
  }

  private static func type(_ node: Node) -> String {
    switch node.value {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// A value as text, equal for equal values that are no objects.
  private static func text(_ node: Node) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .number(let text): text
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
    case .object: "{}"
    }
  }
}
