internal import NameScreening
internal import Watchlists

/// What a worker needs besides the chunk it works on; the same for all workers.
struct ScreeningOptions: Sendable {
  var policy: ScreeningPolicy
  var judging: JudgingConfiguration
  var ownership: OwnershipBook?
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
  let screener: Screener
  var options: ScreeningOptions
  var worker: ScreeningWorker
  var identifiers: IdentifierMatcher
  var judge: RecordJudge
  var instruments: InstrumentLookup?
  var ownership: OwnershipLookup?
  /// What looks for alerts that differ, when versions of lists are compared.
  var comparison: AlertComparison?
  var values = RecordValues()
  var matches: [RecordMatch] = []
  var unscreenable: [UnscreenableValue] = []
  /// Records of a lower rank are kept for the verification.
  private var sampleBound: UInt64 = 0
  private var sample: VerificationSample?
  var cursors = FactCursors()

  init(_ screener: Screener, options: ScreeningOptions) {
    self.screener = screener
    self.options = options
    worker = ScreeningWorker(screener, policy: options.policy)
    identifiers = IdentifierMatcher(screener)
    judge = RecordJudge(screener, options.judging)
    instruments = options.judging.instruments.map { InstrumentLookup($0.graph) }
    ownership = options.ownership.map { OwnershipLookup($0, screener) }
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
    startSample(at: start, of: chunk)
    let verdict = screenValues(of: chunk, base)
    if let sample { chunk.output.samples.append(sample) }
    if options.emitsAll || !matches.isEmpty || !unscreenable.isEmpty {
      writeLine(at: start, of: chunk, base, verdict: verdict)
    }
    chunk.output.counts.records += 1
  }

  /// Screens the names and identifiers of the record, and counts its verdict.
  ///
  /// - Returns: The verdict.
  mutating func screenValues(of chunk: Chunk, _ base: UnsafePointer<UInt8>) -> StaticString {
    matches.removeAll(keepingCapacity: true)
    unscreenable.removeAll(keepingCapacity: true)
    let nameCount = screenNames(of: chunk, base)
    let identifierCount = chunk.layout.hasIdentifiers ? screenIdentifiers(of: chunk, base) : 0
    if options.ownership != nil { findOwners(chunk.layout, base) }
    if nameCount + identifierCount == 0 {
      unscreenable.append(UnscreenableValue(value: nil, reason: .nothing))
    }
    chunk.output.counts.names += nameCount
    chunk.output.counts.identifiers += identifierCount
    if !matches.isEmpty {
      chunk.output.counts.alert += 1
      return "alert"
    } else if !unscreenable.isEmpty {
      chunk.output.counts.unscreenable += 1
      return "unscreenable"
    } else {
      chunk.output.counts.clear += 1
      return "clear"
    }
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
    let layout = chunk.layout
    cursors.removeAll()
    for i in values.values.indices {
      guard let (text, party) = name(i, of: layout, base) else { continue }
      nameCount += 1
      let verdict = worker.screen(text, of: party)
      for held in worker.suppressed { chunk.output.counts.suppressed[held.reason] += 1 }
      switch verdict {
      case .clear: break
      case .unscreenable(let reason):
        unscreenable.append(UnscreenableValue(value: i, reason: .name(reason)))
      case .alert:
        for match in worker.matches {
          matches.append(RecordMatch(value: i, finding: .name(match, of: party)))
        }
      }
      sample?.names.append(
        .init(
          text: Array(text), party: OwnedPartyFacts(party), verdict: verdict,
          matches: worker.matches))
    }
    return nameCount
  }

  /// Looks up every identifier of the record.
  ///
  /// - Returns: How many there are; empty ones are none.
  private mutating func screenIdentifiers(
    of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) -> Int {
    var count = 0
    for i in values.values.indices {
      guard let (text, kind, country) = identifier(i, of: chunk.layout, base) else { continue }
      count += 1
      if let fault = identifiers.match(text, kind, country: country) {
        unscreenable.append(UnscreenableValue(value: i, reason: .identifier(fault)))
      }
      for match in identifiers.matches {
        matches.append(RecordMatch(value: i, finding: .identifier(match)))
      }
      let field = chunk.layout.fields[Int(values.values[i].field)]
      if field.isOfSecurity { lookThrough(i, field, text) }
    }
    return count
  }

  /// The value of the record at `index`, what it is a number of, and the country beside it, if it
  /// is an identifier and not empty.
  mutating func identifier(
    _ index: Int, of layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> (text: Bytes, kind: IdentifierKind?, country: Bytes?)? {
    let value = values.values[index]
    // Before the field is copied: most values are no identifiers.
    guard layout.fields[Int(value.field)].isIdentifier else { return nil }
    let field = layout.fields[Int(value.field)]
    let text = values.bytes(of: value, in: base)
    if text.isBlank { return nil }
    return (text, field.identifierKind, fact(field.countryFields, of: layout, beside: value, base))
  }

  /// The value of the record at `index` and what the record tells of the party, if it is a name
  /// and not empty.
  mutating func name(
    _ index: Int, of layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> (text: Bytes, party: PartyFacts)? {
    let value = values.values[index]
    // Most values are no names, and a field holds arrays, so that taking it out costs.
    guard layout.fields[Int(value.field)].attribute == .name else { return nil }
    let text = values.bytes(of: value, in: base)
    if text.isBlank { return nil }
    return (text, facts(beside: value, layout, base))
  }

  /// What the record tells of a party beside its name; the bytes are those of the record.
  private mutating func facts(
    beside name: RecordValue, _ layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> PartyFacts {
    let field = Int(name.field)
    var party = PartyFacts()
    if let type = fact(layout.fields[field].typeFields, of: layout, beside: name, base) {
      party.type = PartyType(recordValue: type)
    }
    party.country = fact(layout.fields[field].countryFields, of: layout, beside: name, base)
    party.birthDate = fact(layout.fields[field].birthDateFields, of: layout, beside: name, base)
    return party
  }

  private mutating func fact(
    _ fields: RecordLayout.FieldRange, of layout: RecordLayout, beside name: RecordValue,
    _ base: UnsafePointer<UInt8>
  ) -> Bytes? {
    if fields.isEmpty { return nil }
    guard
      let value = cursors.value(
        beside: name, fields: fields, of: layout, among: values.values)
    else { return nil }
    let bytes = values.bytes(of: value, in: base)
    return bytes.isBlank ? nil : bytes
  }
}
