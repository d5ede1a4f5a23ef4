internal import JSONDocuments
internal import NameScreening
internal import Records
internal import Watchlists

/// One line of a labelled file: a name, what it is held against, and whether that is right.
struct LabelledName {
  /// What a name is held against.
  enum Target {
    /// A name.
    case name(String)
    /// An entry of the lists, by its identifier.
    case entry(uid: String)
  }

  /// The line, counting from 1.
  var line: Int
  var query: String
  var target: Target
  /// Whether query and target are the same party.
  var isSame: Bool
  /// What kind of case it is, in the words of the file; empty when it does not tell.
  var category: String
  var type: PartyType

  /// Reads a line: `{"query":…,"candidate":… or "expected_uid":…,"label":…,"category":…,"type":…}`.
  ///
  /// A line with `expected_uid` needs no label: it is of the same party. Other members mean
  /// nothing.
  ///
  /// - Throws: ``LabelledLineFault`` without the text of the line.
  init(_ text: some Sequence<UInt8>, line: Int) throws(LabelledLineFault) {
    let node: JSONDocument.Node
    do throws(JSONDocument.Fault) {
      node = try JSONDocument.parse(text, line: line)
    } catch {
      throw LabelledLineFault(line: line, words: "not a JSON object")
    }
    guard case .object(let members) = node.value else {
      throw LabelledLineFault(line: line, words: "not a JSON object")
    }
    func value(_ key: String) -> JSONDocument.Value {
      members.first { $0.key == key }?.node.value ?? .null
    }
    func string(_ key: String) throws(LabelledLineFault) -> String? {
      switch value(key) {
      case .null: return nil
      case .string(let text): return text
      default: throw LabelledLineFault(line: line, words: "'\(key)' is not a string")
      }
    }
    guard let query = try string("query") else {
      throw LabelledLineFault(line: line, words: "missing member 'query'")
    }
    self.line = line
    self.query = query
    category = try string("category") ?? ""
    type = PartyType(recordValue: try string("type") ?? "")
    if let candidate = try string("candidate") {
      target = .name(candidate)
    } else if let uid = try string("expected_uid") {
      target = .entry(uid: uid)
    } else {
      throw LabelledLineFault(line: line, words: "missing member 'candidate' or 'expected_uid'")
    }
    switch (value("label"), target) {
    case (.bool(let label), _): isSame = label
    case (.number("1"), _): isSame = true
    case (.number("0"), _): isSame = false
    case (.null, .entry): isSame = true
    case (.null, .name): throw LabelledLineFault(line: line, words: "missing member 'label'")
    default: throw LabelledLineFault(line: line, words: "'label' is not 0, 1, false or true")
    }
  }
}

/// Why a line of a labelled file cannot be used, without its text.
struct LabelledLineFault: Error {
  var line: Int
  var words: String
}
