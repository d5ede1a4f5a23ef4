internal import NameSimilarity
internal import Records
internal import Watchlists

/// The matches of a batch, a row each, growing column by column.
struct MatchTable {
  private var record = NumberColumnBuilder<Int64>(zero: 0)
  private var field = TextColumnBuilder()
  private var role = TextColumnBuilder()
  private var list = TextColumnBuilder()
  private var uid = TextColumnBuilder()
  private var name = TextColumnBuilder()
  private var matchedName = TextColumnBuilder()
  private var nameType = TextColumnBuilder()
  private var strength = TextColumnBuilder()
  private var score = NumberColumnBuilder<Double>(zero: 0)
  private var reasons = TextListColumnBuilder()
  private var explanation = TextColumnBuilder()
  private var identifierKind = TextColumnBuilder()
  private var identifier = TextColumnBuilder()
  private var ownedPercent = TextColumnBuilder()
  private var identity = TextColumnBuilder()
  private var outcome = TextColumnBuilder()
  private var measures = TextColumnBuilder()

  // Offsets of 32 bits reach 2 GiB; a record adds far less than the rest.
  /// The most bytes of text in one column before it is refused.
  static let maximumByteCount = 1 << 30

  /// The bytes of text in the largest column.
  var byteCount: Int {
    max(
      field.byteCount, role.byteCount, list.byteCount, uid.byteCount, name.byteCount,
      matchedName.byteCount, reasons.byteCount, explanation.byteCount, measures.byteCount)
  }

  mutating func append(
    _ record: Int64, _ match: TableRecord.Match, in column: TableLayout.Column, explains: Bool
  ) {
    let entry = match.entry
    let matched = entry.names[match.nameIndex]
    self.record.append(record)
    field.append(column.name)
    role.append(column.role)
    list.append(entry.list)
    uid.append(entry.uid)
    name.append(entry.names[0].text)
    matchedName.append(matched.text)
    nameType.append(matched.type.label)
    strength.append(matched.strength.label)
    // The nearest number to the four digits that are printed.
    score.append(Double(match.score.tenThousandths) / 10_000)
    reasons.append(match.reasons)
    explanation.append(explains ? match.explanation.map(ExplanationJSON.object) : nil)
    identifierKind.append(match.identifier?.kind.label)
    identifier.append(match.identifier?.value)
    ownedPercent.append(match.ownedPercent)
    identity.append(match.identity)
    outcome.append(match.outcome)
    measures.append(match.measures)
  }

  func finish() -> ArrowTable {
    ArrowTable([
      record.finish("record", format: "l"), field.finish("field"), role.finish("role"),
      list.finish("list"), uid.finish("uid"), name.finish("name"),
      matchedName.finish("matched_name"), nameType.finish("name_type"),
      strength.finish("strength"), score.finish("score", format: "g"), reasons.finish("reasons"),
      explanation.finish("explanation", isNullable: true),
      identifierKind.finish("identifier_kind", isNullable: true),
      identifier.finish("identifier", isNullable: true),
      ownedPercent.finish("owned_percent", isNullable: true), identity.finish("identity"),
      outcome.finish("outcome"), measures.finish("measures"),
    ])
  }
}
