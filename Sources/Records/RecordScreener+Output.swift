internal import Measures
internal import NameScreening
internal import NameSimilarity

extension RecordScreener {
  /// Writes the line of the record, and counts its outcome.
  mutating func writeLine(
    at start: Int, of chunk: Chunk, _ base: UnsafePointer<UInt8>, verdict: StaticString
  ) {
    let layout = chunk.layout
    openLine(id: recordID(layout, base), at: start, of: chunk)
    OutputLine.openMatches(verdict: verdict, to: &chunk.output.text)
    let (outcome, notes) = writeMatches(of: chunk, base)
    chunk.output.text.append(#"],"omitted":"#)
    chunk.output.text.append(
      decimal: matches.count - min(matches.count, options.maximumMatchCount))
    chunk.output.text.append(#","unscreenable":["#)
    for (i, unscreened) in unscreenable.enumerated() {
      if i > 0 { chunk.output.text.append(ASCII.comma) }
      chunk.output.text.append(ASCII.openBrace)
      if let index = unscreened.value {
        let value = values.values[index]
        OutputLine.append(
          fieldOf: value, layout.fields[Int(value.field)], to: &chunk.output.text)
      }
      OutputLine.append(unscreened.reason, to: &chunk.output.text)
      chunk.output.text.append(ASCII.closeBrace)
    }
    chunk.output.text.append("],")
    OutcomeJSON.append(outcome, to: &chunk.output.text)
    OutcomeJSON.append("notes", notes.map(\.code), to: &chunk.output.text)
    chunk.output.text.append("}\n")
  }

  /// Writes the matches that there is room for, and judges all.
  ///
  /// - Returns: The outcome that acts, nil without a match, and what is to be noted of the facts.
  private mutating func writeMatches(
    of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) -> (outcome: Outcome?, notes: [FactNote]) {
    if matches.isEmpty { return (nil, []) }
    sortMatches()
    let interpreted = interpretedFacts(chunk.layout, base)
    var outcome = Outcome.notRestricted
    for i in matches.indices {
      let assessed = assess(matches[i], interpreted.facts, chunk.layout, base)
      outcome = max(outcome, assessed.judgements.first?.outcome ?? .notRestricted)
      guard i < options.maximumMatchCount else { continue }
      if i > 0 { chunk.output.text.append(ASCII.comma) }
      chunk.output.text.append(ASCII.openBrace)
      write(assessed, values.values[matches[i].value], of: chunk, base)
      chunk.output.text.append(ASCII.closeBrace)
    }
    chunk.output.counts.outcomes[outcome] += 1
    return (outcome, interpreted.notes)
  }

  private func write(
    _ match: AssessedMatch, _ value: RecordValue, of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) {
    OutputLine.append(
      fieldOf: value, chunk.layout.fields[Int(value.field)], to: &chunk.output.text)
    OutputLine.append(
      match.entry, nameIndex: match.nameIndex, text: values.bytes(of: value, in: base),
      match.score, to: &chunk.output.text)
    OutputLine.append(reasons: match.reasons, to: &chunk.output.text)
    if options.explains, let explanation = match.explanation {
      OutputLine.append(explanation, to: &chunk.output.text)
    }
    if let identifier = match.identifier {
      OutputLine.append(identifier, to: &chunk.output.text)
    }
    if let percent = match.ownedPercent {
      OutputLine.append(ownedPercent: percent, to: &chunk.output.text)
    }
    OutcomeJSON.append(match.party.identity, match.judgements, to: &chunk.output.text)
  }

  /// The first of the recognised identifiers that the record has.
  func recordID(_ layout: RecordLayout, _ base: UnsafePointer<UInt8>) -> Bytes? {
    var best: RecordValue?
    for value in values.values where layout.fields[Int(value.field)].isRecordID {
      if value.count > 0, value.field < best?.field ?? .max { best = value }
    }
    return best.map { values.bytes(of: $0, in: base) }
  }

  /// Best first: identifiers before names; ties by list, uid and name, then in the order of the
  /// fields.
  private mutating func sortMatches() {
    guard matches.count > 1 else { return }
    let screener = screener
    matches.sort { a, b in
      let (first, second) = (a.finding.rank, b.finding.rank)
      if first != second { return first > second }
      let x = screener.entry(a.entry)
      let y = screener.entry(b.entry)
      if x.list != y.list { return x.list < y.list }
      if x.uid != y.uid { return x.uid < y.uid }
      let name = x.names[a.finding.nameIndex].text
      let other = y.names[b.finding.nameIndex].text
      if name != other { return name < other }
      if a.value != b.value { return a.value < b.value }
      return a.entry.rawValue < b.entry.rawValue
    }
  }
}

extension RecordMatch.Finding {
  /// Higher is better.
  fileprivate var rank: (Int, Score) {
    switch self {
    case .name(let match, _): (0, match.score)
    case .identifier, .owned: (1, .one)
    }
  }

  fileprivate var nameIndex: Int {
    switch self {
    case .name(let match, _): match.nameIndex
    case .identifier, .owned: 0
    }
  }
}
