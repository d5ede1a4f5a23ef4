import TestSupport
import Testing

@testable import Watchlists

/// The counts are those that were taken from the files with other tools.
@Suite("Published lists")
struct PublishedListsTests {
  private func load(_ path: String) throws -> Watchlist? {
    guard let path = SharedFiles.path("lists/" + path) else { return nil }
    return try WatchlistLoader.load(specification: path)
  }

  private func counts<Key: Hashable>(
    _ list: Watchlist, of key: (WatchlistEntry) -> Key
  ) -> [Key: Int] {
    Dictionary(list.entries.map { (key($0), 1) }, uniquingKeysWith: +)
  }

  private func nameCount(
    _ list: Watchlist, _ isCounted: (ListedName) -> Bool
  ) -> Int {
    list.entries.reduce(0) { $0 + $1.names.count(where: isCounted) }
  }

  private func identifierCount(_ list: Watchlist, _ kind: IdentifierKind) -> Int {
    list.entries.reduce(0) { $0 + $1.identifiers.count { $0.kind == kind } }
  }

  @Test("the SDN list of May 2024 without its parts")
  func readsSDN() throws {
    guard let list = try load("ofac_sdn/sdn_2024-05-03.csv") else { return }
    #expect(list.summary.name == "OFAC-SDN" && list.summary.entryCount == 14_965)
    #expect(
      counts(list, of: \.type) == [
        .organisation: 6_884, .person: 6_854, .vessel: 851, .aircraft: 376,
      ])
    #expect(counts(list, of: \.list) == ["SDN": 14_965])
    // 3,649 of them have no apostrophe inside.
    #expect(list.summary.weakNameCount == 3_666)
    #expect(list.summary.nameCount == 14_965 + 3_666)
    #expect(identifierCount(list, .imo) == 846)
    let messages = list.summary.warnings.map(\.message)
    for part in ["no alt file", "no add file", "no comments file"] {
      #expect(messages.contains { $0.hasPrefix(part) })
    }
    #expect(!messages.contains { $0.contains("0x1A") || $0.contains("date of birth") })
  }

  @Test("the whole SDN set of July 2021")
  func readsSDNSet() throws {
    guard let list = try load("ofac_sdn/set_2021-07/") else { return }
    #expect(list.summary.entryCount == 8_976 && list.summary.parts.count == 3)
    #expect(nameCount(list) { $0.strength == .strong && $0.type != .primary } == 11_910)
    #expect(nameCount(list) { $0.strength == .strong && $0.type == .former } == 369)
    #expect(nameCount(list) { $0.strength == .strong && $0.type == .current } == 18)
    // One part has no end mark; all its rows join.
    #expect(list.summary.warnings.first?.path.hasSuffix("sdn_comments.csv") == true)
    #expect(!list.summary.warnings.contains { $0.message.hasPrefix("row of an entry") })
    #expect(throws: WatchlistError.self) {
      try WatchlistLoader.load(specification: list.summary.path, requireComplete: true)
    }
  }

  @Test("alternate names of another day join in part, after a spreadsheet wrote the end mark")
  func joinsOtherDay() throws {
    guard let main = SharedFiles.path("lists/ofac_sdn/sdn_2024-05-03.csv"),
      let part = SharedFiles.path("lists/ofac_sdn/side_files/alt_2024-09.csv.gz")
    else { return }
    let list = try WatchlistLoader.load(specification: main, parts: [part])
    #expect(nameCount(list) { $0.strength == .strong && $0.type != .primary } == 18_033)
    let warning = list.summary.warnings.first { $0.message.hasPrefix("row of an entry") }
    // The file's 18,941 lines are a header, 18,939 rows and the end mark.
    #expect(warning?.count == 18_939 - 18_033)
    #expect(!list.summary.warnings.contains { $0.message.contains("0x1A") })
  }

  /// What both forms of the consolidated list hold.
  private func checkConsolidated(_ list: Watchlist) {
    #expect(list.summary.name == "OFAC-CONSOLIDATED" && list.summary.entryCount == 442)
    #expect(
      counts(list, of: \.list) == [
        "SSI": 286, "NS-PLC": 78, "NS-CMIC": 68, "NS-MBS": 9, "CAPTA": 1,
      ])
    let programs = Dictionary(
      uniqueKeysWithValues: list.summary.programCounts.map { ($0.program, $0.count) })
    #expect(programs["UKRAINE-EO13662"] == 286 && programs["RUSSIA-EO14024"] == 93)
    #expect(programs["NS-PLC"] == 78 && programs["CMIC-EO13959"] == 68)
    #expect(nameCount(list) { $0.type == .issuer } == 73)
    #expect(nameCount(list) { $0.strength == .weak } == 72)
    #expect(identifierCount(list, .isin) == 165 && identifierCount(list, .ticker) == 69)
    #expect(identifierCount(list, .uscc) == 58)
    for entry in list.entries where entry.list == "NS-CMIC" {
      #expect(entry.listedOn != nil && entry.effectiveOn != nil && entry.divestBy != nil)
    }
    let identifiers = list.entries.flatMap(\.identifiers)
    #expect(identifiers.allSatisfy { $0.kind != .uscc || $0.hasValidChecksum == true })
    #expect(list.summary.warnings.count == 1 && list.summary.warnings.first?.count == 3)
    #expect(list.summary.warnings.first?.message == "ISIN with a wrong check digit or length")
  }

  @Test("the consolidated list of December 2025")
  func readsConsolidated() throws {
    guard let list = try load("ofac_consolidated/csv_2025-12/") else { return }
    checkConsolidated(list)
    #expect(list.summary.published == nil)
    #expect(nameCount(list) { $0.strength == .strong && $0.type != .primary } == 1_073)
    let leon = list.entries.first { $0.uid == "33894" }
    #expect(
      leon?.names.map(\.text) == [
        "LEON TECHNOLOGY COMPANY LIMITED", "LEON TECHNOLOGY CO., LTD.",
        "Leon Technology Co., Ltd.", "LEON TECHNOLOGY",
      ])
    #expect(leon?.listedOn?.description == "2021-12-16")
  }

  @Test("the consolidated XML of January 2026")
  func readsConsolidatedXML() throws {
    guard let list = try load("ofac_consolidated/consolidated_2026-01-08.xml") else { return }
    checkConsolidated(list)
    #expect(list.summary.published?.description == "2026-01-08")
    #expect(nameCount(list) { $0.type != .primary && $0.type != .issuer } == 1_144)
  }

  @Test(
    "the consolidated XML of earlier years",
    arguments: [
      ("consolidated_2025-03-28.xml.gz", "2025-03-28", 1_136),
      ("consolidated_2024-05-06.xml.gz", "2024-05-06", 1_126),
    ])
  func readsEarlierXML(file: String, published: String, aliases: Int) throws {
    guard let list = try load("ofac_consolidated/" + file) else { return }
    #expect(list.summary.entryCount == 443 && list.summary.name == "OFAC-CONSOLIDATED")
    #expect(list.summary.published?.description == published)
    #expect(nameCount(list) { $0.type != .primary && $0.type != .issuer } == aliases)
    #expect(list.entries.count { $0.list == "NS-CMIC" && $0.divestBy != nil } == 68)
  }

  @Test("the two forms of the consolidated list agree where both have an entry")
  func formsAgree() throws {
    guard let delimited = try load("ofac_consolidated/csv_2025-12/"),
      let xml = try load("ofac_consolidated/consolidated_2026-01-08.xml")
    else { return }
    let byUID = Dictionary(uniqueKeysWithValues: xml.entries.map { ($0.uid, $0) })
    for entry in delimited.entries {
      guard let other = byUID[entry.uid] else { continue }
      #expect(entry.list == other.list && entry.type == other.type, "\(entry.uid)")
      #expect(entry.names[0].text == other.names[0].text, "\(entry.uid)")
      #expect(Set(entry.identifiers) == Set(other.identifiers), "\(entry.uid)")
      #expect(entry.birthDates == other.birthDates, "\(entry.uid)")
      #expect(entry.listedOn == other.listedOn && entry.divestBy == other.divestBy)
    }
  }

  @Test("the Consolidated Screening List of April 2022")
  func readsCSL2022() throws {
    guard let list = try load("us_csl/consolidated_2022-04-21.csv.gz") else { return }
    #expect(list.summary.name == "US-CSL" && list.summary.entryCount == 14_160)
    #expect(
      counts(list, of: \.list) == [
        "SDN": 10_026, "BIS-EL": 2_001, "STATE-DTC": 727, "BIS-DPL": 462, "SSI": 290,
        "BIS-UVL": 201, "STATE-ISN": 163, "NS-PLC": 78, "BIS-MEU": 71, "NS-CMIC": 68, "CAPTA": 53,
        "NS-MBS": 17, "FSE": 3,
      ])
    // 20,011 when the two joined without a space are split; those are derived names here.
    #expect(nameCount(list) { $0.origin == .column && $0.type != .primary } == 20_009)
    #expect(nameCount(list) { $0.type == .issuer } == 73)
    #expect(identifierCount(list, .isin) == 165 && identifierCount(list, .ticker) == 69)
    #expect(list.entries.count { $0.list == "NS-CMIC" && $0.divestBy != nil } == 68)
    #expect(list.entries.count { $0.list == "BIS-EL" && $0.licenceRequirement != nil } == 2_000)
  }

  @Test("the Consolidated Screening List of July 2026")
  func readsCSL2026() throws {
    guard let list = try load("us_csl/consolidated_2026-07-31_derived.csv.gz") else { return }
    #expect(list.summary.entryCount == 25_921)
    #expect(
      counts(list, of: \.list) == [
        "SDN": 19_181, "BIS-EL": 3_420, "BIS-DPL": 1_596, "STATE-DTC": 787, "SSI": 286,
        "BIS-UVL": 222, "STATE-ISN": 161, "NS-PLC": 78, "BIS-MEU": 70, "NS-CMIC": 68,
        "NS-MBS": 51, "CAPTA": 1,
      ])
    // Two of the 31,253 names hold a separator themselves.
    #expect(nameCount(list) { $0.origin == .column && $0.type != .primary } == 31_255)
    #expect(Set(list.entries.map { [$0.list, $0.uid] }).count == 25_921)
  }

  @Test("damaged files are refused")
  func refusesDamage() throws {
    guard let damaged = SharedFiles.path("lists/us_csl/csl_damaged_2023-11-30.csv.gz"),
      let whole = SharedFiles.path("lists/ofac_sdn/set_2021-07/sdn.csv")
    else { return }
    #expect(throws: WatchlistError(.repeatedHeader, path: damaged, line: 2)) {
      try WatchlistLoader.load(specification: damaged)
    }
    let folder = TemporaryFolder()
    let bytes = try SourceFile(path: whole).bytes
    for fraction in [3, 5, 7] {
      let cut = folder.write("sdn.csv", Array(bytes[..<(bytes.count / fraction)]))
      #expect(throws: WatchlistError.self) { try WatchlistLoader.load(specification: cut) }
    }
  }
}
