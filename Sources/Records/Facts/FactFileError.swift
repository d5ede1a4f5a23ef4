public import Watchlists

/// A problem in a file of facts about instruments or ownership, located so that a person can fix
/// it.
public struct FactFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong; later versions may add cases.
  public enum Reason: Hashable, Sendable {
    /// The file cannot be read as a table.
    case table(WatchlistError)
    /// A column that means nothing.
    case unknownColumn(String, known: [String])
    /// A required field is empty.
    case missingField(String)
    /// A value that has no meaning in its column.
    case invalidValue(column: String, expected: String)
    /// An instrument that an earlier row is about.
    case repeatedInstrument
  }

  /// The file, as the caller named it.
  public let path: String
  /// The line, counting from 1.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// `ownership.csv:4: 'percent' is no number in 0...100`.
  public var description: String {
    switch reason {
    case .table(let error): error.description
    case .unknownColumn(let column, let known):
      "\(path):\(line): unknown column '\(column)'; the columns are "
        + known.joined(separator: ", ")
    case .missingField(let column): "\(path):\(line): '\(column)' is empty"
    case .invalidValue(let column, let expected): "\(path):\(line): '\(column)' is not \(expected)"
    case .repeatedInstrument: "\(path):\(line): the instrument has an earlier row"
    }
  }
}
