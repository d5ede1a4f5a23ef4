/// One field of a row, as a place in the file's bytes.
struct CSVField {
  /// The bytes of the field, without the quotes around it.
  var range: Range<Int>
  /// Whether the field holds doubled quotes, each of which stands for one.
  var hasQuotePairs = false
}

/// One row of a CSV file.
struct CSVRow {
  /// The line on which the row starts, counting from 1.
  var line = 0
  /// The fields, at least one.
  var fields: [CSVField] = []
  /// Whether a line end follows the row.
  var hasLineEnd = false
}

/// Splits the bytes of a CSV file into rows, as RFC 4180 has it.
///
/// Line ends are LF or CR LF; quoted fields may hold them. Blank lines are skipped. A quote in the
/// middle of an unquoted field is an ordinary character. Some lists have another delimiter than the
/// comma.
struct CSVScanner {
  let file: SourceFile
  private let delimiter: UInt8
  private var position = 0
  private var line = 1

  /// The longest field, in bytes. The longest on the published lists has 8 KB; a field that
  /// passes the limit comes from a missing quote.
  static let maximumFieldByteCount = 1 << 20

  init(_ file: SourceFile, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.file = file
    self.delimiter = delimiter
  }

  /// Reads the next row into `row`, whose storage is used again.
  ///
  /// - Returns: Whether there was another row.
  /// - Throws: ``WatchlistError`` for unbalanced quotes and fields over the limit.
  mutating func next(_ row: inout CSVRow) throws(WatchlistError) -> Bool {
    repeat {
      guard position < file.bytes.count else { return false }
      row.line = line
      row.fields.removeAll(keepingCapacity: true)
      row.hasLineEnd = false
      while try scanField(into: &row) {}
    } while row.fields.count == 1 && row.fields[0].range.isEmpty && row.line == line - 1
    return true
  }

  /// Reads one field and the delimiter or line end behind it.
  ///
  /// - Returns: Whether a delimiter follows, that is, another field.
  private mutating func scanField(into row: inout CSVRow) throws(WatchlistError) -> Bool {
    let bytes = file.bytes
    var end = position
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      row.fields.append(try scanQuoted())
      end = position
      if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
      guard end == bytes.count || bytes[end] == delimiter || bytes[end] == newline else {
        throw WatchlistError(.textAfterQuote, path: file.path, line: line)
      }
    } else {
      while end < bytes.count, bytes[end] != delimiter, bytes[end] != newline { end += 1 }
      guard end - position <= Self.maximumFieldByteCount else { throw fieldTooLong(row.line) }
      var last = end
      if end < bytes.count, bytes[end] == newline, last > position,
        bytes[last - 1] == UInt8(ascii: "\r")
      {
        last -= 1
      }
      row.fields.append(CSVField(range: position..<last))
    }
    position = end
    guard end < bytes.count else { return false }
    position += 1
    if bytes[end] == delimiter { return true }
    line += 1
    row.hasLineEnd = true
    return false
  }

  /// Reads a field from its opening quote and stops behind its closing one.
  private mutating func scanQuoted() throws(WatchlistError) -> CSVField {
    let bytes = file.bytes
    let firstLine = line
    let start = position + 1
    var field = CSVField(range: start..<start)
    var end = start
    while end < bytes.count {
      if bytes[end] == newline {
        line += 1
      } else if bytes[end] == UInt8(ascii: "\"") {
        guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\"") else {
          field.range = start..<end
          position = end + 1
          return field
        }
        field.hasQuotePairs = true
        end += 1
      }
      end += 1
      guard end - start <= Self.maximumFieldByteCount else { throw fieldTooLong(firstLine) }
    }
    throw WatchlistError(.unterminatedQuote, path: file.path, line: firstLine)
  }

  private func fieldTooLong(_ line: Int) -> WatchlistError {
    WatchlistError(
      .fieldTooLong(limit: Self.maximumFieldByteCount), path: file.path, line: line)
  }
}

private let newline = UInt8(ascii: "\n")

extension SourceFile {
  /// The text of a field; a file that is not UTF-8 is read as windows-1252.
  ///
  /// Readers of formats that are UTF-8 call ``requireUTF8()`` first.
  func text(_ field: CSVField) -> String {
    let slice = bytes[field.range]
    let text = isUTF8 ? String(decoding: slice, as: UTF8.self) : Windows1252.text(slice)
    guard field.hasQuotePairs else { return text }
    var unquoted = ""
    var skipsQuote = false
    for scalar in text.unicodeScalars {
      let isQuote = scalar == "\""
      if isQuote, skipsQuote {
        skipsQuote = false
        continue
      }
      unquoted.unicodeScalars.append(scalar)
      skipsQuote = isQuote
    }
    return unquoted
  }

  /// The text of a field without the white space around it.
  func trimmedText(_ field: CSVField) -> String {
    var range = field.range
    while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
    return text(CSVField(range: range, hasQuotePairs: field.hasQuotePairs))
  }
}
