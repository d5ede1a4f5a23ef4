internal import Measures
internal import NameScreening
internal import Watchlists

extension RecordScreener {
  /// Adds the listed parties behind an instrument of the record.
  mutating func lookThrough(
    _ value: Int, _ field: RecordLayout.Field, _ text: Bytes
  ) {
    let id = InstrumentFile.normalForm(String(decoding: text, as: UTF8.self))
    let isKnown = instruments?.knows(id) ?? false
    // The bank's own number means nothing without a row; an ISIN means itself.
    if field.attribute == .instrument, !isKnown, CheckDigits.isValid(id, kind: .isin) != true {
      unscreenable.append(UnscreenableValue(value: value, reason: .unknownInstrument))
    }
    guard isKnown else { return }
    let findings = instruments?.findings(id, &identifiers, &worker) ?? []
    for found in findings
    where !matches.contains(where: { $0.value == value && $0.entry == found.finding.entry }) {
      matches.append(RecordMatch(value: value, finding: found.finding, way: found.way))
    }
  }

  /// Adds the listed parties that own parties of the record.
  mutating func findOwners(_ layout: RecordLayout, _ base: UnsafePointer<UInt8>) {
    var day: Day?
    for i in values.values.indices {
      let value = values.values[i]
      let field = layout.fields[Int(value.field)]
      let text = values.bytes(of: value, in: base)
      var party: (id: String, identity: Identity)?
      if field.attribute == .name {
        party = ownership?.party(named: text).map { ($0, .exactName) }
      } else if let kind = field.identifierKind, let key = PartyKey(text, kind) {
        party = ownership?.party(key).map { ($0, .identifier) }
      }
      guard let party else { continue }
      let known = day ?? judge.day(of: interpretedFacts(layout, base).facts)
      day = known
      for owner in ownership?.owners(of: party.id, party.identity, on: known) ?? [] {
        matches.append(RecordMatch(value: i, finding: .owned(owner)))
      }
    }
  }
}
