import Testing

@testable import Watchlists

@Suite("The Consolidated Screening List")
struct CSLTests {
  private let folder = TemporaryFolder()

  private static let columns = [
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage",
    "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
    "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
  ]
  private static let header = columns.joined(separator: ",") + "\n"
  private static let entityList = "Entity List (EL) - Bureau of Industry and Security"

  private static func row(_ values: [String: String]) -> String {
    let fields = columns.map { column in
      "\"\((values[column] ?? "").replacing("\"", with: "\"\""))\""
    }
    return fields.joined(separator: ",") + "\n"
  }

  private func load(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("csl.csv", text))
  }

  private func entry(_ values: [String: String]) throws -> WatchlistEntry {
    try #require(try load(Self.header + Self.row(values)).entries.first)
  }

  @Test("an entry of OFAC's lists keeps its number, dates and identifiers")
  func readsTreasuryEntry() throws {
    let list = try load(
      Self.header
        + Self.row([
          "_id": "30902", "entity_number": "30902", "type": "Entity",
          "source": "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury",
          "programs": "CMIC-EO13959; SDGT", "name": "AERO ENGINE CORPORATION OF CHINA",
          "addresses": "5 Landianchang South Road, Beijing, 100097, CN; HK",
          "alt_names": "AECC; CHINA AVIATION (A; B) CO., LTD",
          "nationalities": "CN", "citizenships": "CN; US", "places_of_birth": "Pec, Kosovo",
          "dates_of_birth": "1967-03-25; 1966; 1951 to 1953",
          "ids": "CN, 91110000MA005UCQ5P, Unified Social Credit Code (USCC); "
            + "02 Aug 2021, Effective Date (CMIC); 03 Jun 2021, Listing Date (CMIC); "
            + "03 Jun 2022, Purchase/Sales For Divestment Date (CMIC); "
            + "MM, 2017-01-16, 110364903, Registration Number; Male, Gender; "
            + "Aero Engine Co, Issuer Name",
        ]))
    let entry = try #require(list.entries.first)
    #expect(list.summary.name == "US-CSL" && list.summary.kind == .csl)
    #expect(list.summary.warnings.isEmpty)
    #expect(entry.list == "NS-CMIC" && entry.uid == "30902" && entry.type == .organisation)
    #expect(entry.programs == ["CMIC-EO13959", "SDGT"])
    #expect(
      entry.names.map(\.text) == [
        "AERO ENGINE CORPORATION OF CHINA", "AECC", "CHINA AVIATION (A; B) CO., LTD",
        "Aero Engine Co",
      ])
    #expect(entry.names.allSatisfy { $0.strength == .unknown })
    #expect(
      entry.identifiers == [
        Identifier(.uscc, "91110000MA005UCQ5P", country: "CN", hasValidChecksum: true),
        Identifier(.registration, "110364903", country: "MM"),
      ])
    #expect(entry.listedOn == CalendarDate(year: 2021, month: 6, day: 3))
    #expect(entry.effectiveOn == CalendarDate(year: 2021, month: 8, day: 2))
    #expect(entry.divestBy == CalendarDate(year: 2022, month: 6, day: 3))
    #expect(
      entry.addresses == [
        Address(lines: "5 Landianchang South Road, Beijing, 100097", country: "CN"),
        Address(country: "HK"),
      ])
    #expect(entry.countries == ["CN", "US"])
    #expect(entry.birthDates.count == 3)
    #expect(entry.birthPlaces == ["Pec, Kosovo"])
    #expect(entry.remarks == "Gender Male")
  }

  @Test("an entry of the Entity List has its licence terms and the hash as identifier")
  func readsEntityListEntry() throws {
    let entry = try entry([
      "_id": "43f1", "source": Self.entityList, "name": "140 Repair Plant JSC",
      "federal_register_notice": "87 FR 20299", "start_date": "2022-04-07",
      "end_date": "3033-01-17", "license_requirement": "For all items. (See §744.11)",
      "license_policy": "Policy of denial. ", "alt_names": "Plant 140; and JSC 140 Plant",
    ])
    #expect(entry.list == "BIS-EL" && entry.uid == "43f1" && entry.type == .unknown)
    #expect(entry.citation == "87 FR 20299")
    #expect(entry.licenceRequirement == "For all items. (See §744.11)")
    #expect(entry.licencePolicy == "Policy of denial.")
    #expect(entry.effectiveOn == CalendarDate(year: 2022, month: 4, day: 7))
    #expect(entry.endsOn == CalendarDate(year: 3033, month: 1, day: 17))
    #expect(
      entry.names.map(\.text) == [
        "140 Repair Plant JSC", "Plant 140", "and JSC 140 Plant", "JSC 140 Plant",
      ])
    #expect(entry.names.map(\.origin) == [.column, .column, .column, .derived])
  }

  @Test("a row that lists an address is an address")
  func readsAddressRow() throws {
    let entry = try entry(["_id": "1", "source": Self.entityList, "name": "Address 01"])
    #expect(entry.type == .address)
  }

  @Test("the old form without hashes gets stable identifiers")
  func readsOldForm() throws {
    let text = "source,name,alt_names\n\(Self.entityList),Acme,\n\(Self.entityList),Bolt,\n"
    let uids = try load(text).entries.map(\.uid)
    #expect(uids == (try load(text).entries.map(\.uid)))
    #expect(Set(uids).count == 2)
    #expect(uids.allSatisfy { $0.count == 40 })
  }

  @Test("an alias list joined without a space is taken apart as well")
  func splitsJoinedAliases() throws {
    let entry = try entry([
      "_id": "1", "source": Self.entityList, "name": "Acme", "alt_names": "CETC 24;CETC 44",
    ])
    #expect(entry.names.map(\.text) == ["Acme", "CETC 24;CETC 44", "CETC 24", "CETC 44"])
  }

  @Test("unknown sources, columns and dates are warnings")
  func oddFactsAreWarnings() throws {
    let list = try load(
      "source,name,alt_names,start_date,surprise\nNew List (NEW),Acme,,soon,x\n")
    #expect(list.entries.map(\.list) == ["CSL-OTHER"])
    #expect(
      list.summary.warnings.map(\.message) == [
        "unknown column", "unknown source list", "date not understood",
      ])
    #expect(list.summary.warnings.map(\.line) == [1, 2, 2])
  }

  private static let damage: [(text: String, reason: WatchlistError.Reason, line: Int)] = [
    (header + header, .repeatedHeader, 2),
    (header + row(["name": "A"]) + "1,2\n", .wrongColumnCount(actual: 2, expected: 29), 3),
    (header + row(["name": "A"]) + row(["name": "B"]).dropLast(2), .unterminatedQuote, 3),
    (header + row(["name": "A"]) + row(["name": "B"]).dropLast(1), .lastRowCut, 3),
    (header + row(["source": "S"]), .missingField(name: "name"), 2),
    (header, .noEntries, 0),
    ("_id,source,alt_names\n", .missingColumn(name: "name"), 1),
  ]

  @Test("damaged files are refused with the line", arguments: damage)
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("csl.csv", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }

  @Test("bytes that are not UTF-8 are refused with line and offset")
  func refusesInvalidUTF8() {
    let bytes = Array("source,name,alt_names\nX,A".utf8) + [0xFF, 0x0A]
    let path = folder.write("csl.csv", bytes)
    #expect(throws: WatchlistError(.notUTF8(offset: 25), path: path, line: 2)) {
      try WatchlistLoader.load(specification: path)
    }
  }
}

