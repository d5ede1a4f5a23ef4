/// Which columns of a table are read, and what each is.
package struct TableLayout: Sendable {
  /// A column that is read.
  package struct Column: Sendable {
    /// Its number in the table.
    package let number: Int
    /// Its name.
    package let name: String
    /// The role of the party that it tells of.
    package let role: String
    /// The field of the layout that it is.
    package let field: Int32
  }

  /// The columns that are read, in the order of the table.
  package let columns: [Column]
  let layout: RecordLayout

  /// Finds the columns of a table.
  ///
  /// - Parameters:
  ///   - names: The names of all columns.
  ///   - fields: Where the parties are; nil to recognise well-known names.
  /// - Throws: ``RunError`` when a column is missing or occurs twice, or when nothing is to be
  ///   screened.
  package init(columns names: [String], fields: FieldSpecification?) throws(RunError) {
    let specified = fields?.fields ?? FieldRecognition.fields(columns: names)
    do throws(LayoutError) {
      guard specified.contains(where: \.isScreened) else {
        throw LayoutError(.noNameField(seen: names))
      }
      layout = try .delimited(specified, columns: names, delimiter: 0)
    } catch {
      throw RunError(path: "table", reason: error.reason)
    }
    guard case .delimited(let scanner) = layout.scanner else {
      fatalError("the layout of columns is of delimited records")
    }
    columns = names.indices.compactMap { i in
      let field = scanner.fieldOfColumn[i]
      guard field >= 0 else { return nil }
      let role = specified.first { $0.path == names[i] }?.role ?? ""
      return Column(number: i, name: names[i], role: role, field: field)
    }
  }
}
