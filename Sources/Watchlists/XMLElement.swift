/// An XML element with all that it holds: one listed party, or one set of reference values.
struct XMLElement {
  /// The name, without its namespace.
  let name: String
  /// The line on which the element begins, counting from 1.
  let line: Int
  /// The attributes, in the order of the document.
  let attributes: [XMLAttribute]
  /// The text, without white space around it.
  var text = ""
  /// The elements inside, in the order of the document.
  var children: [XMLElement] = []

  init(name: String, line: Int, attributes: [XMLAttribute]) {
    self.name = name
    self.line = line
    self.attributes = attributes
  }

  /// The value of an attribute without white space around it; nil if it is missing or empty.
  subscript(attribute: String) -> String? {
    guard let value = attributes.first(where: { $0.name == attribute })?.value else { return nil }
    return Self.nonEmpty(value)
  }

  /// The text in one line; nil if there is none.
  var content: String? { Self.nonEmpty(text) }

  /// The children of a name, in the order of the document.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The first child of a name.
  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The text of the first child of a name, in one line; nil if it is missing or empty.
  func text(_ name: String) -> String? { first(name)?.content }

  /// `text` in one line, without white space around it, which in lists may be a no-break space.
  private static func nonEmpty(_ text: String) -> String? {
    var line = trimmed(singleLine(text)).unicodeScalars
    while line.last?.properties.isWhitespace ?? false { line.removeLast() }
    while line.first?.properties.isWhitespace ?? false { line.removeFirst() }
    return line.isEmpty ? nil : String(line)
  }
}