@Suite("Names inside names")
struct NameStructureTests {
  @Test(
    "are found with their types",
    arguments: [
      ("LTS Holding (f.k.a. IPP Ltd.)", ["LTS Holding", "IPP Ltd."]),
      ("Telekom, OOO (f.k.a., Gaztelekom)", ["Telekom, OOO", "Gaztelekom"]),
      ("Mexpar (a.k.a. Pasadena; Aviation)", ["Mexpar", "Pasadena", "Aviation"]),
      ("Elena; a.k.a. Lena; a.k.a Shifrin", ["Elena", "Lena", "Shifrin"]),
      (
        "U Ltd [aka G Ltd, aka T Co] (Hong Kong Entity), and its sub-units and successors",
        ["U Ltd", "G Ltd", "T Co"]
      ),
      ("EuroAsia and any successor, sub-unit, or subsidiary thereof", ["EuroAsia"]),
      ("Forces (aka VKS); and any successor, sub-unit, or subsidiary thereof", ["Forces", "VKS"]),
      ("Acme, a.k.a., the following two aliases: —Bolt; and —Core.", ["Acme", "Bolt", "Core."]),
      ("Huawei (Huawei).  Affiliated Entity:  Hangzhou Ltd", ["Hangzhou Ltd"]),
      ("Ch'oe (a.k.a Choe) (DPRK individual)", ["Ch'oe", "Choe"]),
      ("Corporation (CASIC)", []), ("AKAI Ltd. (Formula One)", []), ("Acme", []), ("", []),
    ])
  func areFound(text: String, expected: [String]) {
    let found = NameStructure.innerNames(of: text)
    #expect(found.map(\.text) == expected)
    #expect(found.contains { $0.type == .former } == text.contains("f.k.a"))
  }
}
