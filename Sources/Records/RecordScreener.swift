internal import NameScreening
internal import Watchlists

/// What a worker needs besides the chunk it works on; the same for all workers.
struct ScreeningOptions: Sendable {
  var policy: ScreeningPolicy
  var maximumMatchCount: Int
  var emitsAll: Bool
  var explains: Bool
  var maximumRecordByteCount: Int
  var verificationSeed: UInt64
  /// The names of the sources, escaped for JSON, by number.
  var sources: [[UInt8]]
  /// What differs between two versions of lists, when only that is screened against.
  var changes: ListChanges?
}

/// Turns chunks of records into output lines: scans, screens and renders, with scratch memory
/// that it keeps for its whole life.
struct RecordScreener: ~Copyable {
  private let screener: Screener
  private let options: ScreeningOptions
  private var worker: ScreeningWorker
  /// What looks for alerts that differ, when versions of lists are compared.
  var comparison: AlertComparison?
  var values = RecordValues()
  private var matches: [RecordMatch] = []
  private var unscreenable: [UnscreenableName] = []
  /// Records of a lower rank are kept for the verification.
  private var sampleBound: UInt64 = 0
  private var sample: VerificationSample?
  var cursors = FactCursors()

  init(_ screener: Screener, options: ScreeningOptions) {
    self.screener = screener
    self.options = options
    worker = ScreeningWorker(screener, policy: options.policy)
    if let changes = options.changes {
      comparison = AlertComparison(changes, policy: options.policy)
    }
  }

  /// The work done so far.
  var counters: WorkCounters { worker.counters }

  /// Fills `chunk.output`, which is empty.
  ///
  /// - Parameter sampleBound: Records ranking lower are handed over for the verification.
  mutating func process(_ chunk: Chunk, sampleBound: UInt64) {
    self.sampleBound = sampleBound
    if case .skippedRecord = chunk.content {
      reject(.tooLong(limit: options.maximumRecordByteCount), at: 0, of: chunk)
      chunk.output.lineCount = chunk.skippedLineCount
      return
    }
    let base = UnsafePointer(chunk.input.base)
    let end = chunk.input.count
    let isSound = TextCheck.fault(in: base, from: 0, to: end) == nil
    switch chunk.layout.scanner {
    case .lines:
      processRecords(of: chunk, isSound: isSound) { start, values in
        LineScanner.scan(base, from: start, to: end, into: &values)
      }
    case .delimited(let scanner):
      processRecords(of: chunk, isSound: isSound) { start, values in
        scanner.scan(base, from: start, to: end, into: &values)
      }
    case .json(let tree):
      var scanner = JSONScanner(tree: tree)
      processRecords(of: chunk, isSound: isSound) { start, values in
        scanner.scan(base, from: start, to: end, into: &values)
      }
    }
  }

  // Inlined for each scanner, so that no closure is called through a pointer for a record.
  @inline(__always)
  private mutating func processRecords(
    of chunk: Chunk, isSound: Bool,
    scan: (_ start: Int, _ values: inout RecordValues) -> ScannedRecord
  ) {
    let base = UnsafePointer(chunk.input.base)
    var start = 0
    while start < chunk.input.count {
      values.removeAll()
      let scanned = scan(start, &values)
      switch scanned.outcome {
      case .blank: break
      case .rejected(let reason):
        reject(fault(base, start, scanned.next, isSound) ?? reason, at: start, of: chunk)
      case .record:
        if let reason = fault(base, start, scanned.next, isSound) {
          reject(reason, at: start, of: chunk)
        } else if comparison != nil {
          compareAlerts(at: start, of: chunk, base)
        } else {
          screenRecord(at: start, of: chunk, base)
        }
      }
      chunk.output.lineCount += scanned.lineCount
      start = scanned.next
    }
  }

  @inline(__always)
  private func fault(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ isSound: Bool
  ) -> RejectReason? {
    isSound ? nil : TextCheck.fault(in: base, from: start, to: end)
  }

