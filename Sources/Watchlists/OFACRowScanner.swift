/// Splits one of OFAC's delimited files into rows of a fixed number of columns, up to its end mark.
struct OFACRowScanner {
  /// How a missing value is printed.
  static let null = "-0-"

  private var scanner: CSVScanner
  private let columnCount: Int
  private var hasEndMark = false
  private var isAtStart = true

  init(_ file: SourceFile, columnCount: Int) {
    scanner = CSVScanner(file)
    self.columnCount = columnCount
  }

  /// Reads the next row into `row`.
  ///
  /// - Returns: Whether there was another row before the end mark.
  mutating func next(
    _ row: inout CSVRow, _ warnings: inout WarningCollector
  ) throws(WatchlistError) -> Bool {
    let file = scanner.file
    while try scanner.next(&row) {
      defer { isAtStart = false }
      if isEndMark(row) {
        hasEndMark = true
        continue
      }
      // OFAC prints no header, but spreadsheets add one.
      if isAtStart, Self.isHeader(row, of: file), row.fields.count == columnCount { continue }
      guard !hasEndMark else { throw WatchlistError(.rowAfterEnd, path: file.path, line: row.line) }
      guard row.fields.count == columnCount else {
        throw WatchlistError(
          .wrongColumnCount(actual: row.fields.count, expected: columnCount), path: file.path,
          line: row.line)
      }
      guard row.hasLineEnd else {
        throw WatchlistError(.lastRowCut, path: file.path, line: row.line)
      }
      let range = row.fields[0].range.lowerBound..<row.fields[columnCount - 1].range.upperBound
      if file.bytes[range].contains(where: { $0 >= 0x80 }) {
        warnings.add("characters outside ASCII", path: file.path, line: row.line)
      }
      return true
    }
    return false
  }

  /// Checks, after the last row, that the end mark was there.
  func finish(_ warnings: inout WarningCollector) throws(WatchlistError) {
    if !hasEndMark {
      try warnings.addIncomplete("no end mark 0x1A: it may be cut", path: scanner.file.path)
    }
  }

  /// The trimmed text of a field, or nil when it is null or empty.
  func value(_ field: CSVField) -> String? {
    let text = scanner.file.trimmedText(field)
    return text.isEmpty || text == Self.null ? nil : text
  }

  /// The number in a field.
  func number(
    _ field: CSVField, column: String, line: Int
  ) throws(WatchlistError) -> UInt32 {
    guard let number = UInt32(scanner.file.trimmedText(field)) else {
      throw WatchlistError(
        .notNumber(column: column, byteCount: field.range.count), path: scanner.file.path,
        line: line)
    }
    return number
  }

  /// Whether the row holds the names of the columns.
  static func isHeader(_ row: CSVRow, of file: SourceFile) -> Bool {
    file.trimmedText(row.fields[0]).lowercased() == "ent_num"
  }

  /// Whether the row is the byte 0x1A, behind which spreadsheets write empty columns.
  private func isEndMark(_ row: CSVRow) -> Bool {
    let first = row.fields[0].range
    return first.count == 1 && scanner.file.bytes[first.lowerBound] == 0x1A
      && row.fields.dropFirst().allSatisfy { $0.range.isEmpty }
  }
}
