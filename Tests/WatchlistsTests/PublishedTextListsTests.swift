import TestSupport
import Testing

@testable import Watchlists

/// The counts are those that were taken from the files with other tools.
@Suite("Published lists in text, CSV and JSON")
struct PublishedTextListsTests {
  private func load(_ path: String) throws -> Watchlist? {
    guard let path = SharedFiles.path("lists/" + path) else { return nil }
    return try WatchlistLoader.load(specification: path)
  }

  private func typeCounts(_ list: Watchlist) -> [PartyType: Int] {
    Dictionary(list.entries.map { ($0.type, 1) }, uniquingKeysWith: +)
  }

  @Test("the Denied Persons List of November 2023: 665 rows of 549 persons")
  func readsDeniedPersons() throws {
    guard let list = try load("us_csl/dpl_2023-11.txt") else { return }
    #expect(list.summary.kind == .bisDPL && list.summary.entryCount == 549)
    #expect(list.entries.reduce(0) { $0 + $1.addresses.count } == 663)
    #expect(list.entries.count { $0.endsOn == nil } == 45)
    #expect(list.entries.allSatisfy { $0.effectiveOn != nil && $0.citation != nil })
    #expect(list.entries[0].names[0].text == "I. ASH")
    #expect(list.entries[0].endsOn?.description == "2056-06-29")
    #expect(list.summary.warnings.isEmpty)
  }

  @Test("the OFSI list of April 2018: 9,487 rows of 2,106 parties, in windows-1252")
  func readsOFSI2018() throws {
    guard let list = try load("uk/ConList_2018-04-13.csv") else { return }
    #expect(list.summary.kind == .ofsi && list.summary.entryCount == 2_106)
    #expect(list.summary.published?.description == "2018-04-13")
    #expect(typeCounts(list) == [.person: 1_426, .organisation: 680])
    #expect(list.summary.nameCount == 5_548)
    #expect(list.entries.reduce(0) { $0 + $1.birthDates.count } == 1_478)
    #expect(list.entries.allSatisfy { $0.listedOn != nil && $0.names[0].type == .primary })
    #expect(list.entries.contains { $0.remarks?.contains("’") == true })
    #expect(list.summary.warnings.isEmpty)
  }

  @Test("the OFSI list of April 2014: 8,950 rows of 2,297 parties, the first row of two columns")
  func readsOFSI2014() throws {
    guard let list = try load("uk/sanctionsconlist_2014-04-02.csv.gz") else { return }
    #expect(list.summary.entryCount == 2_297 && list.summary.nameCount == 5_417)
    #expect(list.summary.published?.description == "2014-04-02")
    #expect(typeCounts(list) == [.person: 1_337, .organisation: 960])
    // One of the 1,182 is 29 February 1969, on two rows.
    #expect(list.entries.reduce(0) { $0 + $1.birthDates.count } == 1_181)
    #expect(list.summary.warnings.map(\.message) == ["date of birth not understood"])
    #expect(list.entries.contains { $0.remarks?.contains("DOB 29/02/1969") == true })
  }

