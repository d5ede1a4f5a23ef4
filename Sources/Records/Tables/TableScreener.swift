internal import Measures
package import NameScreening
internal import Watchlists

/// Screens rows of tables as `namesift screen` screens records: the scratch memory of one thread.
///
/// The texts of a row are read where they lie, and must stay until it is screened.
package struct TableScreener: ~Copyable {
  private var records: RecordScreener
  // Carries the layout and the counts; there is no text in it.
  private let chunk = Chunk(capacity: 0)
  private var columnOfField: [Int32] = []

  /// Creates a screener.
  ///
  /// - Parameter options: The same for all threads.
  package init(_ screener: Screener, _ options: TableScreeningOptions) {
    records = RecordScreener(screener, options: options.options)
  }

  /// What became of the rows since the table was begun.
  package var counts: RecordCounts { chunk.output.counts }

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - maximumMatchCount: The most matches of one row; the others are counted.
  package mutating func begin(_ table: TableLayout, maximumMatchCount: Int) {
    records.options.maximumMatchCount = maximumMatchCount
    chunk.layout = table.layout
    chunk.output.removeAll()
    columnOfField = [Int32](repeating: -1, count: table.layout.fields.count)
    for (i, column) in table.columns.enumerated() { columnOfField[Int(column.field)] = Int32(i) }
  }

  /// Begins a row.
  package mutating func beginRow() { records.values.removeAll() }

  /// Gives the text of a column of the row, in the order of the columns; one that is null is left
  /// out.
  ///
  /// - Parameter field: The field of the layout that the column is.
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>, field: Int32) {
    records.values.values.append(
      RecordValue(
        field: field, place: .caller, start: Int(bitPattern: text.baseAddress),
        count: text.count))
  }

  /// Counts the row as one that cannot be read.
  package mutating func reject() {
    chunk.output.counts.records += 1
    chunk.output.counts.rejected += 1
  }

  /// Screens the row.
  ///
  /// - Returns: What it gave, nil when there is nothing to tell of it.
  package mutating func screenRow() -> TableRecord? {
    let base = UnsafePointer(chunk.input.base)
    _ = records.screenValues(of: chunk, base)
    chunk.output.counts.records += 1
    if records.matches.isEmpty && records.unscreenable.isEmpty { return nil }
    let (assessed, _, notes) = records.assessMatches(of: chunk, base)
    var record = TableRecord()
    for (i, match) in assessed.enumerated() {
      record.matches.append(.init(match, column: column(of: records.matches[i].value)))
    }
    record.omittedCount = records.matches.count - assessed.count
    for unscreened in records.unscreenable {
      var notice = TableRecord.Notice(unscreened.reason)
      if let value = unscreened.value { notice.column = column(of: value) }
      record.notices.append(notice)
    }
    for note in notes { record.notices.append(.init(code: note.code)) }
    return record
  }

  private func column(of value: Int) -> Int {
    Int(columnOfField[Int(records.values.values[value].field)])
  }
}

/// What rows of tables are screened by, ready for any number of threads.
package struct TableScreeningOptions: Sendable {
  let options: ScreeningOptions

  /// Prepares what does not depend on the table.
  ///
  /// - Complexity: O(*n*) in the holdings of the ownership file, when there is one.
  package init(
    _ screener: Screener, policy: ScreeningPolicy, judging: JudgingConfiguration
  ) {
    let time = judging.asOf ?? judging.now
    options = ScreeningOptions(
      policy: policy, judging: judging,
      ownership: judging.ownership.map {
        OwnershipBook($0, screener, judging.catalogue, on: NewYork.day(at: time.earliest))
      },
      maximumMatchCount: RunConfiguration.defaultMaximumMatchCount, emitsAll: false,
      explains: false, maximumRecordByteCount: RunConfiguration.defaultMaximumRecordByteCount,
      verificationSeed: 0, sources: [], changes: nil)
  }
}

extension TableRecord.Match {
  fileprivate init(_ match: AssessedMatch, column: Int) {
    self.init(
      column: column, entry: match.entry, nameIndex: match.nameIndex, score: match.score,
      reasons: match.reasons, explanation: match.explanation, identifier: match.identifier,
      ownedPercent: match.ownedPercent?.description, identity: match.party.identity.rawValue,
      outcome: (match.judgements.first?.outcome ?? .notRestricted).rawValue,
      measures: OutcomeJSON.array(match.judgements))
  }
}

extension TableRecord.Notice {
  fileprivate init(_ reason: UnscreenableValue.Reason) {
    self.init(code: reason.code, count: reason.limits?.count, limit: reason.limits?.limit)
  }
}
