import TestSupport

@testable import Measures

/// Entries, matches and transactions of every kind, from small sets so that windows are met.
enum RandomCases {
  private static let lists = [
    "SDN", "NS-CMIC", "NS-MBS", "SSI", "CAPTA", "BIS-EL", "BIS-DPL", "UK", "EU", "UN", "BANK",
  ]
  private static let days = ["2020-12-18", "2021-12-16", "2022-02-14", "2022-12-16", "2025-10-01"]
  private static let times = [
    "2020-12-17", "2021-12-20", "2022-02-14", "2022-02-14T00:00 ET", "2022-12-16T05:01Z",
    "2025-10-15", "2026-03-01", "2026-11-20",
  ]
  private static let texts = [
    "", "all property and interests in property are blocked", "Subject to Directive 1",
    "Sanctions Imposed Asset freeze",
  ]

  static func party(using generator: inout SplitMix64) -> ListedParty {
    func day(_ generator: inout SplitMix64) -> Day? {
      days.randomElement(using: &generator).flatMap { Day($0) }
    }
    var party = ListedParty(
      list: lists.randomElement(using: &generator) ?? "SDN",
      uid: String(Int.random(in: 0..<4, using: &generator)))
    party.programs =
      [["RUSSIA-EO14024"], ["CMIC-EO13959", "NEW"], []][
        Int.random(in: 0..<3, using: &generator)]
    if Bool.random(using: &generator) { party.listedOn = day(&generator) }
    if Bool.random(using: &generator) { party.effectiveOn = day(&generator) }
    if Bool.random(using: &generator) { party.divestBy = day(&generator) }
    if Bool.random(using: &generator) { party.versionDate = day(&generator) }
    party.text = texts.randomElement(using: &generator) ?? ""
    return party
  }

  static func match(using generator: inout SplitMix64) -> PartyMatch {
    PartyMatch(
      identity: Identity.allCases.randomElement(using: &generator) ?? .identifier,
      reasons: Bool.random(using: &generator) ? [.legalFormDiffers] : [],
      route: MatchRoute.allCases.randomElement(using: &generator) ?? .listed,
      isIssuer: Bool.random(using: &generator))
  }

  static func facts(using generator: inout SplitMix64) -> TransactionFacts {
    var facts = Cases.facts(times.randomElement(using: &generator) ?? "2022-03-01")
    facts.conduct = (Conduct.allCases + [nil]).randomElement(using: &generator) ?? nil
    facts.purpose = [Purpose.divestment, .other, nil].randomElement(using: &generator) ?? nil
    facts.nexus =
      [Nexus.us, .uk, .noJurisdiction, .unknown, [.us, .eu], nil].randomElement(using: &generator)
      ?? nil
    facts.isItemSubjectToEAR = [true, false, nil].randomElement(using: &generator) ?? nil
    facts.claimsLicence = Int.random(in: 0..<4, using: &generator) == 0
    return facts
  }
}
