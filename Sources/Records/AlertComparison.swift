internal import NameScreening
internal import Watchlists

/// An alert that differs between two versions of lists.
struct AlertChange {
  /// The name or identifier of the record, as an index into its values.
  var value: Int
  /// What was found, of an entry of ``ListChanges/before``; nil for a new alert.
  var before: RecordMatch.Finding?
  /// What is found, of an entry of ``ListChanges/after``; nil for one that vanished.
  var after: RecordMatch.Finding?
}

/// Screens the names and identifiers of a record against the entries that differ between two
/// versions of lists, as they were and as they are: the scratch memory of one thread.
struct AlertComparison: ~Copyable {
  private let changes: ListChanges
  private var before: ListedSide
  private var after: ListedSide
  /// The alerts of the present record that differ.
  private(set) var differing: [AlertChange] = []
  /// Whether a value of the present record could not be screened.
  private(set) var isUnscreenable = false

  init(_ changes: ListChanges, policy: ScreeningPolicy) {
    self.changes = changes
    before = ListedSide(changes.before, policy: policy)
    after = ListedSide(changes.after, policy: policy)
  }

  /// Begins a record.
  mutating func removeAll() {
    differing.removeAll(keepingCapacity: true)
    isUnscreenable = false
  }

  /// Screens a name of the record and notes which of its alerts differ.
  ///
  /// - Parameter value: The place of the name among the values of the record.
  mutating func screen(_ name: Bytes, of party: PartyFacts, value: Int) {
    _ = before.worker.screen(name, of: party)
    if case .unscreenable = after.worker.screen(name, of: party) { isUnscreenable = true }
    if before.worker.matches.isEmpty && after.worker.matches.isEmpty { return }
    note(
      value, before: before.worker.matches.map { .name($0, of: party) },
      after: after.worker.matches.map { .name($0, of: party) })
  }

  /// Looks up an identifier of the record and notes which of its alerts differ.
  ///
  /// - Parameter value: The place of the identifier among the values of the record.
  mutating func lookUp(
    _ identifier: Bytes, _ kind: IdentifierKind?, country: Bytes?, value: Int
  ) {
    _ = before.identifiers.match(identifier, kind, country: country)
    let fault = after.identifiers.match(identifier, kind, country: country)
    if fault != nil { isUnscreenable = true }
    note(
      value, before: before.identifiers.matches.map { .identifier($0) },
      after: after.identifiers.matches.map { .identifier($0) })
  }

  private mutating func note(
    _ value: Int, before old: [RecordMatch.Finding], after new: [RecordMatch.Finding]
  ) {
    for finding in new {
      let partner = partner(of: finding, among: old)
      differing.append(AlertChange(value: value, before: partner, after: finding))
    }
    for finding in old where partner(of: finding, among: new) == nil {
      differing.append(AlertChange(value: value, before: finding, after: nil))
    }
  }

  /// What was found of the same entry in its other state.
  private func partner(
    of finding: RecordMatch.Finding, among others: [RecordMatch.Finding]
  ) -> RecordMatch.Finding? {
    changes.isChanged(finding.entry) ? others.first { $0.entry == finding.entry } : nil
  }

  /// Orders what differs by the place of the value in the record, then by list and identifier.
  mutating func sort() {
    guard differing.count > 1 else { return }
    let keys = differing.enumerated().map { i, change in
      let entry = entry(of: change)
      return (change.value, entry.list, entry.uid, i)
    }
    differing = keys.sorted { $0 < $1 }.map { differing[$0.3] }
  }

  private func entry(of change: AlertChange) -> WatchlistEntry {
    if let finding = change.after { return changes.after.entry(finding.entry) }
    if let finding = change.before { return changes.before.entry(finding.entry) }
    preconditionFailure("an alert that differs is there before or after")
  }

  // MARK: - Output

  /// Appends the members of an output line that tell of a change.
  ///
  /// - Parameters:
  ///   - text: The name or identifier.
  ///   - place: What tells where in the record it is, as JSON members.
  ///   - isNamed: Whether the party of an identifier has a name in the record.
  mutating func append(
    _ change: AlertChange, text: Bytes, place: [UInt8], isNamed: Bool,
    to output: inout ByteBuffer
  ) {
    let isChanged = (change.after ?? change.before).map { changes.isChanged($0.entry) } ?? false
    switch (change.before, change.after) {
    case (nil, _):
      output.append(#","change":"new","entry":""#)
      output.append(isChanged ? "changed" : "added")
    case (_, nil):
      output.append(#","change":"vanished","entry":""#)
      output.append(isChanged ? "changed" : "removed")
    default: output.append(#","change":"changed","entry":"changed"#)
    }
    let named = isNamed ? differing : []
    output.append(#"","before":"#)
    before.append(
      change.before, text: text, place: place,
      differsInName: isNamed && !named.contains { $0.before.isName(of: change.before) },
      to: &output)
    output.append(#","after":"#)
    after.append(
      change.after, text: text, place: place,
      differsInName: isNamed && !named.contains { $0.after.isName(of: change.after) },
      to: &output)
  }
}

/// The entries that differ, as they were or as they are, and what screens against them.
private struct ListedSide: ~Copyable {
  let screener: Screener
  var worker: ScreeningWorker
  var identifiers: IdentifierMatcher

  init(_ screener: Screener, policy: ScreeningPolicy) {
    self.screener = screener
    worker = ScreeningWorker(screener, policy: policy)
    identifiers = IdentifierMatcher(screener)
  }

  /// Writes what was found as a match in a line of `screen`, or null.
  mutating func append(
    _ finding: RecordMatch.Finding?, text: Bytes, place: [UInt8], differsInName: Bool,
    to output: inout ByteBuffer
  ) {
    let match: AssessedMatch
    switch finding {
    case .name(let found, let party):
      let explanation = worker.explain(text, of: party, against: found)
      match = AssessedMatch(screener.entry(found.entry), found, explanation)
    case .identifier(let found):
      match = AssessedMatch(
        screener.entry(found.entry), found, differsInName: differsInName)
    // Who owns whom depends on all entries, so it is not compared.
    case .owned, nil: return output.append("null")
    }
    output.append(ASCII.openBrace)
    output.append(place)
    OutputLine.append(
      match.entry, nameIndex: match.nameIndex, text: text, match.score, to: &output)
    OutputLine.append(reasons: match.reasons, to: &output)
    if let identifier = match.identifier { OutputLine.append(identifier, to: &output) }
    output.append(ASCII.closeBrace)
  }
}

extension RecordMatch.Finding? {
  /// Whether it is a name of the entry of another finding.
  fileprivate func isName(of other: RecordMatch.Finding?) -> Bool {
    guard case .name(let match, _) = self else { return false }
    return match.entry == other?.entry
  }
}
