/// A problem in a file of measures, located so that a person can fix it.
public struct MeasureDataError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The file is no JSON.
    case syntax(String)
    /// An object has a key that means nothing.
    case unknownKey(String, known: [String])
    /// An object lacks a key that it must have.
    case missingKey(String)
    /// A value is of another kind.
    case wrongType(key: String, expected: String)
    /// A value is none of those that its key may have.
    case invalidValue(key: String, value: String, expected: String)
    /// A row of the file has the identifier or tag of an earlier row.
    case repeated(key: String, value: String)
  }

  /// The file, as the caller named it.
  public let path: String
  /// The line, counting from 1.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// `measures.json:4: 'outcome' is 'BLOK'; it must be one of …`.
  public var description: String { "\(path):\(line): \(words)" }

  private var words: String {
    switch reason {
    case .syntax(let words): words
    case .unknownKey(let key, let known):
      "unknown key '\(key)'; it must be one of \(known.joined(separator: ", "))"
    case .missingKey(let key): "key '\(key)' is missing"
    case .wrongType(let key, let expected): "'\(key)' must be \(expected)"
    case .invalidValue(let key, let value, let expected):
      "'\(key)' is '\(value)'; it must be \(expected)"
    case .repeated(let key, let value): "'\(key)' is '\(value)', as in an earlier row"
    }
  }
}
