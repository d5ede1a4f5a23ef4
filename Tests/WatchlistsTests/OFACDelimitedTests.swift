import Testing

@testable import Watchlists

@Suite("OFAC's delimited files")
struct OFACDelimitedTests {
  private let folder = TemporaryFolder()

  private static let null = "-0- "
  private static let end = "\u{1A}"

  /// A main row with the columns that most tests leave empty.
  private static func row(
    _ uid: Int, _ name: String, type: String = null, program: String = "\"SDGT\"",
    remarks: String = null
  ) -> String {
    "\(uid),\"\(name)\",\(type),\(program),\(null),\(null),\(null),\(null),\(null),\(null),"
      + "\(null),\(remarks)\r\n"
  }

  private func load(
    _ main: String, requireComplete: Bool = false
  ) throws(WatchlistError) -> Watchlist {
    let path = folder.write("sdn.csv", main)
    return try WatchlistLoader.load(specification: path, requireComplete: requireComplete)
  }

  private func entry(remarks: String, type: String = null) throws -> WatchlistEntry {
    let text = Self.row(7, "ACME", type: type, remarks: "\"\(remarks)\"") + Self.end
    return try #require(try load(text).entries.first)
  }

  @Test("a whole set joins its parts")
  func joinsParts() throws {
    folder.write(
      "alt.csv", "7,1,\"fka\",\"OLD ACME\",-0- \r\n7,2,\"aka\",\"ACME 2\",-0- \r\n\u{1A}")
    folder.write("add.csv", "7,1,\"1 Road\",\"Town 12\",\"Iran\",-0- \r\n\u{1A}")
    folder.write("sdn_comments.csv", "7,\"ber A1 (Iran); a.k.a. 'AC'.\"\r\n\u{1A}")
    let list = try load(
      Self.row(7, "ACME", program: "\"SDGT] [IRAN\"", remarks: "\"Registration Num\"") + Self.end,
      requireComplete: true)
    let entry = try #require(list.entries.first)
    #expect(list.summary.name == "OFAC-SDN")
    #expect(list.summary.warnings.isEmpty)
    #expect(list.summary.parts.count == 3)
    #expect(list.summary.weakNameCount == 1)
    #expect(list.summary.published == nil)
    #expect(
      list.summary.programCounts == [
        ProgramCount(program: "IRAN", count: 1), ProgramCount(program: "SDGT", count: 1),
      ])
    #expect(entry.list == "SDN" && entry.uid == "7" && entry.type == .organisation)
    #expect(
      entry.names == [
        ListedName("ACME", type: .primary, strength: .strong),
        ListedName("OLD ACME", type: .former, strength: .strong),
        ListedName("ACME 2", type: .alias, strength: .strong),
        ListedName("AC", type: .alias, strength: .weak, origin: .remark),
      ])
    #expect(entry.programs == ["SDGT", "IRAN"])
    #expect(entry.identifiers == [Identifier(.registration, "A1", country: "Iran")])
    #expect(entry.addresses == [Address(lines: "1 Road", city: "Town 12", country: "Iran")])
  }

  @Test("remarks that end in a space go on in the comments")
  func keepsSpaceBeforeComments() throws {
    folder.write("sdn_comments.csv", "7,\"(China); a.k.a. 'CCCC'.\"\r\n\u{1A}")
    let code = "91110000MA005UCQ5P"
    let remarks = "\"Unified Social Credit Code (USCC) \(code) \""
    let entry = try #require(
      try load(Self.row(7, "ACME", remarks: remarks) + Self.end).entries.first)
    #expect(
      entry.identifiers == [
        Identifier(.uscc, code, country: "China", hasValidChecksum: true)
      ])
    #expect(entry.names.map(\.text) == ["ACME", "CCCC"])
  }

  @Test("remarks become facts, and what is left stays")
  func readsRemarks() throws {
    let entry = try entry(
      remarks: "DOB 10 Dec 1948; alt. DOB circa 1979-1982; POB Giza, Egypt; nationality Egypt; "
        + "citizen Egypt; alt. citizen Sudan; Passport 1084010 (Egypt) issued 16 Oct 2009 expires "
        + "2012; alt. Passport 19820215; R.F.C. # IES-870805 (Mexico); Gender Male; SWIFT/BIC HNRBBY2X; MMSI 518998562; "
        + "Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h; "
        + "Istanbul Chamber of Comm. No. 537070 (Turkey); Phone Number 982188526300; "
        + "Linked To: HAMAS.", type: "\"individual\"")
    #expect(entry.type == .person)
    #expect(entry.birthDates.count == 2)
    #expect(entry.birthDates.last?.isApproximate == true)
    #expect(entry.birthDates.last?.last == CalendarDate(year: 1982, month: 12, day: 31))
    #expect(entry.birthPlaces == ["Giza, Egypt"])
    #expect(entry.countries == ["Egypt", "Sudan"])
    #expect(
      entry.identifiers == [
        Identifier(.passport, "1084010", country: "Egypt"), Identifier(.passport, "19820215"),
        Identifier(.tax, "IES-870805", country: "Mexico"),
        Identifier(.bic, "HNRBBY2X"), Identifier(.mmsi, "518998562"),
        Identifier(
          .cryptoAddress, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", hasValidChecksum: true),
        Identifier(.registration, "537070", country: "Turkey"),
      ])
    #expect(entry.remarks == "Gender Male; Phone Number 982188526300; Linked To: HAMAS")
  }

  @Test(
    "weak names lose their quotes and keep their apostrophes",
    arguments: [
      ("a.k.a. 'BNC'", "BNC"), ("a.k.a. ''ALI, Abu'", "'ALI, Abu"),
      ("a.k.a. 'ABU-AL-KARKH', 'Yusuf'", "ABU-AL-KARKH, Yusuf"),
      ("f.k.a. 'SUE RC 'KMP''", "SUE RC 'KMP'"), ("alt. a.k.a. 'AHMED, A.'", "AHMED, A."),
    ])
  func unquotes(remark: String, name: String) throws {
    let names = try entry(remarks: "\(remark); DOB 1950.").names
    #expect(names.last?.text == name)
    #expect(names.last?.strength == .weak)
    #expect(names.last?.type == (remark.hasPrefix("f") ? .former : .alias))
  }

  @Test("an entry of NS-CMIC has its dates, issuers, tickers and checked identifiers")
  func readsCMIC() throws {
    let list = try load(
      Self.row(
        7, "ACME", program: "\"CMIC-EO13959\"",
        remarks: "\"Equity Ticker 603019CN; Issuer Name Acme Co., Ltd.; alt. Issuer Name Old Acme; "
          + "ISIN BRC1EODR004; alt. ISIN CNE100001TW7; Target Type Public Company; Effective Date "
          + "(CMIC) 14 Feb 2022; Purchase/Sales For Divestment Date (CMIC) 16 Dec 2022; Listing "
          + "Date (CMIC) 16 Dec 2021.\"") + Self.end)
    let entry = try #require(list.entries.first)
    #expect(list.summary.name == "OFAC-CONSOLIDATED")
    #expect(entry.list == "NS-CMIC")
    #expect(
      entry.names.filter { $0.type == .issuer }.map(\.text) == ["Acme Co., Ltd.", "Old Acme"])
    #expect(
      entry.identifiers == [
        Identifier(.ticker, "603019CN"),
        Identifier(.isin, "BRC1EODR004", hasValidChecksum: false),
        Identifier(.isin, "CNE100001TW7", hasValidChecksum: true),
      ])
    #expect(entry.listedOn == CalendarDate(year: 2021, month: 12, day: 16))
    #expect(entry.effectiveOn == CalendarDate(year: 2022, month: 2, day: 14))
    #expect(entry.divestBy == CalendarDate(year: 2022, month: 12, day: 16))
    #expect(entry.remarks == "Target Type Public Company")
    #expect(
      list.summary.warnings.contains {
        $0.message == "ISIN with a wrong check digit or length" && $0.line == 1 && $0.count == 1
      })
  }

  @Test("an IMO number is a hull's for vessels and a company's for others")
  func tellsIMONumbersApart() throws {
    let remark = "Vessel Registration Identification IMO 7406784."
    let vessel = try entry(remarks: remark, type: "\"vessel\"")
    #expect(vessel.identifiers == [Identifier(.imo, "7406784", hasValidChecksum: true)])
    let company = try entry(remarks: "Identification Number IMO 5342883.")
    #expect(company.identifiers == [Identifier(.companyIMO, "5342883")])
  }

  @Test("what is missing is a warning, or an error when complete lists are required")
  func missingPiecesAreWarnings() throws {
    let header = "ent_num,alt_num,alt_type,alt_name,alt_remarks\r\n"
    folder.write("alt.csv", header + "7,1,\"aka\",\"A\",-0- \r\n8,2,\"aka\",\"B\",-0- \r\n\u{1A}")
    folder.write("add.csv", "7,1,-0- ,-0- ,-0- ,-0- \r\n\u{1A},,,,,")
    let text = Self.row(7, "ACME")
    let warnings = try load(text).summary.warnings.map(\.message)
    #expect(
      warnings == [
        "no end mark 0x1A: it may be cut", "row of an entry that is not in the main file",
        "no comments file beside it: long remarks are cut",
      ])
    #expect(throws: WatchlistError.self) { try load(text, requireComplete: true) }
    #expect(throws: WatchlistError.self) { try load(text + Self.end, requireComplete: true) }
  }

  @Test("unknown types, unread dates and Latin-1 are warnings, and no entry is dropped")
  func oddFactsAreWarnings() throws {
    var bytes = Array(Self.row(7, "CAFE", type: "\"robot\"", remarks: "\"DOB soon.\"").utf8)
    bytes[try #require(bytes.firstIndex(of: UInt8(ascii: "E")))] = 0xC9
    let path = folder.write("sdn.csv", bytes + [0x1A])
    let list = try WatchlistLoader.load(specification: path)
    #expect(list.entries.map { $0.names[0].text } == ["CAFÉ"])
    #expect(list.entries[0].type == .unknown)
    #expect(list.entries[0].remarks == "DOB soon")
    let messages = list.summary.warnings.map(\.message)
    for message in [
      "characters outside ASCII", "unknown type of entry", "date of birth not understood",
    ] { #expect(messages.contains(message)) }
  }

  private static let damage: [(text: String, reason: WatchlistError.Reason, line: Int)] = [
    (row(7, "A") + "8,\"B\",-0- ,\"SD", .unterminatedQuote, 2),
    (row(7, "A") + "8,\"B\",-0- ", .wrongColumnCount(actual: 3, expected: 12), 2),
    (row(7, "A") + row(8, "B").dropLast(4), .lastRowCut, 2),
    (row(7, "A") + "8,\"B" + row(9, "C"), .textAfterQuote, 2),
    (row(7, "A") + end + "\r\n" + row(8, "B"), .rowAfterEnd, 3),
    (row(7, "A") + "x" + row(8, "B"), .notNumber(column: "ent_num", byteCount: 2), 2),
    (row(7, "A") + row(8, ""), .missingField(name: "SDN_Name"), 2),
    (row(7, "A") + row(8, "\0"), .zeroByte, 2),
    ("1,2,\"aka\",\"A\",-0- \r\n", .partAsMainFile(columnCount: 5), 0),
  ]

  @Test("damaged files are refused with the line", arguments: damage)
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("sdn.csv", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }

  @Test("a damaged part refuses the whole list")
  func refusesDamagedPart() {
    folder.write("alt.csv", "7,1,\"aka\"\r\n\u{1A}")
    #expect(throws: WatchlistError.self) { try load(Self.row(7, "ACME") + Self.end) }
  }

  @Test("parts are found by the pattern of the main file's name, or named")
  func findsParts() throws {
    let alias = "7,1,\"aka\",\"A2\",-0- \r\n\u{1A}"
    let main = Self.row(7, "ACME") + Self.end
    for (name, part) in [
      ("sdn_2024.csv", "alt_2024.csv"), ("CONS_PRIM.CSV", "CONS_ALT.CSV"),
      ("cons_prim.csv", "cons_alt.csv.gz"), ("other.csv", "names.csv"),
    ] {
      let folder = TemporaryFolder()
      let path = folder.write(name, main)
      let bytes = Array(alias.utf8)
      let partPath = folder.write(part, part.hasSuffix("gz") ? gzip(bytes) : bytes)
      let parts = name == "other.csv" ? [partPath] : []
      let list = try WatchlistLoader.load(specification: path, parts: parts)
      #expect(list.summary.parts == [partPath], "\(name)")
      #expect(list.entries[0].names.count == 2, "\(name)")
    }
  }

  @Test("parts that fit nothing are refused")
  func refusesUnusableParts() {
    let path = folder.write("sdn.csv", Self.row(7, "ACME") + Self.end)
    let odd = folder.write("odd.csv", "a,b,c\r\n")
    let alias = folder.write("one.csv", "7,1,\"aka\",\"A2\",-0- \r\n")
    #expect(throws: WatchlistError.self) {
      try WatchlistLoader.load(specification: path, parts: [odd])
    }
    #expect(throws: WatchlistError.self) {
      try WatchlistLoader.load(specification: path, parts: [alias, alias])
    }
  }

  @Test("an identifier used twice stays unique, with a warning")
  func makesIdentifiersUnique() throws {
    let list = try load(Self.row(7, "A") + Self.row(7, "B") + Self.end)
    #expect(list.entries.map(\.uid) == ["7", "7#2"])
    #expect(
      list.summary.warnings.last?.message == "identifier of an entry used again on its list")
  }

  @Test("a file cut anywhere is refused or warned about")
  func noticesEveryCut() throws {
    folder.write("alt.csv", "7,1,\"aka\",\"A2\",-0- \r\n\u{1A}")
    folder.write("add.csv", "7,1,-0- ,-0- ,\"Iran\",-0- \r\n\u{1A}")
    folder.write("sdn_comments.csv", "7,\" and on\"\r\n\u{1A}")
    let bytes = Array((Self.row(7, "A") + Self.row(8, "B, C", remarks: "\"x\"") + Self.end).utf8)
    for count in 0..<bytes.count {
      let path = folder.write("sdn.csv", Array(bytes[..<count]))
      #expect(throws: WatchlistError.self, "\(count) bytes") {
        try WatchlistLoader.load(specification: path, requireComplete: true)
      }
    }
    let whole = folder.write("sdn.csv", bytes)
    #expect(try WatchlistLoader.load(specification: whole).summary.warnings.isEmpty)
  }
}
