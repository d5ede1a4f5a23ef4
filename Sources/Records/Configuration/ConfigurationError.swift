/// A problem in a configuration file, located so that a person can fix it.
public struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The file is no JSON.
    case syntax(String)
    /// An object has a key that means nothing.
    case unknownKey(String, known: [String])
    /// A value is of another kind.
    case wrongType(key: String, expected: String)
    /// A word is none of those known.
    case unknownValue(key: String, value: String, known: [String])
    /// A number is out of its range.
    case outOfRange(key: String, value: String, limit: String)
  }

  /// The file, as the caller named it.
  public let path: String
  /// The line, counting from 1.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// `policy.json:4: unknown key 'tresholds'; …`.
  public var description: String { "\(path):\(line): \(words)" }

  private var words: String {
    switch reason {
    case .syntax(let words): words
    case .unknownKey(let key, let known):
      "unknown key '\(key)'; it must be one of \(known.joined(separator: ", "))"
    case .wrongType(let key, let expected): "'\(key)' must be \(expected)"
    case .unknownValue(let key, let value, let known):
      "'\(key)' is '\(value)'; it must be one of \(known.joined(separator: ", "))"
    case .outOfRange(let key, let value, let limit): "'\(key)' is \(value); it must be \(limit)"
    }
  }
}
