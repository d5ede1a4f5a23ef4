import Measures
import TestSupport
import Testing
import Watchlists

@Suite("Measures of the published lists")
struct ListTests {
  private static func party(_ entry: WatchlistEntry) -> ListedParty {
    func day(_ date: CalendarDate?) -> Day? {
      date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    }
    return ListedParty(
      list: entry.list, uid: entry.uid, programs: entry.programs, listedOn: day(entry.listedOn),
      effectiveOn: day(entry.effectiveOn), divestBy: day(entry.divestBy),
      endsOn: day(entry.endsOn), licenceRequirement: entry.licenceRequirement,
      licencePolicy: entry.licencePolicy,
      text: [entry.remarks, entry.legalBasis].compactMap { $0 }.joined(separator: "; "))
  }

  /// The entries of a list, each under measures that are known.
  private func expectKnown(_ specification: String, atLeast count: Int) throws {
    let entries = try WatchlistLoader.load(specification: specification).entries
    #expect(entries.count >= count)
    let catalogue = MeasureCatalogue.builtIn
    var unknown: Set<String> = []
    var seen: Set<[String]> = []
    for party in entries.map(Self.party) where seen.insert([party.list] + party.programs).inserted {
      for tag in catalogue.unknownPrograms(of: party) { unknown.insert("\(party.list): \(tag)") }
      let judgements = catalogue.measures(for: party)
        .judge(PartyMatch(identity: .exactName), Cases.facts("2026-03-01", .payment, nexus: .us))
      if judgements[0].measure == nil { unknown.insert(party.list) }
    }
    #expect(unknown.sorted() == [])
  }

  @Test("every NS-CMIC entry of the sample prints listing + 60 and + 365 days")
  func datesOfTheSample() throws {
    try expectDates("builtin:")
  }

  @Test(
    "every NS-CMIC entry of the published list prints listing + 60 and + 365 days",
    arguments: [
      "ofac_consolidated/csv_2025-12/cons_prim.csv",
      "ofac_consolidated/consolidated_2026-01-08.xml",
      "ofac_consolidated/CONS_ENHANCED_2025-01-10.ZIP",
    ])
  func datesOfTheLists(file: String) throws {
    guard let path = SharedFiles.path("lists/" + file) else { return }
    try expectDates(path)
  }

  private func expectDates(_ specification: String) throws {
    let entries = try WatchlistLoader.load(specification: specification).entries
    let parties = entries.map(Self.party).filter { $0.list == "NS-CMIC" }
    #expect(parties.count == 68)
    for party in parties {
      #expect(party.listedOn != nil && party.effectiveOn != nil && party.divestBy != nil)
      #expect(party.dateProblems == [], "\(party.uid)")
    }
  }

  @Test func aDateThatDoesNotFitIsTold() {
    var party = Cases.sugon
    party.effectiveOn = Day("2022-02-15")
    #expect(
      party.dateProblems.map(\.description)
        == ["effective_on is 2022-02-15; 60 days after the listing is 2022-02-14"])
    party.list = "SDN"
    #expect(party.dateProblems == [])
    party = Cases.sugon
    party.divestBy = nil
    #expect(party.dateProblems == [])
  }

  @Test func everyTagOfTheSampleIsKnown() throws { try expectKnown("builtin:", atLeast: 100) }

  @Test(
    "every tag of the published lists is known",
    arguments: [
      ("ofac_sdn/sdn_2024-05-03.csv", 14_000), ("ofac_sdn/set_2021-07", 8_000),
      ("ofac_consolidated/csv_2025-12/cons_prim.csv", 442),
      ("ofac_consolidated/consolidated_2026-01-08.xml", 442),
      ("ofac_consolidated/CONS_ENHANCED_2025-01-10.ZIP", 443),
      ("us_csl/consolidated_2022-04-21.csv.gz", 14_000), ("us_csl/dpl_2023-11.txt", 500),
      ("un/consolidated_2026-02-27.xml", 1_000), ("uk/ConList_2018-04-13.csv", 2_000),
      ("ca/sema_2025-05.xml", 4_000), ("opensanctions/targets.simple_sample_2024-03.csv", 5),
      ("us_csl/consolidated_2026-07-31_derived.csv.gz", 25_000),
    ])
  func everyTagIsKnown(file: String, count: Int) throws {
    guard let path = SharedFiles.path("lists/" + file) else { return }
    try expectKnown(path, atLeast: count)
  }
}
