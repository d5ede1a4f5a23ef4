internal import NameScreening
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

  // Offsets of 32 bits reach 2 GiB; a record adds far less than the rest.
  /// The most bytes of text in one column before it is refused.
  static let maximumByteCount = 1 << 30

  /// The bytes of text in the largest column.
  var byteCount: Int {
    max(
      field.byteCount, role.byteCount, list.byteCount, uid.byteCount, name.byteCount,
      matchedName.byteCount, reasons.byteCount, explanation.byteCount)
  }

  mutating func append(
    _ record: Int64, field: String, role: String, _ match: NameMatch, of entry: WatchlistEntry,
    _ explanation: ScoreExplanation, explains: Bool
  ) {
    let matched = entry.names[match.nameIndex]
    self.record.append(record)
    self.field.append(field)
    self.role.append(role)
    list.append(entry.list)
    uid.append(entry.uid)
    name.append(entry.names[0].text)
    matchedName.append(matched.text)
    nameType.append("\(matched.type)")
    strength.append("\(matched.strength)")
    // The nearest number to the four digits that are printed.
    score.append(Double(match.score.tenThousandths) / 10_000)
    reasons.append(explanation.reasons)
    self.explanation.append(explains ? ExplanationJSON.object(explanation) : nil)
  }

  func finish() -> ArrowTable {
    ArrowTable([
      record.finish("record", format: "l"), field.finish("field"), role.finish("role"),
      list.finish("list"), uid.finish("uid"), name.finish("name"),
      matchedName.finish("matched_name"), nameType.finish("name_type"),
      strength.finish("strength"), score.finish("score", format: "g"), reasons.finish("reasons"),
      explanation.finish("explanation", isNullable: true),
    ])
  }
}