  @Test("OpenSanctions targets of 16 columns: 5,600 of March 2026")
  func readsTargets2026() throws {
    let file = "opensanctions/targets.simple_ua_war_sanctions_2026-03-13.csv.gz"
    guard let list = try load(file) else { return }
    #expect(list.summary.kind == .openSanctionsCSV && list.summary.entryCount == 5_600)
    #expect(list.summary.published?.description == "2026-03-13")
    #expect(
      typeCounts(list) == [
        .person: 1_543, .organisation: 1_524, .vessel: 1_340, .unknown: 1_193,
      ])
    #expect(list.summary.nameCount == 5_600 + 7_730)
    #expect(list.summary.identifierCount == 8_743)
    let numbers = list.entries.flatMap(\.identifiers).filter {
      $0.kind == .imo || $0.kind == .companyIMO
    }
    #expect(numbers.count == 2_852)
    #expect(list.summary.programCounts.first { $0.program == "UA-WS-MARE" }?.count == 1_744)
  }

  @Test("OpenSanctions targets of 15 columns: 6,561 of May 2025, and a sample")
  func readsTargets2025() throws {
    let file = "opensanctions/targets.simple_interpol_2025-05-23.csv.gz"
    if let list = try load(file) {
      #expect(list.summary.entryCount == 6_561 && list.summary.nameCount == 6_563)
      #expect(list.entries.count { !$0.birthDates.isEmpty } == 6_557)
    }
    if let list = try load("opensanctions/targets.simple_sample_2024-03.csv") {
      #expect(list.summary.entryCount == 5 && list.summary.nameCount == 11)
    }
  }

  @Test("FollowTheMoney entities: 423 targets among 1,565, 6 among 7")
  func readsEntities() throws {
    if let list = try load("opensanctions/entities.ftm_wd_persons_2024-03.json.gz") {
      #expect(list.summary.kind == .ftm && list.summary.entryCount == 423)
      #expect(list.summary.published?.description == "2024-03-14")
      #expect(typeCounts(list) == [.person: 423])
      #expect(list.summary.nameCount == 2_631 && list.summary.weakNameCount == 7)
    }
    if let list = try load("opensanctions/yente_fixture_t1_entities.ftm.json") {
      #expect(list.summary.entryCount == 6 && list.summary.nameCount == 35)
      #expect(typeCounts(list) == [.person: 4, .organisation: 2])
    }
  }

  @Test("nested targets: 5 of March 2024")
  func readsNestedTargets() throws {
    guard let list = try load("opensanctions/targets.nested_sample_2024-03.json") else { return }
    #expect(list.summary.kind == .ftm && list.summary.entryCount == 5)
    #expect(list.summary.nameCount == 11)
    #expect(list.entries.allSatisfy { $0.birthDates.count == 1 })
  }

  @Test("what is no whole list or in a layout that ended is refused in words")
  func refusesOtherLayouts() throws {
    if let path = SharedFiles.path("lists/eu/FSF_csv_excerpt_2018-07-04.csv") {
      let error = #expect(throws: WatchlistError.self) {
        try WatchlistLoader.load(specification: path)
      }
      #expect(error?.description.hasPrefix("\(path):1: the list of the European Union") == true)
    }
    let delta = "lists/opensanctions/yente_fixture_t2_delta_20240528014702.json"
    if let path = SharedFiles.path(delta) {
      let error = #expect(throws: WatchlistError.self) {
        try WatchlistLoader.load(specification: path)
      }
      #expect(error?.description.hasPrefix("\(path):1: a delta of OpenSanctions") == true)
    }
  }

  @Test("a damaged screening list is refused also behind its second header, at the cut row")
  func refusesCutRow() throws {
    guard let path = SharedFiles.path("lists/us_csl/csl_damaged_2023-11-30.csv.gz") else { return }
    let lines = try SourceFile(path: path).bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let once = Array((lines[..<1] + lines[2...]).joined(separator: [UInt8(ascii: "\n")]))
    #expect(throws: WatchlistError(.unterminatedQuote, path: "x", line: 4_232)) {
      try WatchlistLoader.load(once, path: "x")
    }
  }

  @Test("of the NS-CMIC names on the screening list OFAC's own file calls 178 strong and 27 weak")
  func takesStrengths() throws {
    guard let screening = try load("us_csl/consolidated_2026-07-31_derived.csv.gz"),
      let own = try load("ofac_consolidated/consolidated_2026-01-08.xml")
    else { return }
    let names = [screening, own].withStrengthsOfPublisher()[0].entries
      .filter { $0.list == "NS-CMIC" }.flatMap(\.names).filter { $0.origin == .column }
    #expect(names.count { $0.strength == .strong } == 178)
    #expect(names.count { $0.strength == .weak } == 27)
    #expect(names.count == 178 + 27)
  }

  @Test("the zip of the enhanced XML opens and its checksum is right")
  func opensZip() throws {
    let path = "lists/ofac_consolidated/CONS_ENHANCED_2025-01-10.ZIP"
    guard let path = SharedFiles.path(path) else { return }
    let file = try SourceFile(path: path)
    #expect(file.bytes.count == 3_420_879)
    #expect(file.stored.count == 207_200)
  }
}
