internal import Records

/// What could not be screened of a batch, a row each.
struct NoticeTable {
  private var record = NumberColumnBuilder<Int64>(zero: 0)
  private var field = TextColumnBuilder()
  private var role = TextColumnBuilder()
  private var code = TextColumnBuilder()
  private var count = NumberColumnBuilder<Int64>(zero: 0)
  private var limit = NumberColumnBuilder<Int64>(zero: 0)

  /// The bytes of text in the largest column.
  var byteCount: Int { max(field.byteCount, role.byteCount, code.byteCount) }

  /// Something to know of a record.
  mutating func append(
    _ record: Int64, _ notice: TableRecord.Notice, in column: TableLayout.Column?
  ) {
    append(
      record, notice.code, field: column?.name, role: column?.role, count: notice.count,
      limit: notice.limit)
  }

  /// A record that is rejected for the text of a field.
  mutating func append(_ record: Int64, _ reason: RejectReason, field: String) {
    switch reason {
    case .tooLong(let limit): append(record, reason.code, field: field, limit: limit)
    case .invalidEncoding(let byte), .nulByte(let byte):
      append(record, reason.code, field: field, count: byte)
    default: append(record, reason.code, field: field)
    }
  }

  /// Matches that there was no room for.
  mutating func appendOmitted(_ record: Int64, count: Int, limit: Int) {
    append(record, "MATCHES_OMITTED", count: count, limit: limit)
  }

  private mutating func append(
    _ record: Int64, _ code: String, field: String? = nil, role: String? = nil,
    count: Int? = nil, limit: Int? = nil
  ) {
    self.record.append(record)
    self.field.append(field)
    self.role.append(role)
    self.code.append(code)
    self.count.append(count.map(Int64.init))
    self.limit.append(limit.map(Int64.init))
  }

  func finish() -> ArrowTable {
    ArrowTable([
      record.finish("record", format: "l"), field.finish("field", isNullable: true),
      role.finish("role", isNullable: true), code.finish("code"),
      count.finish("count", format: "l", isNullable: true),
      limit.finish("limit", format: "l", isNullable: true),
    ])
  }
}
