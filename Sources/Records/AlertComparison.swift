internal import NameScreening
internal import Watchlists

/// An alert that differs between two versions of lists.
struct AlertChange {
  /// The name of the record, as an index into its values.
  var value: Int
  /// What the record tells of the party; the bytes are those of the record.
  var party: PartyFacts
  /// The match as it was, of an entry of ``ListChanges/before``; nil for a new alert.
  var before: NameMatch?
  /// The match as it is, of an entry of ``ListChanges/after``; nil for one that vanished.
  var after: NameMatch?
}

/// Screens the names of a record against the entries that differ between two versions of lists,
/// as they were and as they are: the scratch memory of one thread.
struct AlertComparison: ~Copyable {
  private let changes: ListChanges
  private var before: ScreeningWorker
  private var after: ScreeningWorker
  /// The alerts of the present record that differ.
  private(set) var differing: [AlertChange] = []
  /// Whether a name of the present record could not be screened.
  private(set) var isUnscreenable = false

  init(_ changes: ListChanges, policy: ScreeningPolicy) {
    self.changes = changes
    before = ScreeningWorker(changes.before, policy: policy)
    after = ScreeningWorker(changes.after, policy: policy)
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
    _ = before.screen(name, of: party)
    if case .unscreenable = after.screen(name, of: party) { isUnscreenable = true }
    for match in after.matches {
      let old = partner(of: match, among: before.matches)
      differing.append(AlertChange(value: value, party: party, before: old, after: match))
    }
    for match in before.matches where partner(of: match, among: after.matches) == nil {
      differing.append(AlertChange(value: value, party: party, before: match, after: nil))
    }
  }

  /// The match of the same entry in its other state.
  private func partner(of match: NameMatch, among others: [NameMatch]) -> NameMatch? {
    changes.isChanged(match.entry) ? others.first { $0.entry == match.entry } : nil
  }

  /// Orders what differs by the place of the name in the record, then by list and identifier.
  mutating func sort() {
    guard differing.count > 1 else { return }
    let keys = differing.enumerated().map { i, change in
      let entry = entry(of: change)
      return (change.value, entry.list, entry.uid, i)
    }
    differing = keys.sorted { $0 < $1 }.map { differing[$0.3] }
  }

  private func entry(of change: AlertChange) -> WatchlistEntry {
    if let match = change.after { return changes.after.entry(match.entry) }
    if let match = change.before { return changes.before.entry(match.entry) }
    preconditionFailure("an alert that differs is there before or after")
  }

  // MARK: - Output

  /// Appends the members of an output line that tell of a change.
  ///
  /// - Parameters:
  ///   - text: The name.
  ///   - place: What tells where in the record the name is, as JSON members.
  mutating func append(
    _ change: AlertChange, text: Bytes, place: [UInt8], to output: inout ByteBuffer
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
    output.append(#"","before":"#)
    if let match = change.before {
      let explanation = before.explain(text, of: change.party, against: match)
      Self.append(
        match, of: changes.before.entry(match.entry), explanation, text: text, place: place,
        to: &output)
    } else {
      output.append("null")
    }
    output.append(#","after":"#)
    if let match = change.after {
      let explanation = after.explain(text, of: change.party, against: match)
      Self.append(
        match, of: changes.after.entry(match.entry), explanation, text: text, place: place,
        to: &output)
    } else {
      output.append("null")
    }
  }

  private static func append(
    _ match: NameMatch, of entry: WatchlistEntry, _ explanation: ScoreExplanation, text: Bytes,
    place: [UInt8], to output: inout ByteBuffer
  ) {
    output.append(ASCII.openBrace)
    output.append(place)
    OutputLine.append(entry, nameIndex: match.nameIndex, text: text, match.score, to: &output)
    OutputLine.append(reasons: explanation.reasons, to: &output)
    output.append(ASCII.closeBrace)
  }
}