  private mutating func reject(_ reason: RejectReason, at start: Int, of chunk: Chunk) {
    chunk.output.rejects.append(
      .init(number: chunk.output.counts.records, line: chunk.output.lineCount, reason: reason))
    if options.emitsAll {
      openLine(id: nil, at: start, of: chunk)
      OutputLine.openMatches(verdict: "rejected", to: &chunk.output.text)
      OutputLine.closeRejected(reason, to: &chunk.output.text)
    }
    chunk.output.counts.records += 1
    chunk.output.counts.rejected += 1
  }

  /// Writes the start of a line, which tells of which record it is.
  func openLine(id: Bytes?, at start: Int, of chunk: Chunk) {
    OutputLine.open(
      id: id, source: options.sources[chunk.sourceNumber], to: &chunk.output.text)
    chunk.output.holes.append(
      .init(position: chunk.output.text.count, number: chunk.output.counts.records))
    OutputLine.continueBehindNumber(offset: chunk.offset + start, to: &chunk.output.text)
  }

  private mutating func screenRecord(
    at start: Int, of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) {
    matches.removeAll(keepingCapacity: true)
    unscreenable.removeAll(keepingCapacity: true)
    startSample(at: start, of: chunk)
    let nameCount = screenNames(of: chunk, base)
    if nameCount == 0 { unscreenable.append(UnscreenableName()) }
    if let sample { chunk.output.samples.append(sample) }

    let verdict: StaticString
    if !matches.isEmpty {
      verdict = "alert"
      chunk.output.counts.alert += 1
    } else if !unscreenable.isEmpty {
      verdict = "unscreenable"
      chunk.output.counts.unscreenable += 1
    } else {
      verdict = "clear"
      chunk.output.counts.clear += 1
    }
    chunk.output.counts.names += nameCount
    if options.emitsAll || !matches.isEmpty || !unscreenable.isEmpty {
      writeLine(at: start, of: chunk, base, verdict: verdict)
    }
    chunk.output.counts.records += 1
  }

  private mutating func startSample(at start: Int, of chunk: Chunk) {
    sample = nil
    guard sampleBound > 0 else { return }
    let offset = chunk.offset + start
    let rank = VerificationSample.rank(
      seed: options.verificationSeed, sourceNumber: chunk.sourceNumber, offset: offset)
    guard rank < sampleBound else { return }
    sample = VerificationSample(
      rank: rank, sourceNumber: chunk.sourceNumber, offset: offset,
      number: chunk.output.counts.records + 1)
  }

  /// Screens every name of the record.
  ///
  /// - Returns: How many there are; empty ones are none.
  private mutating func screenNames(
    of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) -> Int {
    var nameCount = 0
    cursors.removeAll()
    for i in values.values.indices {
      guard let (text, party) = name(i, of: chunk.layout, base) else { continue }
      nameCount += 1
      let verdict = worker.screen(text, of: party)
      for held in worker.suppressed { chunk.output.counts.suppressed[held.reason] += 1 }
      switch verdict {
      case .clear: break
      case .unscreenable(let reason):
        unscreenable.append(UnscreenableName(value: i, reason: reason))
      case .alert:
        for match in worker.matches {
          matches.append(RecordMatch(value: i, party: party, match: match))
        }
      }
      sample?.names.append(
        .init(
          text: Array(text), party: OwnedPartyFacts(party), verdict: verdict,
          matches: worker.matches))
    }
    return nameCount
  }

