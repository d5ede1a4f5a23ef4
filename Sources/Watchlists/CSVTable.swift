/// A CSV file with a header, read by column name.
package struct CSVTable {
  let file: SourceFile
  /// The names of the columns, in lower case.
  package let columns: [String]
  /// The rows above the header.
  let preamble: [[String]]
  private let positions: [String: Int]
  private var scanner: CSVScanner
  private var row = CSVRow()
  private var headerTexts: [String]
  private let requiresLastLineEnd: Bool

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - requiresLastLineEnd: Whether a last row without a line end must have been cut.
  ///   - preambleLimit: The most rows that may stand above the header, which is the first row with
  ///     all required columns.
  /// - Throws: ``WatchlistError`` when a required column is missing.
  package init(
    _ file: SourceFile, required: [String], requiresLastLineEnd: Bool,
    delimiter: UInt8 = UInt8(ascii: ","), preambleLimit: Int = 0
  ) throws(WatchlistError) {
    self.file = file
    self.requiresLastLineEnd = requiresLastLineEnd
    scanner = CSVScanner(file, delimiter: delimiter)
    var preamble: [[String]] = []
    while true {
      guard try scanner.next(&row) else { throw WatchlistError(.empty, path: file.path) }
      headerTexts = row.fields.map { file.trimmedText($0) }
      let names = headerTexts.map { $0.lowercased() }
      guard preamble.count < preambleLimit, !required.allSatisfy(names.contains) else { break }
      preamble.append(headerTexts)
    }
    self.preamble = preamble
    columns = headerTexts.map { $0.lowercased() }
    var positions: [String: Int] = [:]
    for (position, column) in columns.enumerated() where !column.isEmpty {
      guard positions.updateValue(position, forKey: column) == nil else {
        throw WatchlistError(.repeatedColumn(name: column), path: file.path, line: row.line)
      }
    }
    self.positions = positions
    for name in required where positions[name] == nil {
      throw WatchlistError(.missingColumn(name: name), path: file.path, line: row.line)
    }
  }

  /// The position of a column, or nil when the file does not have it.
  package func position(of column: String) -> Int? { positions[column] }

  /// The line on which the current row starts.
  package var line: Int { row.line }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: ``WatchlistError`` for rows that were cut or joined, and for a second header.
  package mutating func next() throws(WatchlistError) -> Bool {
    guard try scanner.next(&row) else { return false }
    guard row.fields.count == columns.count else {
      throw WatchlistError(
        .wrongColumnCount(actual: row.fields.count, expected: columns.count), path: file.path,
        line: row.line)
    }
    if requiresLastLineEnd, !row.hasLineEnd {
      throw WatchlistError(.lastRowCut, path: file.path, line: row.line)
    }
    if row.fields.indices.allSatisfy({ file.trimmedText(row.fields[$0]) == headerTexts[$0] }) {
      throw WatchlistError(.repeatedHeader, path: file.path, line: row.line)
    }
    return true
  }

  /// The trimmed text of the current row in a column, empty when the file does not have it.
  package func text(_ position: Int?) -> String {
    guard let position, !row.fields[position].range.isEmpty else { return "" }
    return file.trimmedText(row.fields[position])
  }

  /// The trimmed, non-empty parts of a column that joins its values with `; `.
  package func list(_ position: Int?) -> [Substring] { splitList(text(position)) }
}
