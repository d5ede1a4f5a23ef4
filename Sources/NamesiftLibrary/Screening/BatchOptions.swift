internal import CNamesift
internal import Records

/// How to screen a batch.
struct BatchOptions {
  let fields: FieldSpecification?
  let firstRecord: Int64
  let maximumMatchCount: Int
  let explains: Bool
  private let firstRow: Int64
  private let rowCount: Int64

  /// The most that `maximum_matches` may be, as for `--max-matches`.
  static let limitOfMatchCount: Int32 = 10_000

  /// Reads the options of a caller.
  ///
  /// - Throws: ``LibraryError`` for the first that is wrong.
  init(_ options: namesift_options) throws(LibraryError) {
    if let text = options.fields {
      do {
        fields = try FieldSpecification(String(cString: text))
      } catch {
        throw .argument("\(error)")
      }
    } else {
      fields = nil
    }
    firstRecord = options.first_record
    firstRow = options.first_row
    rowCount = options.row_count
    explains = options.explain != 0
    maximumMatchCount = try Self.count(
      options.maximum_matches, default: RunConfiguration.defaultMaximumMatchCount)
  }

  /// The most matches that a caller asks for; 0 means the default.
  static func count(_ asked: Int32, default standard: Int) throws(LibraryError) -> Int {
    guard (0...limitOfMatchCount).contains(asked) else {
      throw .argument("maximum_matches is \(asked); it must be in 1...\(limitOfMatchCount)")
    }
    return asked == 0 ? standard : Int(asked)
  }

  /// The rows to screen of a batch of `available` rows.
  ///
  /// - Throws: ``LibraryError`` when the batch has not all of them.
  func rows(of available: Int) throws(LibraryError) -> Range<Int> {
    guard firstRow >= 0, firstRow <= Int64(available) else {
      throw .argument("first_row is \(firstRow), and the batch has \(available) rows")
    }
    let first = Int(firstRow)
    if rowCount <= 0 { return first..<available }
    guard rowCount <= Int64(available - first) else {
      throw .argument(
        "row_count is \(rowCount) from row \(firstRow), and the batch has \(available) rows")
    }
    return first..<first + Int(rowCount)
  }
}
