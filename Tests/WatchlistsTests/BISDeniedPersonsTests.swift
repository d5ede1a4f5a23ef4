import Testing

@testable import Watchlists

@Suite("The Denied Persons List")
struct BISDeniedPersonsTests {
  private let folder = TemporaryFolder()

  private static let columns = [
    "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
    "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
  ]
  private static let header = row(columns)

  private static func row(_ cells: [String]) -> String {
    cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: "\t") + "\n"
  }

  private static func row(_ name: String, street: String, effective: String = "06/19/2003")
    -> String
  {
    row([
      name, street, "DALLAS", "TX", "US", "75159", effective, "06/29/2056", "Y", "2007-01-31",
      "NAME ADDED", "68 F.R. 1 6/27/03",
    ])
  }

  private func load(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("dpl.txt", text))
  }

  @Test("rows of one person and one date are one entry with all addresses")
  func joinsRows() throws {
    let list = try load(
      Self.header + Self.row(" ANN \"BO\" RAY", street: "1 ROAD")
        + Self.row("ANN \"BO\" RAY", street: "2 ROAD")
        + Self.row("ANN \"BO\" RAY", street: "2 ROAD", effective: "01/31/2010"))
    #expect(list.summary.kind == .bisDPL && list.summary.name == "BIS-DPL")
    #expect(list.entries.map(\.list) == ["BIS-DPL", "BIS-DPL"])
    let entry = list.entries[0]
    #expect(entry.names == [ListedName("ANN \"BO\" RAY", type: .primary, strength: .strong)])
    #expect(entry.addresses.map(\.lines) == ["1 ROAD", "2 ROAD"])
    #expect(entry.addresses[0].city == "DALLAS, TX, 75159" && entry.addresses[0].country == "US")
    #expect(entry.effectiveOn == CalendarDate(year: 2003, month: 6, day: 19))
    #expect(entry.endsOn == CalendarDate(year: 2056, month: 6, day: 29))
    #expect(entry.citation == "68 F.R. 1 6/27/03")
    #expect(entry.remarks == "NAME ADDED; Standard Order Y")
    #expect(entry.uid != list.entries[1].uid && entry.uid.count == 40)
  }

  @Test("names inside a name are added")
  func addsInnerNames() throws {
    let list = try load(Self.header + Self.row("ANN (A.K.A. EVE) RAY", street: "1 ROAD"))
    #expect(
      list.entries[0].names.map(\.text) == ["ANN (A.K.A. EVE) RAY", "ANN RAY", "EVE"])
  }

  private static let damage: [(text: String, reason: WatchlistError.Reason, line: Int)] = [
    (header, .noEntries, 0),
    (header + row("", street: "A"), .missingField(name: "name"), 2),
    (
      header + row("A", street: "B") + "\"C\"\t\"D\"\n", .wrongColumnCount(actual: 2, expected: 12),
      3
    ),
    (header + row("A", street: "B").dropLast(), .lastRowCut, 2),
    (header + row("A", street: "B").dropLast(3), .unterminatedQuote, 2),
  ]

  @Test("damaged files are refused with the line", arguments: damage)
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("dpl.txt", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }
}
