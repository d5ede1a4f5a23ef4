import Measures
import Testing

/// One worked example: what comes in, and the most severe judgement that comes out.
struct WorkedExample: CustomTestStringConvertible {
  var id: String
  var party: ListedParty
  var match: PartyMatch
  var facts: TransactionFacts
  var outcome: Outcome
  var reasons: String
  var duties: String = ""
  var ifConfirmed: Outcome?

  var testDescription: String { id }
}

@Suite("Worked examples")
struct WorkedExampleTests {
  private static let reject = "REJECT;REPORT_10_BUSINESS_DAYS"
  private static let block = "BLOCK;REPORT_10_BUSINESS_DAYS"

  static let examples: [WorkedExample] = [
    WorkedExample(
      id: "E01", party: Cases.sugon, match: Cases.isin,
      facts: Cases.facts("2022-02-07", .purchase, nexus: .us), outcome: .notYetProhibited,
      reasons: "ISIN_EXACT;BEFORE_EFFECTIVE_DATE"),
    WorkedExample(
      id: "E02", party: Cases.sugon, match: Cases.isin,
      facts: Cases.facts("2022-03-01", .purchase, nexus: .us), outcome: .prohibited,
      reasons: "ISIN_EXACT;IN_FORCE", duties: reject),
    WorkedExample(
      id: "E03", party: Cases.sugon, match: Cases.isin,
      facts: Cases.facts("2022-06-01", .sale, .divestment, nexus: .us),
      outcome: .permittedDivestment, reasons: "ISIN_EXACT;DIVESTMENT_WINDOW"),
    WorkedExample(
      id: "E04", party: Cases.sugon, match: Cases.isin,
      facts: Cases.facts("2022-12-16T10:00 Eastern", .sale, .divestment, nexus: .us),
      outcome: .prohibited, reasons: "ISIN_EXACT;DIVESTMENT_WINDOW_CLOSED", duties: reject),
    WorkedExample(
      id: "E05", party: Cases.senseTime,
      match: PartyMatch(identity: .similarName, reasons: [.legalFormDiffers], isIssuer: true),
      facts: Cases.facts("2022-03-01", .purchase, nexus: .us), outcome: .review,
      reasons: "LEGAL_FORM_DIFFERS;RELATED_ISSUER;NO_OWNERSHIP_RULE", ifConfirmed: .prohibited),
    WorkedExample(
      id: "E06", party: Cases.senseTime, match: Cases.registerNumber,
      facts: Cases.facts("2022-03-01", .purchase, nexus: .us), outcome: .prohibited,
      reasons: "REGISTER_NUMBER_EXACT;IN_FORCE", duties: reject),
    WorkedExample(
      id: "E07", party: Cases.senseTime, match: Cases.registerNumber,
      facts: Cases.facts("2022-12-09", .sale, .divestment, nexus: .us),
      outcome: .permittedDivestment, reasons: "REGISTER_NUMBER_EXACT;DIVESTMENT_WINDOW"),
    WorkedExample(
      id: "E08", party: Cases.senseTime, match: Cases.registerNumber,
      facts: Cases.facts("2022-12-10T00:01 Eastern", .sale, .divestment, nexus: .us),
      outcome: .prohibited, reasons: "REGISTER_NUMBER_EXACT;DIVESTMENT_WINDOW_CLOSED",
      duties: reject),
    WorkedExample(
      id: "E08, a minute earlier", party: Cases.senseTime, match: Cases.registerNumber,
      facts: Cases.facts("2022-12-10T00:00 Eastern", .sale, .divestment, nexus: .us),
      outcome: .permittedDivestment, reasons: "REGISTER_NUMBER_EXACT;DIVESTMENT_WINDOW"),
    WorkedExample(
      id: "E09, NS-CMIC", party: Cases.sugon, match: Cases.exactName,
      facts: Cases.facts("2022-03-01", .payment, nexus: .us), outcome: .notRestricted,
      reasons: "CONDUCT_NOT_COVERED"),
    WorkedExample(
      id: "E09, BIS-EL", party: Cases.dji, match: Cases.exactName,
      facts: Cases.facts("2022-03-01", .payment, nexus: .us), outcome: .review,
      reasons: "TRADE_REVIEW"),
    WorkedExample(
      id: "E10", party: Cases.dji, match: Cases.exactName,
      facts: Cases.facts("2022-03-01", .export, ear: true), outcome: .licenceRequired,
      reasons: "ENTITY_LIST_PARTY;ITEM_SUBJECT_TO_EAR"),
    WorkedExample(
      id: "E10, NS-CMIC", party: Cases.sugon, match: Cases.exactName,
      facts: Cases.facts("2022-03-01", .export, ear: true), outcome: .notRestricted,
      reasons: "CONDUCT_NOT_COVERED"),
    WorkedExample(
      id: "E11", party: Cases.sugon, match: Cases.isin,
      facts: Cases.facts("2022-03-01", .custodyService, nexus: Nexus.noJurisdiction),
      outcome: .permitted,
      reasons: "ISIN_EXACT;SUPPORT_SERVICE"),
    WorkedExample(
      id: "E12", party: Cases.meiyaPico, match: Cases.isin,
      facts: Cases.facts("2023-06-01", .dividend, nexus: .us), outcome: .permitted,
      reasons: "ISIN_EXACT;DIVIDEND"),
    WorkedExample(
      id: "E13", party: Cases.meiyaPico, match: Cases.isin,
      facts: Cases.facts("2023-06-01", .dividendReinvestment, nexus: .us), outcome: .prohibited,
      reasons: "ISIN_EXACT;IN_FORCE", duties: reject),
    WorkedExample(
      id: "E14", party: Cases.meiyaPico,
      match: PartyMatch(
        identity: .identifier, reasons: [.isinExact], route: .lookThrough,
        path: ["fund", "CNE100001120"]), facts: Cases.facts("2022-03-01", .purchase, nexus: .us),
      outcome: .prohibited, reasons: "LOOK_THROUGH;IN_FORCE", duties: reject),
    WorkedExample(
      id: "E15", party: Cases.meiyaPico,
      match: PartyMatch(identity: .identifier, reasons: [.isinExact, .nameDiffers]),
      facts: Cases.facts("2024-03-01", .purchase, nexus: .us), outcome: .prohibited,
      reasons: "ISIN_EXACT;NAME_DIFFERS;IN_FORCE", duties: reject),
    WorkedExample(
      id: "E16, weak names on", party: Cases.sugon,
      match: PartyMatch(identity: .similarName, reasons: [.weakAliasOnly]),
      facts: Cases.facts("2022-03-01", .payment, nexus: .us), outcome: .notRestricted,
      reasons: "WEAK_ALIAS_ONLY;CONDUCT_NOT_COVERED", ifConfirmed: .notRestricted),
    WorkedExample(
      id: "E17", party: Cases.dji, match: Cases.exactName,
      facts: Cases.facts("2022-03-01", .export, ear: true), outcome: .licenceRequired,
      reasons: "ENTITY_LIST_PARTY;ITEM_SUBJECT_TO_EAR"),
    WorkedExample(
      id: "E18", party: Cases.institute, match: Cases.exactName,
      facts: Cases.facts("2021-12-20", .export, ear: true), outcome: .licenceRequired,
      reasons: "ENTITY_LIST_PARTY;ITEM_SUBJECT_TO_EAR;PRESUMPTION_OF_DENIAL"),
    WorkedExample(
      id: "E19", party: Cases.hikvision, match: Cases.isin,
      facts: Cases.facts("2021-07-15", .purchase, nexus: .us), outcome: .notYetProhibited,
      reasons: "ISIN_EXACT;BEFORE_EFFECTIVE_DATE"),
    WorkedExample(
      id: "E20", party: Cases.hikvision, match: Cases.isin,
      facts: Cases.facts("2022-06-03T10:00 Eastern", .sale, .divestment, nexus: .us),
      outcome: .prohibited, reasons: "ISIN_EXACT;DIVESTMENT_WINDOW_CLOSED", duties: reject),
    WorkedExample(
      id: "E21", party: Cases.nonSDNBlocking, match: Cases.exactName,
      facts: Cases.facts("2026-08-29", .payment, nexus: .us), outcome: .block,
      reasons: "NON_SDN_BUT_BLOCKING", duties: block),
    WorkedExample(
      id: "E22", party: Cases.dji, match: Cases.owned,
      facts: Cases.facts("2025-10-15", .export, ear: true), outcome: .licenceRequired,
      reasons: "AFFILIATES_RULE_IN_FORCE"),
    WorkedExample(
      id: "E23", party: Cases.dji, match: Cases.owned,
      facts: Cases.facts("2026-03-01", .export, ear: true), outcome: .review,
      reasons: "AFFILIATES_RULE_SUSPENDED;RED_FLAG"),
    WorkedExample(
      id: "E24", party: Cases.sdn,
      match: PartyMatch(identity: .exactName, reasons: [.legalFormSpelling]),
      facts: Cases.facts("2015-03-01", .payment, nexus: .us), outcome: .block,
      reasons: "LEGAL_FORM_SPELLING", duties: block),
    WorkedExample(
      id: "E25", party: Cases.dji, match: Cases.owned,
      facts: Cases.facts("2026-11-20", .export, ear: true), outcome: .indeterminate,
      reasons: "AFFILIATES_RULE_STATUS_UNKNOWN"),
    WorkedExample(
      id: "E26", party: Cases.sugon, match: Cases.isin, facts: Cases.facts("2022-03-01", .purchase),
      outcome: .indeterminate, reasons: "ISIN_EXACT;MISSING_NEXUS"),
    WorkedExample(
      id: "E27", party: Cases.sdn, match: Cases.exactName,
      facts: Cases.facts("2022-03-01", .payment, nexus: Nexus.noJurisdiction), outcome: .review,
      reasons: "NEXUS;SECONDARY_SANCTIONS"),
    WorkedExample(
      id: "E28", party: Cases.senseTime,
      match: PartyMatch(identity: .similarName, reasons: [.nameSimilar]),
      facts: Cases.facts("2022-03-01", .purchase, nexus: .us), outcome: .review,
      reasons: "NAME_SIMILAR", ifConfirmed: .prohibited),
  ]

  @Test("gives the outcome, the reasons and the duties", arguments: examples)
  func givesOutcome(example: WorkedExample) throws {
    let judgements = Cases.judge(example.party, example.match, example.facts)
    let acting = try #require(judgements.first)
    #expect(acting.outcome == example.outcome)
    #expect(acting.reasons.map(\.rawValue).joined(separator: ";") == example.reasons)
    #expect(acting.duties.map(\.rawValue).joined(separator: ";") == example.duties)
    #expect(acting.ifConfirmed == example.ifConfirmed)
    #expect(acting.path == example.match.path)
    #expect(acting.measure != nil)
    #expect(judgements.actingOutcome == example.outcome)
  }

  @Test func everyExampleIsHere() {
    let numbers = Set(Self.examples.compactMap { Int($0.id.dropFirst().prefix(2)) })
    #expect(numbers == Set(1...28))
  }
}
