internal import CNamesift
internal import Records

/// Screens the rows of one batch as `namesift screen` screens records.
struct BatchScreener {
  private let batch: ArrowBatch
  private let layout: TableLayout
  private let columns: [TextColumn]
  /// The field of the layout that each column is.
  private let fields: [Int32]
  private let options: BatchOptions
  /// What was found so far.
  private(set) var matches = MatchTable()
  private(set) var notices = NoticeTable()
  private(set) var counts = namesift_counts()

  /// Finds the columns of a batch.
  ///
  /// - Throws: ``LibraryError`` when one is missing, occurs twice or is not of text, or when nothing
  ///   is to be screened.
  init(_ batch: ArrowBatch, _ options: BatchOptions) throws(LibraryError) {
    self.batch = batch
    self.options = options
    do throws(RunError) {
      layout = try TableLayout(columns: batch.columns.map(\.name), fields: options.fields)
    } catch {
      throw .argument("\(error)")
    }
    var columns: [TextColumn] = []
    for column in layout.columns {
      let (name, schema, array) = batch.columns[column.number]
      columns.append(try TextColumn(schema, array, name: name))
    }
    self.columns = columns
    fields = layout.columns.map(\.field)
  }

  /// Screens the rows that the options ask for.
  ///
  /// - Throws: ``LibraryError`` when a column turns out to be damaged, or when the matches are too
  ///   many for one array.
  mutating func run(by worker: inout TableScreener) throws(LibraryError) {
    worker.begin(layout, maximumMatchCount: options.maximumMatchCount)
    for row in try options.rows(of: batch.rowCount) {
      let record = options.firstRecord + Int64(row)
      if let (column, reason) = try read(row, into: &worker) {
        notices.append(record, reason, field: columns[column].name)
        worker.reject()
      } else if let found = worker.screenRow() {
        report(found, of: record)
      } else {
        continue
      }
      try refuseTooLarge(row)
    }
    counts.add(worker.counts)
  }

  private func refuseTooLarge(_ row: Int) throws(LibraryError) {
    guard matches.byteCount <= MatchTable.maximumByteCount,
      notices.byteCount <= MatchTable.maximumByteCount
    else {
      throw LibraryError(
        status: NAMESIFT_TOO_LARGE,
        message: "the matches up to row \(row) hold over \(MatchTable.maximumByteCount) bytes of "
          + "text in one column; give fewer rows")
    }
  }

  /// Gives the texts of a row to the worker.
  ///
  /// - Returns: The first column with text that cannot be screened, and why; nil when all can.
  private func read(
    _ row: Int, into worker: inout TableScreener
  ) throws(LibraryError) -> (column: Int, RejectReason)? {
    worker.beginRow()
    if batch.isNull(row) { return nil }
    // Through spans, as a copy of a column counts references.
    let columns = columns.span
    let fields = fields.span
    for i in columns.indices {
      guard let text = try columns[i].text(at: batch.offset + row) else { continue }
      if let reason = Self.fault(text) { return (i, reason) }
      worker.add(text, field: fields[i])
    }
    return nil
  }

  private static func fault(_ text: Bytes) -> RejectReason? {
    let limit = RunConfiguration.defaultMaximumRecordByteCount
    if text.count > limit { return .tooLong(limit: limit) }
    guard let base = text.baseAddress else { return nil }
    return TextCheck.fault(in: base, from: 0, to: text.count)
  }

  private mutating func report(_ found: TableRecord, of record: Int64) {
    for match in found.matches {
      matches.append(record, match, in: layout.columns[match.column], explains: options.explains)
    }
    for notice in found.notices {
      notices.append(record, notice, in: notice.column.map { layout.columns[$0] })
    }
    counts.matches += Int64(found.matches.count)
    if found.omittedCount > 0 {
      counts.omitted += Int64(found.omittedCount)
      notices.appendOmitted(record, count: found.omittedCount, limit: options.maximumMatchCount)
    }
  }
}
