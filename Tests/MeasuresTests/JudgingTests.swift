import TestSupport
import Testing

@testable import Measures

@Suite("Judging")
struct JudgingTests {
  private func acting(
    _ party: ListedParty, _ match: PartyMatch, _ facts: TransactionFacts
  ) -> Judgement? {
    Cases.judge(party, match, facts).first
  }

  @Test("the nexus decides whom a measure binds")
  func nexus() {
    func outcome(_ party: ListedParty, _ conduct: Conduct, _ nexus: Nexus?) -> (Outcome?, [String])
    {
      let judgement = acting(
        party, Cases.exactName, Cases.facts("2022-03-01", conduct, nexus: nexus))
      return (judgement?.outcome, judgement?.reasons.map(\.rawValue) ?? [])
    }
    #expect(outcome(Cases.sdn, .payment, nil) == (.indeterminate, ["MISSING_NEXUS"]))
    #expect(outcome(Cases.sdn, .payment, .unknown) == (.indeterminate, ["UNKNOWN_NEXUS"]))
    #expect(outcome(Cases.sdn, .payment, [.us, .unknown]) == (.block, []))
    #expect(outcome(Cases.sdn, .payment, [.uk, .us]) == (.block, []))
    #expect(outcome(Cases.sdn, .payment, .uk) == (.review, ["NEXUS", "SECONDARY_SANCTIONS"]))
    #expect(outcome(Cases.sugon, .purchase, .uk) == (.notRestricted, ["PERSON_NOT_BOUND"]))
    #expect(outcome(Cases.sugon, .custodyService, .us) == (.review, ["SUPPORT_FOR_US_PERSON"]))
    #expect(outcome(Cases.sugon, .dividend, nil) == (.permitted, ["DIVIDEND"]))
  }

  @Test(
    "no blocking measure of the data is NOT_RESTRICTED without a nexus",
    arguments: MeasureCatalogue.builtIn.measures.filter { $0.outcome == .block })
  func blockingWithoutNexus(measure: Measure) {
    let party = ListedParty(
      list: measure.lists[0], uid: "1", listedOn: Day("2020-01-01"),
      text: measure.entryText.first ?? "")
    let route: MatchRoute = measure.parties == .listed ? .listed : .owned
    let judgements = Cases.judge(
      party, PartyMatch(identity: .exactName, route: route),
      Cases.facts("2026-03-01", .payment, nexus: Nexus.noJurisdiction))
    #expect(judgements.actingOutcome == .review)
  }

