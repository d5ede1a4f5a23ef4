internal import Measures
internal import NameScreening

extension RecordScreener {
  /// What the record states of the transaction.
  func interpretedFacts(
    _ layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> InterpretedFacts {
    var stated: [(attribute: FieldSpecification.Attribute, text: String)] = []
    var isOfSecurity = false
    for value in values.values {
      let field = layout.fields[Int(value.field)]
      guard field.attribute.isFact || field.isOfSecurity else { continue }
      let text = values.bytes(of: value, in: base)
      if text.isBlank { continue }
      if field.isOfSecurity {
        isOfSecurity = true
      } else {
        stated.append((field.attribute, String(decoding: text, as: UTF8.self)))
      }
    }
    return judge.facts(stated, isOfSecurity: isOfSecurity)
  }

  /// Tells why a match matches, and judges it.
  mutating func assess(
    _ found: RecordMatch, _ facts: TransactionFacts, _ layout: RecordLayout,
    _ base: UnsafePointer<UInt8>
  ) -> AssessedMatch {
    let value = values.values[found.value]
    let entry = screener.entry(found.entry)
    var assessed: AssessedMatch
    switch found.finding {
    case .name(let match, let party):
      let explanation =
        if var name = found.way?.path.last {
          name.withUTF8 { worker.explain($0, of: party, against: match) }
        } else {
          worker.explain(values.bytes(of: value, in: base), of: party, against: match)
        }
      assessed = AssessedMatch(entry, match, explanation)
    case .identifier(let match):
      assessed = AssessedMatch(
        entry, match, differsInName: differsInName(found, layout, base))
    case .owned(let match):
      assessed = AssessedMatch(entry, match)
    }
    if let way = found.way { assessed.add(way) }
    assessed.party.isIssuer = layout.fields[Int(value.field)].isOfSecurity
    assessed.judgements = judge.judge(assessed.party, with: found.entry, entry, facts)
    return assessed
  }

  /// Whether the party of an identifier has a name in the record, and no name of the record
  /// matches the entry.
  private func differsInName(
    _ found: RecordMatch, _ layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> Bool {
    if found.way != nil { return false }
    return isNamed(beside: values.values[found.value], layout, base)
      && !matches.contains { match in
        if case .name(let name, _) = match.finding { return name.entry == found.entry }
        return false
      }
  }

  /// Whether the party of an identifier has a name in the record.
  func isNamed(
    beside value: RecordValue, _ layout: RecordLayout, _ base: UnsafePointer<UInt8>
  ) -> Bool {
    let beside = layout.otherFields[layout.fields[Int(value.field)].nameFields.indices]
    return values.values.contains { other in
      beside.contains(other.field)
        && (other.firstIndex < 0 || value.firstIndex < 0 || other.firstIndex == value.firstIndex)
        && !values.bytes(of: other, in: base).isBlank
    }
  }
}
