internal import CNamesift
internal import NameScreening
internal import NameSimilarity
internal import Records
internal import Watchlists

/// Screens the rows of one batch as `namesift screen` screens records.
struct BatchScreener {
  /// A match with the column that it was found in.
  private struct Found {
    var name: Int
    var party: PartyFacts
    var match: NameMatch
  }

  private let screener: Screener
  private let batch: ArrowBatch
  private let plan: ColumnPlan
  private let options: ScreeningOptions
  /// What was found so far.
  private(set) var matches = MatchTable()
  private(set) var notices = NoticeTable()
  private(set) var counts = namesift_counts()
  // Of the row that is being screened: the texts of the columns, and what was found.
  private var texts: [Bytes?]
  private var found: [Found] = []

  init(_ screener: Screener, _ batch: ArrowBatch, _ plan: ColumnPlan, _ options: ScreeningOptions) {
    self.screener = screener
    self.batch = batch
    self.plan = plan
    self.options = options
    texts = [Bytes?](repeating: nil, count: plan.columns.count)
  }

  /// Screens the rows that the options ask for.
  ///
  /// - Throws: ``LibraryError`` when a column turns out to be damaged, or when the matches are too
  ///   many for one array.
  mutating func run(by worker: inout ScreeningWorker) throws(LibraryError) {
    for row in try options.rows(of: batch.rowCount) {
      let record = options.firstRecord + Int64(row)
      if let (column, reason) = try read(row) {
        notices.append(record, reason, field: plan.columns[column].name)
        counts.rejected += 1
      } else {
        screenRecord(record, by: &worker)
      }
      counts.records += 1
      guard matches.byteCount <= MatchTable.maximumByteCount,
        notices.byteCount <= MatchTable.maximumByteCount
      else {
        throw LibraryError(
          status: NAMESIFT_TOO_LARGE,
          message: "the matches of the first \(counts.records) rows hold over "
            + "\(MatchTable.maximumByteCount) bytes of text in one column; give fewer rows")
      }
    }
  }

  /// Reads the texts of a row.
  ///
  /// - Returns: The first column with text that cannot be screened, and why; nil when all can.
  private mutating func read(_ row: Int) throws(LibraryError) -> (column: Int, RejectReason)? {
    let isNull = batch.isNull(row)
    var fault: (Int, RejectReason)?
    for (i, column) in plan.columns.enumerated() {
      let text = isNull ? nil : try column.text(at: batch.offset + row)
      texts[i] = text
      if fault == nil, let reason = text.flatMap(Self.fault) { fault = (i, reason) }
    }
    return fault
  }

  private static func fault(_ text: Bytes) -> RejectReason? {
    let limit = RunConfiguration.defaultMaximumRecordByteCount
    if text.count > limit { return .tooLong(limit: limit) }
    guard let base = text.baseAddress else { return nil }
    return TextCheck.fault(in: base, from: 0, to: text.count)
  }

  private mutating func screenRecord(_ record: Int64, by worker: inout ScreeningWorker) {
    found.removeAll(keepingCapacity: true)
    var nameCount = 0
    var unscreenableCount = 0
    for i in plan.names.indices {
      let name = plan.names[i]
      guard let text = filled(name.column) else { continue }
      nameCount += 1
      let party = facts(beside: name)
      let verdict = worker.screen(text, of: party)
      for held in worker.suppressed { counts.add(held.reason) }
      switch verdict {
      case .clear: break
      case .unscreenable(let reason):
        unscreenableCount += 1
        notices.append(record, reason, field: plan.columns[name.column].name, role: name.role)
      case .alert:
        for match in worker.matches { found.append(Found(name: i, party: party, match: match)) }
      }
    }
    if nameCount == 0 {
      notices.appendNoName(record)
      unscreenableCount += 1
    }
    counts.names += Int64(nameCount)
    if !found.isEmpty {
      counts.alert += 1
      report(record, by: &worker)
    } else if unscreenableCount > 0 {
      counts.unscreenable += 1
    } else {
      counts.clear += 1
    }
  }

  private mutating func report(_ record: Int64, by worker: inout ScreeningWorker) {
    sortFound()
    for one in found.prefix(options.maximumMatchCount) {
      let name = plan.names[one.name]
      guard let text = texts[name.column] else { continue }
      matches.append(
        record, field: plan.columns[name.column].name, role: name.role, one.match,
        of: screener.entry(one.match.entry),
        worker.explain(text, of: one.party, against: one.match), explains: options.explains)
    }
    counts.matches += Int64(min(found.count, options.maximumMatchCount))
    let omitted = found.count - options.maximumMatchCount
    if omitted > 0 {
      counts.omitted += Int64(omitted)
      notices.appendOmitted(record, count: omitted, limit: options.maximumMatchCount)
    }
  }

  private func facts(beside name: ColumnPlan.Name) -> PartyFacts {
    PartyFacts(
      type: fact(name.types).map { PartyType(recordValue: $0) } ?? .unknown,
      birthDate: fact(name.birthDates), country: fact(name.countries))
  }

  /// The text of the first of `columns` that is not null, unless it is blank.
  private func fact(_ columns: [Int]) -> Bytes? {
    columns.first { texts[$0] != nil }.flatMap { filled($0) }
  }

  private func filled(_ column: Int) -> Bytes? {
    texts[column].flatMap { $0.isBlank ? nil : $0 }
  }

  /// Best first; ties by list, uid and name, then in the order of the columns.
  private mutating func sortFound() {
    guard found.count > 1 else { return }
    let screener = screener
    found.sort { a, b in
      if a.match.score != b.match.score { return a.match.score > b.match.score }
      let x = screener.entry(a.match.entry)
      let y = screener.entry(b.match.entry)
      if x.list != y.list { return x.list < y.list }
      if x.uid != y.uid { return x.uid < y.uid }
      let name = x.names[a.match.nameIndex].text
      let other = y.names[b.match.nameIndex].text
      if name != other { return name < other }
      if a.name != b.name { return a.name < b.name }
      return a.match.entry.rawValue < b.match.entry.rawValue
    }
  }
}

extension namesift_counts {
  fileprivate mutating func add(_ reason: SuppressionReason) {
    switch reason {
    case .belowThreshold: suppressed_below_threshold += 1
    case .weakName: suppressed_weak_name += 1
    case .singleToken: suppressed_single_token += 1
    case .genericName: suppressed_generic_name += 1
    case .birthDate: suppressed_birth_date += 1
    case .country: suppressed_country += 1
    case .type: suppressed_type += 1
    }
  }
}
