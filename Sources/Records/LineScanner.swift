/// Reads names that stand alone on their lines.
enum LineScanner {
  /// Reads the record at `start`: the line without its end is the value of field 0.
  static func scan(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, into values: inout RecordValues
  ) -> ScannedRecord {
    let line = Line(base, from: start, to: end)
    guard !Bytes(start: base + start, count: line.end - start).isBlank else {
      return ScannedRecord(outcome: .blank, next: line.next, lineCount: line.lineCount)
    }
    values.values.append(RecordValue(field: 0, start: start, count: line.end - start))
    return ScannedRecord(outcome: .record, next: line.next, lineCount: line.lineCount)
  }
}

/// One line of a chunk.
struct Line {
  /// Where its text ends, before LF or CR LF.
  let end: Int
  /// Where the next line starts.
  let next: Int
  /// 1, or 0 for a last line without LF.
  let lineCount: Int

  @inline(__always)
  init(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    let lineFeed = ByteSearch.first(ASCII.lineFeed, in: base, from: start, to: end)
    let stop = lineFeed ?? end
    next = lineFeed.map { $0 + 1 } ?? end
    lineCount = lineFeed == nil ? 0 : 1
    self.end = stop > start && base[stop - 1] == ASCII.carriageReturn ? stop - 1 : stop
  }
}