  /// The value of the record at `index` and what the record tells of the party, if it is a name
  /// and not empty.
  mutating func name(
    _ index: Int, of layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> (text: Bytes, party: PartyFacts)? {
    let value = values.values[index]
    let field = layout.fields[Int(value.field)]
    guard field.attribute == .name else { return nil }
    let text = values.bytes(of: value, in: base)
    return text.isBlank ? nil : (text, facts(beside: value, field, base))
  }

  /// What the record tells of a party beside its name; the bytes are those of the record.
  private mutating func facts(
    beside name: RecordValue, _ field: RecordLayout.Field, _ base: UnsafePointer<UInt8>
  ) -> PartyFacts {
    var party = PartyFacts()
    if let type = fact(field.typeFields, beside: name, base) {
      party.type = PartyType(recordValue: type)
    }
    party.country = fact(field.countryFields, beside: name, base)
    party.birthDate = fact(field.birthDateFields, beside: name, base)
    return party
  }

  private mutating func fact(
    _ fields: [Int32], beside name: RecordValue, _ base: UnsafePointer<UInt8>
  ) -> Bytes? {
    if fields.isEmpty { return nil }
    guard let value = cursors.value(beside: name, fields: fields, among: values.values) else {
      return nil
    }
    let bytes = values.bytes(of: value, in: base)
    return bytes.isBlank ? nil : bytes
  }

  private mutating func writeLine(
    at start: Int, of chunk: Chunk, _ base: UnsafePointer<UInt8>, verdict: StaticString
  ) {
    let layout = chunk.layout
    openLine(id: recordID(layout, base), at: start, of: chunk)
    OutputLine.openMatches(verdict: verdict, to: &chunk.output.text)
    sortMatches()
    let shownCount = min(matches.count, options.maximumMatchCount)
    for i in 0..<shownCount {
      let found = matches[i]
      let value = values.values[found.value]
      let text = values.bytes(of: value, in: base)
      let explanation = worker.explain(text, of: found.party, against: found.match)
      if i > 0 { chunk.output.text.append(ASCII.comma) }
      chunk.output.text.append(ASCII.openBrace)
      OutputLine.append(
        fieldOf: value, layout.fields[Int(value.field)], to: &chunk.output.text)
      OutputLine.append(
        found.match, of: screener.entry(found.match.entry), text: text, explanation,
        explains: options.explains, to: &chunk.output.text)
      chunk.output.text.append(ASCII.closeBrace)
    }
    chunk.output.text.append(#"],"omitted":"#)
    chunk.output.text.append(decimal: matches.count - shownCount)
    chunk.output.text.append(#","unscreenable":["#)
    for (i, name) in unscreenable.enumerated() {
      if i > 0 { chunk.output.text.append(ASCII.comma) }
      chunk.output.text.append(ASCII.openBrace)
      if let index = name.value {
        let value = values.values[index]
        OutputLine.append(
          fieldOf: value, layout.fields[Int(value.field)], to: &chunk.output.text)
      }
      OutputLine.append(name.reason, to: &chunk.output.text)
      chunk.output.text.append(ASCII.closeBrace)
    }
    chunk.output.text.append("]}\n")
  }

  /// The first of the recognised identifiers that the record has.
  func recordID(_ layout: RecordLayout, _ base: UnsafePointer<UInt8>) -> Bytes? {
    var best: RecordValue?
    for value in values.values where layout.fields[Int(value.field)].attribute == .id {
      if value.count > 0, value.field < best?.field ?? .max { best = value }
    }
    return best.map { values.bytes(of: $0, in: base) }
  }

  /// Best first; ties by list, uid and name, then in the order of the fields.
  private mutating func sortMatches() {
    guard matches.count > 1 else { return }
    let screener = screener
    matches.sort { a, b in
      if a.match.score != b.match.score { return a.match.score > b.match.score }
      let x = screener.entry(a.match.entry)
      let y = screener.entry(b.match.entry)
      if x.list != y.list { return x.list < y.list }
      if x.uid != y.uid { return x.uid < y.uid }
      let name = x.names[a.match.nameIndex].text
      let other = y.names[b.match.nameIndex].text
      if name != other { return name < other }
      if a.value != b.value { return a.value < b.value }
      return a.match.entry.rawValue < b.match.entry.rawValue
    }
  }
}
