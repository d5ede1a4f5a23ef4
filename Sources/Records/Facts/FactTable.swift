internal import Watchlists

/// A CSV file of facts with a fixed set of columns.
struct FactTable {
  let path: String
  private var table: CSVTable

  /// Opens a file, plain or gzip, and reads its header.
  ///
  /// - Throws: ``FactFileError`` when it cannot be read, lacks a required column or has one that
  ///   is in neither set.
  init(path: String, required: [String], optional: [String]) throws(FactFileError) {
    self.path = path
    do throws(WatchlistError) {
      table = try CSVTable(
        SourceFile(path: path), required: required, requiresLastLineEnd: false)
    } catch {
      throw FactFileError(path: path, line: error.line, reason: .table(error))
    }
    let known = required + optional
    for column in table.columns where !known.contains(column) {
      throw FactFileError(path: path, line: 1, reason: .unknownColumn(column, known: known))
    }
  }

  /// The line on which the current row starts, counting from 1.
  var line: Int { table.line }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there was one.
  mutating func next() throws(FactFileError) -> Bool {
    do throws(WatchlistError) {
      return try table.next()
    } catch {
      throw FactFileError(path: path, line: error.line, reason: .table(error))
    }
  }

  /// The trimmed text of a column, empty when the file does not have it.
  func text(_ column: String) -> String { table.text(table.position(of: column)) }

  /// The parts of a column that joins its values with `;`.
  func list(_ column: String) -> [String] {
    text(column).split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The trimmed text of a column that must not be empty.
  func required(_ column: String) throws(FactFileError) -> String {
    let text = text(column)
    if text.isEmpty { throw error(.missingField(column)) }
    return text
  }

  /// A value of a column, nil when it is empty.
  func value<Value>(
    _ column: String, expected: String, _ read: (String) -> Value?
  ) throws(FactFileError) -> Value? {
    let text = text(column)
    if text.isEmpty { return nil }
    guard let value = read(text) else {
      throw error(.invalidValue(column: column, expected: expected))
    }
    return value
  }

  /// What is wrong with the current row.
  func error(_ reason: FactFileError.Reason) -> FactFileError {
    FactFileError(path: path, line: line, reason: reason)
  }
}

/// A text without the spaces around it.
func trimmed(_ text: some StringProtocol) -> String {
  let rest = text.drop { $0 == " " }
  return String(rest.reversed().drop { $0 == " " }.reversed())
}
