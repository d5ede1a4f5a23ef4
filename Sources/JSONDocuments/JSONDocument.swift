/// A whole JSON text as a tree, each value with its line: for files that a person writes and for
/// the entries of lists.
///
/// Transaction records are read without a tree, by the scanner of `Records`.
package struct JSONDocument {
  /// A value and where it is.
  package struct Node {
    /// What it is.
    package var value: Value
    /// The line that it starts on, counting from 1.
    package var line: Int
  }

  /// A JSON value.
  package enum Value {
    case null
    case bool(Bool)
    /// A number as it stands.
    case number(String)
    case string(String)
    case array([Node])
    /// The members in order. In a whole document no key comes twice.
    case object([Member])
  }

  /// A member of an object.
  package struct Member {
    /// The key.
    package var key: String
    /// The value.
    package var node: Node
  }

  /// Why a text is no JSON.
  package struct Fault: Error {
    /// The line, counting from 1.
    package var line: Int
    /// What is wrong, in words.
    package var words: String
  }

  /// The deepest nesting that is read.
  static let depthLimit = 32

  /// Reads a JSON text.
  ///
  /// - Parameter line: The number of the first line.
  /// - Throws: ``Fault`` when it is not one JSON value in UTF-8.
  package static func parse(
    _ text: some Sequence<UInt8>, line: Int = 1
  ) throws(Fault) -> Node {
    var parser = JSONParser(text: Array(text), line: line, refusesRepeatedKeys: true)
    return try parser.document()
  }
}
