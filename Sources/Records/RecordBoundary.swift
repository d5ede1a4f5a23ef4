/// Finds where the last complete record of a growing buffer ends.
///
/// For delimited formats a line end inside a quoted field is none of a record. A quote opens a
/// field after a delimiter, a line end or at the start; see ``DelimitedScanner``.
struct RecordBoundary {
  /// The delimiter, or nil for formats in which every line is a record.
  private let delimiter: UInt8?
  /// The bytes behind the last complete record; 0 when there is none.
  private(set) var end = 0
  // Invariant: everything before `position` has been looked at.
  private var position = 0
  private var isQuoted = false

  init(format: InputFormat) { delimiter = format.delimiter }

  /// Forgets the first `byteCount` bytes, which have been cut off.
  mutating func drop(_ byteCount: Int) {
    position -= byteCount
    end = 0
  }

  /// Starts again at the beginning of a record.
  mutating func reset() {
    position = 0
    end = 0
    isQuoted = false
  }

  /// Looks at the bytes up to `count` that it has not seen.
  mutating func advance(_ base: UnsafePointer<UInt8>, to count: Int) {
    guard let delimiter else {
      if let found = ByteSearch.last(ASCII.lineFeed, in: base, from: position, to: count) {
        end = found + 1
      }
      position = count
      return
    }
    while position < count {
      guard let quote = ByteSearch.first(ASCII.quote, in: base, from: position, to: count) else {
        if !isQuoted { noteLineEnd(base, to: count) }
        position = count
        return
      }
      if isQuoted {
        // Whether a quote at the end closes shows only with the byte behind it.
        if quote + 1 == count {
          position = quote
          return
        }
        isQuoted = base[quote + 1] == ASCII.quote
        position = isQuoted ? quote + 2 : quote + 1
      } else {
        noteLineEnd(base, to: quote)
        let previous = quote == 0 ? ASCII.lineFeed : base[quote - 1]
        isQuoted = previous == delimiter || previous == ASCII.lineFeed
        position = quote + 1
      }
    }
  }

  private mutating func noteLineEnd(_ base: UnsafePointer<UInt8>, to count: Int) {
    if let found = ByteSearch.last(ASCII.lineFeed, in: base, from: position, to: count) {
      end = found + 1
    }
  }
}
