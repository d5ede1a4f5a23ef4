import Measures
import Testing

/// One minute before and the first minute of every window, in winter and in summer time.
@Suite("Boundary instants")
struct BoundaryTests {
  struct Boundary: Sendable {
    var party: ListedParty
    var match: PartyMatch
    var conduct: Conduct
    var purpose: Purpose?
    var before: String
    var after: String
    var outcomes: [Outcome]
  }

  static let boundaries = [
    // Standard time: 00:01 in New York is 05:01 UTC.
    Boundary(
      party: Cases.sugon, match: Cases.isin, conduct: .purchase,
      before: "2022-02-14T05:00:59Z", after: "2022-02-14T05:01:00Z",
      outcomes: [.notYetProhibited, .prohibited]),
    Boundary(
      party: Cases.sugon, match: Cases.isin, conduct: .sale, purpose: .divestment,
      before: "2022-02-14T05:00:59Z", after: "2022-02-14T05:01:00Z",
      outcomes: [.notYetProhibited, .permittedDivestment]),
    Boundary(
      party: Cases.sugon, match: Cases.isin, conduct: .sale, purpose: .divestment,
      before: "2022-12-16T05:00:59Z", after: "2022-12-16T05:01:00Z",
      outcomes: [.permittedDivestment, .prohibited]),
    Boundary(
      party: Cases.senseTime, match: Cases.registerNumber, conduct: .sale, purpose: .divestment,
      before: "2022-12-10T00:00 Eastern", after: "2022-12-10T00:01 Eastern",
      outcomes: [.permittedDivestment, .prohibited]),
    // Daylight saving time: 00:01 in New York is 04:01 UTC.
    Boundary(
      party: Cases.hikvision, match: Cases.isin, conduct: .purchase,
      before: "2021-08-02T04:00:59Z", after: "2021-08-02T04:01:00Z",
      outcomes: [.notYetProhibited, .prohibited]),
    Boundary(
      party: Cases.hikvision, match: Cases.isin, conduct: .sale, purpose: .divestment,
      before: "2022-06-03T04:00:59Z", after: "2022-06-03T04:01:00Z",
      outcomes: [.permittedDivestment, .prohibited]),
    // The listing, the earlier order, and a day that an entry ends on.
    Boundary(
      party: Cases.sugon, match: Cases.isin, conduct: .purchase,
      before: "2021-12-15T23:59:59-05:00", after: "2021-12-16T00:00:00-05:00",
      outcomes: [.notRestricted, .notYetProhibited]),
    Boundary(
      party: Cases.hikvision, match: Cases.isin, conduct: .purchase,
      before: "2021-06-02T23:59 EDT", after: "2021-06-03T00:00 EDT",
      outcomes: [.indeterminate, .notYetProhibited]),
    Boundary(
      party: Cases.dji, match: Cases.exactName, conduct: .export,
      before: "2020-12-17T23:59 ET", after: "2020-12-18T00:00 ET",
      outcomes: [.notRestricted, .licenceRequired]),
    Boundary(
      party: ListedParty(
        list: "BIS-DPL", uid: "1", listedOn: Day("2020-01-01"), endsOn: Day("2024-03-10")),
      match: Cases.exactName, conduct: .export,
      before: "2024-03-10T23:59 ET", after: "2024-03-11T00:00 ET",
      outcomes: [.prohibited, .notRestricted]),
    // The three windows of the Affiliates rule.
    Boundary(
      party: Cases.dji, match: Cases.owned, conduct: .export,
      before: "2025-09-28T23:59 ET", after: "2025-09-29T00:00 ET",
      outcomes: [.notRestricted, .licenceRequired]),
    Boundary(
      party: Cases.dji, match: Cases.owned, conduct: .export,
      before: "2025-11-09T23:59 ET", after: "2025-11-10T00:00 ET",
      outcomes: [.licenceRequired, .review]),
    Boundary(
      party: Cases.dji, match: Cases.owned, conduct: .export,
      before: "2026-11-09T23:59 ET", after: "2026-11-10T00:00 ET",
      outcomes: [.review, .indeterminate]),
  ]

  @Test("the outcome changes at the minute", arguments: boundaries)
  func changesAtTheMinute(boundary: Boundary) {
    let outcomes = [boundary.before, boundary.after].map { time in
      Cases.judge(
        boundary.party, boundary.match,
        Cases.facts(time, boundary.conduct, boundary.purpose, nexus: .us, ear: true)
      ).actingOutcome
    }
    #expect(outcomes == boundary.outcomes)
  }

  @Test(
    "a day without a time takes its most severe outcome",
    arguments: [
      ("2022-02-13", Outcome.notYetProhibited), ("2022-02-14", .prohibited),
      ("2022-12-16", .prohibited),
    ])
  func dayTakesTheWorst(day: String, outcome: Outcome) {
    let judgements = Cases.judge(
      Cases.sugon, Cases.isin, Cases.facts(day, .purchase, nexus: .us))
    #expect(judgements.actingOutcome == outcome)
  }

  @Test func aDayOfDivestmentTakesItsWorst() {
    for (day, outcome) in [
      ("2022-12-15", Outcome.permittedDivestment), ("2022-12-16", .prohibited),
    ] {
      let judgements = Cases.judge(
        Cases.sugon, Cases.isin, Cases.facts(day, .sale, .divestment, nexus: .us))
      #expect(judgements.actingOutcome == outcome)
    }
  }

  @Test func theWindowOfTheMeasureIsTold() throws {
    let judgement = try #require(
      Cases.judge(
        Cases.sugon, Cases.isin, Cases.facts("2022-06-01", .sale, .divestment, nexus: .us)
      ).first)
    #expect(judgement.measure?.id == "CMIC-2")
    #expect(judgement.from?.description == "2022-02-14T00:01:00-05:00")
    #expect(judgement.until?.description == "2022-12-16T00:01:00-05:00")
  }
}
