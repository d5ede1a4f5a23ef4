import Testing

@testable import Watchlists

/// The texts are ours, written after the published headers of the layouts.
@Suite("The lists of the United Kingdom")
struct UKTests {
  private let folder = TemporaryFolder()

  private static let ukHeader =
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    + "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    + "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    + "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    + "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,"
    + "Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),"
    + "National Identifier number,National Identifier additional information,Passport number,"
    + "Passport additional information,Position,Gender,Town of birth,Country of birth,"
    + "Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,"
    + "Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,"
    + "Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,"
    + "Hull identification number (HIN)"
  private static let ofsiHeader =
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    + "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,"
    + "Passport Details,National Identification Number,National Identification Details,Position,"
    + "Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    + "Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    + "UK Sanctions List Date Designated,Last Updated,Group ID"

  private static func row(_ header: String, _ values: [String: String]) -> String {
    header.split(separator: ",").map { values[String($0)] ?? "" }.joined(separator: ",") + "\n"
  }

  private func load(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("uk.csv", text))
  }

  @Test("the rows of an identifier are one entry, its primary name first")
  func readsSanctionsList() throws {
    var values = [
      "Unique ID": "RUS0001", "OFSI Group ID": "13", "Name 6": "RAI", "Name 1": "Ann",
      "Name type": "Alias", "Alias strength": "Low quality a.k.a", "Regime Name": "Russia",
      "Designation Type": "Individual", "Designation source": "UK",
      "Sanctions Imposed": "Asset freeze|Travel Ban", "Address Line 1": "1 Road",
      "Address Line 6": "Perm", "Address Country": "Russia", "Date Designated": "24/02/2022",
      "D.O.B": "dd/mm/1970", "Nationality(/ies)": "(1) Russia (2) Cyprus", "Position": "Minister",
      "Passport number": "A1", "Town of birth": "Perm", "Country of birth": "Russia",
      "Other Information": "None",
    ]
    var text = "Report Date: 13-Feb-2026\n" + Self.ukHeader + "\n" + Self.row(Self.ukHeader, values)
    values["Name 6"] = "RAY"
    values["Name 2"] = "Bo"
    values["Name type"] = "Primary Name"
    values["Alias strength"] = ""
    values["Name non-latin script"] = "Энн"
    values["Non-latin script type"] = "Cyrillic"
    values["Address Line 1"] = "2 Road"
    values["D.O.B"] = "02/05/1971"
    text += Self.row(Self.ukHeader, values)
    text += Self.row(
      Self.ukHeader,
      [
        "Unique ID": "RUS0002", "Name 6": "SEA STAR", "Name type": "Primary name variation",
        "Designation Type": "Ship", "IMO number": "9074729", "Previous flags": "Malta",
        "Current believed flag of ship": "Panama", "Date Designated": "01/01/2023",
      ])
    let list = try load(text)
    #expect(list.summary.kind == .uk && list.summary.published?.description == "2026-02-13")
    #expect(list.summary.warnings.isEmpty)
    let ray = list.entries[0]
    #expect(ray.list == "UK" && ray.uid == "RUS0001" && ray.type == .person)
    #expect(
      ray.names == [
        ListedName("RAY, Ann Bo", type: .primary, strength: .strong),
        ListedName("RAI, Ann", type: .alias, strength: .weak),
        ListedName("Энн", type: .variant, strength: .strong, script: "Cyrl"),
      ])
    #expect(ray.addresses.map(\.lines) == ["1 Road", "2 Road"] && ray.addresses[0].city == "Perm")
    #expect(ray.countries == ["Russia", "Cyprus"] && ray.birthPlaces == ["Perm, Russia"])
    #expect(ray.birthDates.map(\.first.description) == ["1970-01-01", "1971-05-02"])
    #expect(ray.birthDates.map(\.last.description) == ["1970-12-31", "1971-05-02"])
    #expect(ray.identifiers == [Identifier(.passport, "A1")] && ray.title == "Minister")
    #expect(ray.programs == ["Russia"] && ray.listedOn?.description == "2022-02-24")
    #expect(ray.remarks == "None; Sanctions Imposed Asset freeze|Travel Ban; OFSI Group ID 13")
    let ship = list.entries[1]
    #expect(ship.type == .vessel && ship.names[0].type == .primary)
    #expect(ship.identifiers == [Identifier(.imo, "9074729", hasValidChecksum: true)])
    #expect(ship.countries == ["Panama", "Malta"])
  }

  @Test("OFSI's list of 2022 has the columns of names in other scripts and of qualities")
  func readsOFSI2022() throws {
    let list = try load(
      "Last Updated,03/06/2025\n" + Self.ofsiHeader + "\n"
        + Self.row(
          Self.ofsiHeader,
          [
            "Name 6": "ACME BANK", "Group Type": "Entity", "Alias Type": "Primary name",
            "Name Non-Latin Script": "Акме", "Regime": "Syria", "Listed On": "17/02/2012",
            "Group ID": "12",
          ])
        + Self.row(
          Self.ofsiHeader,
          [
            "Name 6": "ACME", "Group Type": "Entity", "Alias Type": "AKA", "Alias Quality": "Good",
            "Regime": "Iran", "Listed On": "01/02/2011", "Group ID": "12",
          ]))
    #expect(list.summary.kind == .ofsi && list.summary.published?.description == "2025-06-03")
    let bank = list.entries[0]
    #expect(bank.list == "UK-OFSI" && bank.uid == "12")
    #expect(bank.names.map(\.text) == ["ACME BANK", "Акме", "ACME"])
    #expect(bank.names.map(\.strength) == [.strong, .strong, .strong])
    #expect(bank.programs == ["Syria", "Iran"] && bank.listedOn?.description == "2011-02-01")
  }

  @Test("older layouts have numbers inside details, and windows-1252")
  func readsOFSI2018() throws {
    let text =
      "Last Updated,13/04/2018,,\n"
      + "Name 6,Name 1,DOB,Passport Details,Other Information,Group Type,Alias Type,Group ID\n"
      + "RAY,Ann,00/00/1980,\"(1) Passport No: A592667 (issued 2007) (2) none\",x’s,Individual,"
      + "Prime Alias,5\n"
    let bytes = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    let path = folder.write("ConList.csv", bytes)
    let ray = try #require(try WatchlistLoader.load(specification: path).entries.first)
    #expect(ray.identifiers == [Identifier(.passport, "A592667")])
    #expect(ray.remarks == "x’s; Passport (1) Passport No: A592667 (issued 2007) (2) none")
    #expect(ray.birthDates.first?.last.description == "1980-12-31")
  }

  private static let ofsi = "Last Updated,1\nName 6,Group Type,Alias Type,Group ID\n"
  private static let damage: [(text: String, reason: WatchlistError.Reason, line: Int)] = [
    (ofsi, .noEntries, 0),
    (ofsi + "A,Entity,AKA,1\nB,Entity\n", .wrongColumnCount(actual: 2, expected: 4), 4),
    (ofsi + "A,Entity,AKA,\n", .missingField(name: "group id"), 3),
    (ofsi + ",Entity,AKA,1\n", .missingField(name: "name 6"), 3),
    (ofsi + "A,Entity,AKA,1\nName 6,Group Type,Alias Type,Group ID\n", .repeatedHeader, 4),
    (ofsi + "\"A,Entity,AKA,1\n", .unterminatedQuote, 3),
  ]

  @Test("damaged files are refused with the line", arguments: damage)
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("uk.csv", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }
}

@Suite("Numbered items")
struct NumberedItemsTests {
  @Test(
    "are taken apart",
    arguments: [
      ("", []), ("-", []), ("Syria", ["Syria"]),
      ("1) Saudi Arabia 2) Qatar", ["Saudi Arabia", "Qatar"]),
      ("(1) A (2) B", ["A", "B"]), ("(1)-(2) Algeria (3) -", ["Algeria"]),
      ("(a) Mullah, (b) Maulavi", ["Mullah", "Maulavi"]), ("Ab (1) C", ["Ab (1) C"]),
      ("(1) F(16) B (2)", ["F(16) B"]), ("(1", ["(1"]), ("№ 7) x", ["№ 7) x"]),
    ])
  func areTakenApart(text: String, items: [String]) {
    #expect(numberedItems(text).map(String.init) == items)
  }
}
