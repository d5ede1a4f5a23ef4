internal import Measures
internal import Watchlists

/// Who owns whom, read from a CSV file.
///
/// A row is a holding: `owner` and `owned`, each an identifier as `KIND=VALUE`, an entry of a list
/// as `LIST:UID`, or a name; `percent`, 0...100; `from` and `to`, the first and last day, empty for
/// ever. Rows name one party alike, apart from spacing, case, punctuation and the spelling of a
/// legal form.
public struct OwnershipFile: Sendable {
  /// A row.
  struct Row: Sendable {
    var owner: String
    var owned: String
    var percent: Percentage
    var from: Day?
    var to: Day?
    /// The line, counting from 1.
    var line: Int
  }

  /// The file, as the caller named it.
  public let path: String
  let rows: [Row]

  /// Reads a file.
  ///
  /// - Throws: ``FactFileError`` for the first row that cannot be understood.
  public init(path: String) throws(FactFileError) {
    var table = try FactTable(
      path: path, required: ["owner", "owned", "percent"], optional: ["from", "to"])
    var rows: [Row] = []
    let day = "a day such as 2022-12-31"
    while try table.next() {
      let percent = try table.value("percent", expected: "a number in 0...100") {
        Percentage($0)
      }
      guard let percent else { throw table.error(.missingField("percent")) }
      let row = Row(
        owner: try table.required("owner"), owned: try table.required("owned"),
        percent: percent, from: try table.value("from", expected: day) { Day($0) },
        to: try table.value("to", expected: day) { Day($0) }, line: table.line)
      if let from = row.from, let to = row.to, to < from {
        throw table.error(.invalidValue(column: "to", expected: "a day on or after 'from'"))
      }
      rows.append(row)
    }
    self.path = path
    self.rows = rows
  }
}
