/// Reads records of delimited fields, as RFC 4180 has them.
///
/// A quote opens a quoted field only as its first byte; elsewhere in an unquoted field it is a
/// plain character. The same rule is in ``RecordBoundary``, which cuts the input.
struct DelimitedScanner {
  let delimiter: UInt8
  /// The number of fields of the header.
  let fieldCount: Int
  /// For each column the field of the layout that it is, or -1.
  let fieldOfColumn: [Int32]

  /// Reads the record at `start`.
  ///
  /// - Precondition: `start < end`, and eight bytes behind `end` may be loaded.
  func scan(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into values: inout RecordValues
  ) -> ScannedRecord {
    if let blank = blankLine(base, from: start, to: end) { return blank }
    var i = start
    var column = 0
    var lineCount = 0
    var fault: RejectReason?
    while true {
      let field = column < fieldCount ? fieldOfColumn[column] : -1
      if i < end, base[i] == ASCII.quote {
        let quoted = scanQuoted(base, from: i, to: end)
        i = quoted.next
        lineCount += quoted.lineCount
        if fault == nil, let found = quoted.fault(recordStart: start) { fault = found }
        if field >= 0 { append(field, quoted, base, to: &values) }
      } else {
        let stop = ByteSearch.first(
          of: delimiter, or: ASCII.lineFeed, in: base, from: i, to: end)
        if field >= 0 {
          var textEnd = stop
          // CR belongs to the line end, also when the input ends without LF.
          if stop > i, base[stop - 1] == ASCII.carriageReturn,
            stop == end || base[stop] == ASCII.lineFeed
          {
            textEnd -= 1
          }
          values.values.append(RecordValue(field: field, start: i, count: textEnd - i))
        }
        i = stop
      }
      column += 1
      if i >= end { break }
      i += 1
      if base[i - 1] == ASCII.lineFeed {
        lineCount += 1
        break
      }
    }
    if fault == nil, column != fieldCount {
      fault = .fieldCount(found: column, expected: fieldCount)
    }
    return ScannedRecord(
      outcome: fault.map { .rejected($0) } ?? .record, next: i, lineCount: lineCount)
  }

  private func blankLine(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> ScannedRecord? {
    var i = start
    if base[i] == ASCII.carriageReturn { i += 1 }
    if i >= end { return ScannedRecord(outcome: .blank, next: end, lineCount: 0) }
    guard base[i] == ASCII.lineFeed else { return nil }
    return ScannedRecord(outcome: .blank, next: i + 1, lineCount: 1)
  }

  private struct QuotedField {
    var content: Range<Int>
    var hasQuotes = false
    var isTerminated = true
    /// Where text follows the closing quote, if it does.
    var textAfter: Int?
    /// The delimiter, line end or end of the input behind it.
    var next: Int
    var lineCount = 0

    func fault(recordStart: Int) -> RejectReason? {
      if !isTerminated { return .unterminatedQuote }
      return textAfter.map { .textAfterQuote(byte: $0 - recordStart) }
    }
  }

  private func scanQuoted(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> QuotedField {
    var field = QuotedField(content: start + 1..<end, next: end)
    var i = start + 1
    while true {
      guard let quote = ByteSearch.first(ASCII.quote, in: base, from: i, to: end) else {
        field.isTerminated = false
        break
      }
      if quote + 1 < end, base[quote + 1] == ASCII.quote {
        field.hasQuotes = true
        i = quote + 2
        continue
      }
      field.content = start + 1..<quote
      i = quote + 1
      let hasReturn =
        i < end && base[i] == ASCII.carriageReturn
        && (i + 1 == end || base[i + 1] == ASCII.lineFeed)
      if hasReturn { i += 1 }
      if i < end, base[i] != delimiter, base[i] != ASCII.lineFeed {
        field.textAfter = i
        i = ByteSearch.first(of: delimiter, or: ASCII.lineFeed, in: base, from: i, to: end)
      }
      field.next = i
      break
    }
    field.lineCount = ByteSearch.count(
      ASCII.lineFeed, in: base, from: field.content.lowerBound, to: field.content.upperBound)
    return field
  }

  private func append(
    _ field: Int32, _ quoted: QuotedField, _ base: UnsafePointer<UInt8>,
    to values: inout RecordValues
  ) {
    guard quoted.hasQuotes else {
      values.values.append(
        RecordValue(field: field, start: quoted.content.lowerBound, count: quoted.content.count))
      return
    }
    let start = values.unescaped.count
    var i = quoted.content.lowerBound
    while i < quoted.content.upperBound {
      values.unescaped.append(base[i])
      i += base[i] == ASCII.quote ? 2 : 1
    }
    values.values.append(
      RecordValue(
        field: field, place: .scratch, start: start, count: values.unescaped.count - start))
  }
}
