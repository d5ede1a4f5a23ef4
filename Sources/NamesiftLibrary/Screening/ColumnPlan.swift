internal import CNamesift
internal import Records

/// Which columns of a batch are screened, and which tell facts of the parties that they name.
struct ColumnPlan {
  /// A column of names.
  struct Name {
    /// Its column, as an index into ``columns``.
    var column: Int
    /// The role of the parties.
    var role: String
    /// The columns that tell what the parties are, each as an index into ``columns``: the first
    /// that is not null counts.
    var types: [Int]
    var countries: [Int]
    var birthDates: [Int]
  }

  /// The columns that are read, in the order of the batch.
  let columns: [TextColumn]
  /// The columns of names among them, in the order of the batch.
  let names: [Name]

  /// Finds the columns in a batch.
  ///
  /// - Parameter fields: Where the parties are; nil to recognise well-known names of columns.
  /// - Throws: ``LibraryError`` when a column is missing, occurs twice or is not of text, or when
  ///   nothing is to be screened.
  init(_ batch: ArrowBatch, fields: FieldSpecification?) throws(LibraryError) {
    let seen = batch.columns.map(\.name)
    let fields = fields?.fields ?? FieldRecognition.fields(columns: seen)
    let wanted = fields.filter { $0.role != FieldSpecification.recordRole }
    guard wanted.contains(where: { $0.attribute == .name }) else {
      throw .argument(
        "no column with a name is recognised among \(Self.list(seen)); say which by 'fields'")
    }
    var positions: [(field: FieldSpecification.Field, position: Int)] = []
    for field in wanted {
      guard let position = seen.firstIndex(of: field.path) else {
        throw .argument("no column '\(field.path)'; the columns are \(Self.list(seen))")
      }
      guard seen.lastIndex(of: field.path) == position else {
        throw .argument("two columns are named '\(field.path)'")
      }
      positions.append((field, position))
    }
    positions.sort { $0.position < $1.position }
    var columns: [TextColumn] = []
    for (field, position) in positions {
      let column = batch.columns[position]
      columns.append(try TextColumn(column.schema, column.array, name: field.path))
    }
    self.columns = columns
    let inOrder = positions.map(\.field)
    names = inOrder.indices.filter { inOrder[$0].attribute == .name }.map { i in
      let role = inOrder[i].role
      return Name(
        column: i, role: role, types: Self.columns(of: .type, role, inOrder),
        countries: Self.columns(of: .country, role, inOrder),
        birthDates: Self.columns(of: .dob, role, inOrder))
    }
  }

  private static func columns(
    of attribute: FieldSpecification.Attribute, _ role: String,
    _ fields: [FieldSpecification.Field]
  ) -> [Int] {
    fields.indices.filter { fields[$0].attribute == attribute && fields[$0].role == role }
  }

  /// At most 40 of the names, so that a wide table cannot flood a message.
  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "no columns" }
    let shown = names.prefix(40).map { "'\($0.prefix(60))'" }.joined(separator: ", ")
    return names.count > 40 ? "\(shown) and \(names.count - 40) more" : shown
  }
}
