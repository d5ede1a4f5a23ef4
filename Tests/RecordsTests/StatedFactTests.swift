import Measures
import Testing

@testable import Records

@Suite("Facts of the transaction")
struct StatedFactTests {
  @Test(
    "a bad fact for a run is refused",
    arguments: [
      ("conduct", StatedFactError.Reason.notAnAssignment), ("conduct=", .notUnderstood),
      ("conduct= ", .notUnderstood), ("conduct=steal", .notUnderstood),
      ("colour=red", .unknownFact), ("name=x", .unknownFact), ("nexus=us;none", .notUnderstood),
      ("trade_date=2022-13-01", .notUnderstood), ("item_subject_to_ear=maybe", .notUnderstood),
    ])
  func badFact(text: String, reason: StatedFactError.Reason) {
    #expect(throws: StatedFactError(text: text, reason: reason)) { try StatedFacts([text]) }
  }

  @Test func aRepeatedFactIsRefused() {
    #expect(throws: StatedFactError(text: "nexus=uk", reason: .repeated)) {
      try StatedFacts(["nexus=us", "nexus=uk"])
    }
  }

  private func interpreted(_ facts: [String], isOfSecurity: Bool = false) throws
    -> InterpretedFacts
  {
    var stated = StatedFacts()
    for fact in facts {
      let parts = fact.split(separator: "=", maxSplits: 1)
      let attribute = try #require(FieldSpecification.Attribute(rawValue: String(parts[0])))
      stated.state(attribute, parts.count == 2 ? String(parts[1]) : "")
    }
    return stated.interpreted(isOfSecurity: isOfSecurity)
  }

  @Test(
    "conduct",
    arguments: [
      ([], false, .payment, []), ([], true, nil, []), (["conduct=Buy"], true, .purchase, []),
      (["conduct=in-country transfer"], false, .inCountryTransfer, []),
      (["conduct=STOCK_SPLIT"], true, .stockSplit, []),
      (["conduct=steal"], false, nil, ["CONDUCT_NOT_UNDERSTOOD"]),
    ] as [([String], Bool, Conduct?, [String])])
  func conduct(
    facts: [String], isOfSecurity: Bool, expected: Conduct?, notes: [String]
  ) throws {
    let result = try interpreted(facts, isOfSecurity: isOfSecurity)
    #expect(result.facts.conduct == expected)
    #expect(result.notes.map(\.code) == notes)
  }

  @Test(
    "date, time and zone may stand in columns of their own",
    arguments: [
      (["trade_date=2022-12-10T05:01:00Z"], "2022-12-10T00:01:00-05:00", false, []),
      (
        ["trade_date=2022-12-10", "trade_time=00:01"], "2022-12-10T00:01:00-05:00", false,
        ["TIME_ZONE_ASSUMED"]
      ),
      (
        ["trade_date=2022-12-10", "trade_time=00:01", "time_zone=Eastern"],
        "2022-12-10T00:01:00-05:00", false, []
      ),
      (
        ["trade_date=2022-12-10", "trade_time=05:01", "time_zone=+00:00"],
        "2022-12-10T00:01:00-05:00", false, []
      ),
      (["trade_date=2022-07-01"], "2022-07-01T00:00:00-04:00", true, []),
    ] as [([String], String, Bool, [String])])
  func time(facts: [String], earliest: String, isInterval: Bool, notes: [String]) throws {
    let result = try interpreted(facts)
    #expect(result.facts.time.earliest.description == earliest)
    #expect(result.facts.time.isInterval == isInterval)
    #expect(result.notes.map(\.code) == notes)
  }

  @Test("what is not understood is missing and noted, and a date may then be any")
  func notUnderstood() throws {
    let result = try interpreted(["nexus=mars", "trade_date=yesterday", "item_subject_to_ear=?"])
    #expect(result.facts.nexus == nil)
    #expect(result.facts.isItemSubjectToEAR == nil)
    #expect(result.facts.time == .anyTime)
    #expect(
      result.notes.map(\.code) == [
        "NEXUS_NOT_UNDERSTOOD", "ITEM_SUBJECT_TO_EAR_NOT_UNDERSTOOD", "TRADE_DATE_NOT_UNDERSTOOD",
      ])
  }

  @Test("a divestment wants evidence, and a licence is claimed unless it is none")
  func claims() throws {
    #expect(try interpreted(["purpose=Divestment"]).facts.purpose == .divestment)
    #expect(
      try interpreted(["purpose=divestment"]).notes.map(\.code) == ["PURPOSE_WITHOUT_EVIDENCE"])
    #expect(try interpreted(["purpose=divestment", "evidence=FILE-7"]).notes.isEmpty)
    #expect(try interpreted(["purpose=gift"]).facts.purpose == .other)
    #expect(try interpreted(["licence=D1234"]).facts.claimsLicence)
    #expect(try !interpreted(["licence=none"]).facts.claimsLicence)
    #expect(try interpreted(["item_subject_to_ear=Y"]).facts.isItemSubjectToEAR == true)
  }

  @Test("a fact of a party is refused")
  func factOfParty() {
    #expect(throws: FieldSpecificationError(part: "a.conduct=c", reason: .factOfParty)) {
      try FieldSpecification("a.name=n,a.conduct=c")
    }
  }
}
