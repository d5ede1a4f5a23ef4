private import CListSources
internal import JSONDocuments
internal import Watchlists

/// The lists that can be fetched, as `Data/sources.json` or a file of the same form has them.
public struct ListSources: Sendable {
  /// The sources, in file order; no two have the same name or file.
  public let all: [ListSource]

  /// Those inside the program.
  public static let builtin: ListSources = {
    // SAFETY: the bytes are a constant of the binary, as many as the count says.
    let bytes = unsafe UnsafeBufferPointer(
      start: namesift_list_sources(), count: namesift_list_sources_byte_count())
    do throws(ListSourcesError) {
      return try unsafe ListSources(json: Array(bytes), path: "builtin:")
    } catch {
      fatalError("the sources inside the program are damaged: \(error)")
    }
  }()

  /// Reads sources.
  ///
  /// - Parameter path: The file, for messages.
  /// - Throws: ``ListSourcesError`` for the first thing that is wrong.
  public init(json: [UInt8], path: String) throws(ListSourcesError) {
    let node: JSONDocument.Node
    do throws(JSONDocument.Fault) {
      node = try JSONDocument.parse(json)
    } catch {
      throw ListSourcesError(path: path, line: error.line, words: error.words)
    }
    let document = try SourceMembers(node, path: path)
    try document.refuseOthers(than: ["schema", "sources"])
    guard case .number("1") = try document.value("schema") else {
      throw document.error("schema is not 1")
    }
    guard case .array(let elements) = try document.value("sources") else {
      throw document.error("sources is not an array")
    }
    var sources: [ListSource] = []
    for element in elements {
      let members = try SourceMembers(element, path: path)
      let source = try ListSource(members)
      if sources.contains(where: { $0.name == source.name || $0.file == source.file }) {
        throw members.error("the name or the file of '\(source.name)' comes twice")
      }
      sources.append(source)
    }
    all = sources
  }

  /// The sources of these names, in the order of the file; all when there is no name.
  ///
  /// - Throws: ``UnknownSource`` for the first name that none has.
  public func named(_ names: [String]) throws(UnknownSource) -> [ListSource] {
    for name in names where !all.contains(where: { $0.name == name }) {
      throw UnknownSource(name: name, known: all.map(\.name))
    }
    return names.isEmpty ? all : all.filter { names.contains($0.name) }
  }
}

/// A file of sources that cannot be used.
public struct ListSourcesError: Error, Hashable, CustomStringConvertible {
  /// The file, as the caller named it.
  public let path: String
  /// The line, counting from 1.
  public let line: Int
  /// What is wrong.
  public let words: String

  /// `path:line: what is wrong`.
  public var description: String { "\(path):\(line): \(words)" }
}

/// A name that no source has.
public struct UnknownSource: Error, Hashable, CustomStringConvertible {
  /// The name.
  public let name: String
  /// The names that there are.
  public let known: [String]

  /// What is wrong, with the names that there are.
  public var description: String {
    "no list '\(name)'; there are \(known.joined(separator: ", "))"
  }
}

extension ListSource {
  fileprivate init(_ members: SourceMembers) throws(ListSourcesError) {
    try members.refuseOthers(than: [
      "name", "publisher", "list", "url", "file", "kind", "limit_mib", "redirect_hosts",
      "checked",
    ])
    name = try members.text("name")
    publisher = try members.text("publisher")
    _ = try members.text("list")
    _ = try members.text("checked")
    guard let url = WebAddress(try members.text("url")) else {
      throw members.error("url is no http or https address")
    }
    self.url = url
    file = try members.text("file")
    let isPlain = file.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if !isPlain || file.hasPrefix(".") || file.isEmpty {
      throw members.error("file is not a plain name of a file")
    }
    guard let kind = WatchlistKind(rawValue: try members.text("kind")), kind != .builtin else {
      throw members.error("kind is no format of lists")
    }
    self.kind = kind
    guard case .number(let digits) = try members.value("limit_mib"), let limit = Int(digits),
      (1...512).contains(limit)
    else { throw members.error("limit_mib is not in 1...512") }
    byteLimit = limit << 20
    redirectHosts = try members.texts("redirect_hosts").map { $0.lowercased() }
  }
}

/// The members of an object of the file.
private struct SourceMembers {
  private let members: [JSONDocument.Member]
  private let line: Int
  private let path: String

  init(_ node: JSONDocument.Node, path: String) throws(ListSourcesError) {
    guard case .object(let members) = node.value else {
      throw ListSourcesError(path: path, line: node.line, words: "an object is missing")
    }
    self.members = members
    line = node.line
    self.path = path
  }

  func error(_ words: String) -> ListSourcesError {
    ListSourcesError(path: path, line: line, words: words)
  }

  func refuseOthers(than keys: [String]) throws(ListSourcesError) {
    for member in members where !keys.contains(member.key) {
      throw ListSourcesError(
        path: path, line: member.node.line, words: "unknown key '\(member.key)'")
    }
  }

  func value(_ key: String) throws(ListSourcesError) -> JSONDocument.Value {
    guard let member = members.first(where: { $0.key == key }) else {
      throw error("key '\(key)' is missing")
    }
    return member.node.value
  }

  func text(_ key: String) throws(ListSourcesError) -> String {
    guard case .string(let text) = try value(key), !text.isEmpty else {
      throw error("\(key) is not a text")
    }
    return text
  }

  /// The texts of an array that may be missing.
  func texts(_ key: String) throws(ListSourcesError) -> [String] {
    guard members.contains(where: { $0.key == key }) else { return [] }
    guard case .array(let elements) = try value(key) else { throw error("\(key) is no array") }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element.value else { throw error("\(key) has no texts") }
      texts.append(text)
    }
    return texts
  }
}