  @Test func whatIsMissingIsNamedOnceAndOnlyWhereItMatters() throws {
    let conduct = try #require(
      acting(Cases.sugon, Cases.isin, Cases.facts("2022-03-01", nexus: .us)))
    #expect(conduct.outcome == .indeterminate)
    #expect(conduct.missing == [.conduct])
    #expect(conduct.atWorst == .prohibited)
    // Whatever is done with a blocked party, it is blocked.
    #expect(
      acting(Cases.sdn, Cases.exactName, Cases.facts("2022-03-01", nexus: .us))?.outcome == .block)

    let both = try #require(acting(Cases.sugon, Cases.isin, Cases.facts("2022-03-01")))
    #expect(both.missing == [.conduct, .nexus])
    #expect(both.reasons == [.isinExact, Fact.conduct.missingReason, Fact.nexus.missingReason])
  }

  @Test("a sale says whether it divests, while that matters")
  func purposeOfASale() {
    func judgement(_ time: String, _ purpose: Purpose?) -> Judgement? {
      acting(Cases.sugon, Cases.isin, Cases.facts(time, .sale, purpose, nexus: .us))
    }
    #expect(judgement("2022-01-01", nil)?.outcome == .notYetProhibited)
    #expect(judgement("2022-06-01", nil)?.outcome == .indeterminate)
    #expect(judgement("2022-06-01", nil)?.missing == [.purpose])
    #expect(judgement("2022-06-01", .other)?.outcome == .prohibited)
    #expect(judgement("2023-06-01", nil)?.outcome == .prohibited)
    #expect(
      judgement("2023-06-01", nil)?.reasons == [.isinExact, Reason("DIVESTMENT_WINDOW_CLOSED")])
    #expect(judgement("2023-06-01", .other)?.outcome == .prohibited)
  }

  @Test func anItemIsSubjectToTheEAROrNot() {
    func judgement(_ ear: Bool?, eccn: String?) -> Judgement? {
      var facts = Cases.facts("2022-03-01", .export, ear: ear)
      facts.eccn = eccn
      return acting(Cases.dji, Cases.exactName, facts)
    }
    #expect(judgement(nil, eccn: nil)?.outcome == .indeterminate)
    #expect(judgement(nil, eccn: nil)?.reasons == [Reason("MISSING_ITEM_SUBJECT_TO_EAR")])
    #expect(judgement(nil, eccn: "3A991")?.outcome == .licenceRequired)
    #expect(judgement(false, eccn: nil)?.outcome == .notRestricted)
    #expect(judgement(false, eccn: nil)?.reasons == [.itemNotSubjectToEAR])
  }

  @Test(
    "a licence requirement that is not for all items must be read",
    arguments: [
      ("For all items subject to the EAR. (See §744.11 of the EAR)", false),
      ("All items subject to the EAR", false), ("", false),
      ("For all items subject to the EAR, EXCEPT food and medicine", true),
      ("For all items subject to the EAR when used in projects specified in §746.5", true),
      ("All items on the Commerce Control List", true),
      ("Items in ECCN 1A004", true),
    ])
  func licenceRequirement(text: String, mustBeRead: Bool) {
    var party = Cases.dji
    party.licenceRequirement = text
    let judgement = acting(party, Cases.exactName, Cases.facts("2022-03-01", .export, ear: true))
    #expect(judgement?.outcome == .licenceRequired)
    #expect(judgement?.reasons.contains(.readLicenceRequirement) == mustBeRead)
  }

  @Test func aClaimedLicenceIsForReview() {
    for party in [Cases.sdn, Cases.sugon, Cases.dji] {
      var facts = Cases.facts("2022-03-01", .purchase, nexus: .us, ear: true)
      if party.list == "BIS-EL" { facts.conduct = .export }
      facts.claimsLicence = true
      let judgement = acting(party, Cases.exactName, facts)
      #expect(judgement?.outcome == .review)
      #expect(judgement?.reasons.last == .licenceClaimed)
      #expect(judgement?.duties == [])
    }
    // Nor does a claim hide a missing fact.
    var facts = Cases.facts("2022-03-01", .purchase)
    facts.claimsLicence = true
    #expect(acting(Cases.sugon, Cases.isin, facts)?.outcome == .indeterminate)
  }

  @Test func ownershipCountsOnlyWhereAMeasureHasTheRule() {
    let us = Cases.facts("2026-03-01", .purchase, nexus: .us)
    #expect(acting(Cases.sugon, Cases.owned, us)?.outcome == .notRestricted)
    #expect(acting(Cases.sugon, Cases.owned, us)?.reasons == [.noOwnershipRule])
    #expect(acting(Cases.sdn, Cases.owned, us)?.outcome == .block)
    #expect(acting(Cases.sdn, Cases.owned, us)?.reasons == [Reason("OWNED_50_PERCENT")])
    let uk = ListedParty(list: "UK", uid: "1", text: "Sanctions Imposed Asset freeze")
    let bound = Cases.facts("2026-03-01", .payment, nexus: .uk)
    #expect(acting(uk, Cases.exactName, bound)?.outcome == .block)
    #expect(acting(uk, Cases.owned, bound)?.outcome == .review)
    #expect(acting(uk, Cases.owned, bound)?.reasons == [Reason("OWNERSHIP_OR_CONTROL")])

    let catalogue = MeasureCatalogue.builtIn
    #expect(catalogue.measures(for: Cases.sdn).ownershipGroups == ["OFAC-BLOCKED"])
    #expect(catalogue.measures(for: Cases.dji).ownershipGroups == ["BIS-AFFILIATES"])
    #expect(catalogue.measures(for: Cases.sugon).ownershipGroups == [])
    #expect(
      catalogue.measures(for: Cases.nonSDNBlocking).ownershipGroups == ["OFAC-BLOCKED", "OFAC-MBS"])
  }

  @Test(
    "what is not restricted is told by the measure that came nearest",
    arguments: [
      (
        Cases.sugon, Cases.isin, Cases.facts("2022-03-01", .purchase, nexus: .uk), "CMIC-1",
        "PERSON_NOT_BOUND"
      ),
      (
        Cases.sugon, Cases.isin, Cases.facts("2021-12-01", .purchase, nexus: .us), "CMIC-1",
        "BEFORE_LISTING"
      ),
      (
        Cases.sugon, Cases.isin, Cases.facts("2022-01-01", .custodyService, nexus: .us), "CMIC-5U",
        "NOT_YET_IN_FORCE"
      ),
      (
        Cases.dji, Cases.exactName, Cases.facts("2022-03-01", .dividend, nexus: .us), "EL-1",
        "CONDUCT_NOT_COVERED"
      ),
      (
        Cases.dji, Cases.exactName, Cases.facts("2020-03-01", .export, ear: true), "EL-1",
        "BEFORE_LISTING"
      ),
      (
        Cases.dji, Cases.owned, Cases.facts("2025-03-01", .export, ear: true), "EL-2A",
        "NOT_YET_IN_FORCE"
      ),
      (
        Cases.sdn, Cases.exactName, Cases.facts("2009-03-01", .payment, nexus: .us), "SDN-1",
        "BEFORE_LISTING"
      ),
    ])
  func nearestMeasure(
    party: ListedParty, match: PartyMatch, facts: TransactionFacts, measure: String, reason: String
  ) {
    let judgement = acting(party, match, facts)
    #expect(judgement?.outcome == .notRestricted)
    #expect(judgement?.measure?.id == measure)
    #expect(judgement?.reasons.last?.rawValue == reason)
  }

  @Test func lookThroughWithoutARuleIsForReview() {
    let match = PartyMatch(identity: .identifier, reasons: [.isinExact], route: .lookThrough)
    let judgement = acting(Cases.sdn, match, Cases.facts("2022-03-01", .purchase, nexus: .us))
    #expect(judgement?.outcome == .review)
    #expect(judgement?.reasons == [.lookThrough, .noLookThroughRule])
    let similar = PartyMatch(
      identity: .similarName, reasons: [.nameSimilar], route: .lookThrough, isIssuer: true)
    let issuer = acting(Cases.sugon, similar, Cases.facts("2022-03-01", .purchase, nexus: .us))
    #expect(issuer?.outcome == .review)
    #expect(issuer?.ifConfirmed == .prohibited)
    #expect(issuer?.reasons == [.lookThrough, .nameSimilar])
  }

  @Test func anUnknownListOrProgramIsForReview() {
    let facts = Cases.facts("2022-03-01", .payment, nexus: .us)
    let bank = ListedParty(list: "BANK", uid: "17")
    #expect(acting(bank, Cases.exactName, facts)?.outcome == .review)
    #expect(acting(bank, Cases.exactName, facts)?.reasons == [.unknownList])

    let new = ListedParty(
      list: "NS-CMIC", uid: "1", programs: ["CMIC-EO13959", "NEW-EO99999"],
      listedOn: Day("2021-12-16"), effectiveOn: Day("2022-02-14"), divestBy: Day("2022-12-16"))
    #expect(MeasureCatalogue.builtIn.unknownPrograms(of: new) == ["NEW-EO99999"])
    let judgements = Cases.judge(new, Cases.exactName, facts)
    #expect(judgements.map(\.outcome) == [.review, .notRestricted])
    #expect(judgements.first?.reasons == [.unknownProgram])
    // What the list says by itself stays.
    let blocked = ListedParty(
      list: "SDN", uid: "1", programs: ["NEW-EO99999"], listedOn: Day("2020-01-01"))
    #expect(Cases.judge(blocked, Cases.exactName, facts).map(\.outcome) == [.block, .review])
  }

  @Test func whatAListVersionDoesNotCoverIsIndeterminate() {
    var party = ListedParty(list: "SDN", uid: "1", versionDate: Day("2022-04-21"))
    func outcome(_ time: String) -> Outcome? {
      acting(party, Cases.exactName, Cases.facts(time, .payment, nexus: .us))?.outcome
    }
    #expect(outcome("2022-04-20") == .indeterminate)
    #expect(outcome("2022-04-21") == .block)
    party.listedOn = Day("2010-01-02")
    #expect(outcome("2022-04-20") == .block)
    #expect(outcome("2010-01-01") == .notRestricted)
    party.coveredUntil = TransactionTime("2026-01-01T00:00Z")?.earliest
    #expect(outcome("2025-12-30") == .block)
    #expect(outcome("2026-01-02") == .indeterminate)

    // NS-CMIC by the dates that the entry prints, and by no others.
    let undated = ListedParty(list: "NS-CMIC", uid: "1", listedOn: Day("2021-12-16"))
    let judgement = acting(
      undated, Cases.isin, Cases.facts("2023-01-01", .purchase, nexus: .us))
    #expect(judgement?.outcome == .indeterminate)
    #expect(judgement?.missing == [.effectiveOn])
  }

  @Test(
    "a similar name is at most REVIEW, whatever the facts; an equal one is what it says",
    arguments: UInt64(0)..<20)
  func similarNamesHaveNoEffect(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let party = RandomCases.party(using: &generator)
      let facts = RandomCases.facts(using: &generator)
      var match = RandomCases.match(using: &generator)
      match.identity = .exactName
      let exact = Cases.judge(party, match, facts)
      match.identity = .similarName
      let similar = Cases.judge(party, match, facts)
      #expect((similar.actingOutcome ?? .block) <= .review)
      #expect(similar.compactMap(\.ifConfirmed).max() == exact.actingOutcome)
      #expect(similar.allSatisfy { $0.duties.isEmpty })
      #expect(exact.allSatisfy { $0.ifConfirmed == nil })
    }
  }
}
