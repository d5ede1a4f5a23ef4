internal import NameScreening
internal import NameSimilarity
internal import Watchlists

extension RecordScreener {
  /// Writes the line of the record.
  mutating func writeLine(
    at start: Int, of chunk: Chunk, _ base: UnsafePointer<UInt8>, verdict: StaticString
  ) {
    let layout = chunk.layout
    openLine(id: recordID(layout, base), at: start, of: chunk, verdict: verdict)
    sortMatches()
    let shownCount = min(matches.count, options.maximumMatchCount)
    for i in 0..<shownCount {
      if i > 0 { chunk.output.text.append(ASCII.comma) }
      chunk.output.text.append(ASCII.openBrace)
      write(matches[i], of: chunk, base)
      chunk.output.text.append(ASCII.closeBrace)
    }
    chunk.output.text.append(#"],"omitted":"#)
    chunk.output.text.append(decimal: matches.count - shownCount)
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
    chunk.output.text.append("]}\n")
  }

  private mutating func write(
    _ found: RecordMatch, of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) {
    let value = values.values[found.value]
    let text = values.bytes(of: value, in: base)
    let entry = screener.entry(found.entry)
    OutputLine.append(
      fieldOf: value, chunk.layout.fields[Int(value.field)], to: &chunk.output.text)
    switch found.finding {
    case .name(let match, let party):
      let explanation = worker.explain(text, of: party, against: match)
      OutputLine.append(
        entry, nameIndex: match.nameIndex, text: text, match.score, to: &chunk.output.text)
      OutputLine.append(reasons: explanation.reasons, to: &chunk.output.text)
      if options.explains { OutputLine.append(explanation, to: &chunk.output.text) }
    case .identifier(let match):
      let identifier = entry.identifiers[match.identifierIndex]
      var reasons = [match.reason(identifier.kind)]
      if differsInName(found, chunk.layout, base) { reasons.append("NAME_DIFFERS") }
      OutputLine.append(entry, nameIndex: 0, text: text, .one, to: &chunk.output.text)
      OutputLine.append(reasons: reasons, to: &chunk.output.text)
      OutputLine.append(identifier, to: &chunk.output.text)
    }
  }

  /// Whether the party of an identifier has a name in the record, and no name of the record
  /// matches the entry.
  private func differsInName(
    _ found: RecordMatch, _ layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> Bool {
    let value = values.values[found.value]
    let beside = layout.fields[Int(value.field)].nameFields
    let isNamed = values.values.contains { other in
      beside.contains(other.field)
        && (other.firstIndex < 0 || value.firstIndex < 0 || other.firstIndex == value.firstIndex)
        && !values.bytes(of: other, in: base).isBlank
    }
    return isNamed
      && !matches.contains { match in
        if case .name(let name, _) = match.finding { return name.entry == found.entry }
        return false
      }
  }

  /// The first of the recognised identifiers that the record has.
  private func recordID(_ layout: RecordLayout, _ base: UnsafePointer<UInt8>) -> Bytes? {
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
    case .identifier: (1, .one)
    }
  }

  fileprivate var nameIndex: Int {
    switch self {
    case .name(let match, _): match.nameIndex
    case .identifier: 0
    }
  }
}

extension IdentifierMatch {
  /// Why the entry matches, as a reason code.
  fileprivate func reason(_ kind: IdentifierKind) -> String {
    let name = kind == .registration ? "REGISTER_NUMBER" : kind.label
    return switch agreement {
    case .full: name + "_EXACT"
    case .otherBranch: name + "_OTHER_BRANCH"
    case .countryAbsent: name + "_COUNTRY_ABSENT"
    }
  }
}
