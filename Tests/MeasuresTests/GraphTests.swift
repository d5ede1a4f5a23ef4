import TestSupport
import Testing

@testable import Measures

@Suite("Ownership")
struct OwnershipTests {
  private static let day = Day(number: 19_000)

  private func holding(_ owner: String, _ owned: String, _ percent: String) -> Holding {
    Holding(owner: owner, owned: owned, percent: Percentage(percent) ?? .zero)
  }

  private func owned(_ holdings: [Holding], by listed: Set<String>) -> OwnedParties {
    OwnershipGraph(holdings).ownedParties(by: listed, on: Self.day)
  }

  @Test func sharesOfListedPartiesAddUp() throws {
    let parties = owned(
      [holding("A", "X", "25"), holding("B", "X", "25"), holding("C", "X", "50")],
      by: ["A", "B"])
    #expect(parties.ids == ["X"])
    let party = try #require(parties["X"])
    #expect(party.percent == .half)
    #expect(party.owners.map(\.owner) == ["A", "B"])
    #expect(party.listedOwners == ["A", "B"])
    #expect(party.path == ["X", "A"])
    #expect(parties.path(from: "X", to: "B") == ["X", "B"])
    #expect(parties.path(from: "X", to: "C") == [])
    #expect(parties.path(from: "Y", to: "A") == [])
    #expect(owned([holding("A", "X", "49.999999")], by: ["A"]).ids == [])
  }

  @Test func wholeHoldingsCountOnwardAndAreNeverMultiplied() throws {
    let chain = [holding("A", "X", "50"), holding("X", "Y", "50"), holding("Y", "Z", "50")]
    let parties = owned(chain, by: ["A"])
    #expect(parties.ids == ["X", "Y", "Z"])
    #expect(parties["Z"]?.path == ["Z", "Y", "X", "A"])
    #expect(parties["A"] == nil)
    // X is not owned, so that its holding does not count.
    let broken = [holding("A", "X", "25"), holding("X", "Y", "50"), holding("A", "Y", "25")]
    #expect(owned(broken, by: ["A"]).ids == [])
    // A share of one branch and a share of another add up.
    let branches = [
      holding("A", "X", "60"), holding("A", "Y", "60"), holding("X", "Z", "30"),
      holding("Y", "Z", "20"),
    ]
    #expect(owned(branches, by: ["A"])["Z"]?.percent == .half)
    #expect(owned(branches, by: ["A"])["Z"]?.path == ["Z", "X", "A"])
  }

  @Test func holdingsCountOnTheirDaysOnly() throws {
    let first = try #require(Day("2022-01-01"))
    let last = try #require(Day("2022-12-31"))
    let graph = OwnershipGraph([
      Holding(owner: "A", owned: "X", percent: .half, from: first, to: last)
    ])
    for (day, ids) in [
      (first, ["X"]), (last, ["X"]), (first.adding(days: -1), []), (last.adding(days: 1), []),
    ] {
      #expect(graph.ownedParties(by: ["A"], on: day).ids == ids)
    }
  }

  @Test func circlesAreReportedAndGiveNoStatusByThemselves() {
    let circle = [holding("X", "Y", "60"), holding("Y", "X", "60"), holding("Z", "Z", "10")]
    let graph = OwnershipGraph(circle)
    #expect(graph.cycles(on: Self.day) == [["X", "Y"], ["Z"]])
    #expect(graph.ownedParties(by: ["A"], on: Self.day).ids == [])
    let entered = OwnershipGraph(circle + [holding("A", "X", "50")])
    let parties = entered.ownedParties(by: ["A"], on: Self.day)
    #expect(parties.ids == ["X", "Y"])
    #expect(parties["X"]?.owners.map(\.owner) == ["Y", "A"])
    #expect(parties["X"]?.path == ["X", "A"])
    #expect(entered.overOwnedParties(on: Self.day) == ["X"])
  }

  @Test("agrees with the rule applied until nothing changes", arguments: UInt64(0)..<30)
  func agreesWithDefinition(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let names = (0..<8).map { "P\($0)" }
    for _ in 0..<30 {
      let holdings = (0..<14).map { _ in
        holding(
          names.randomElement(using: &generator) ?? "",
          names.randomElement(using: &generator) ?? "",
          String(Int.random(in: 0...60, using: &generator)))
      }
      let listed = Set(names.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
      let parties = owned(holdings, by: listed)
      #expect(parties.ids == Self.slowlyOwned(holdings, by: listed))
      #expect(owned(holdings.shuffled(using: &generator), by: listed).ids == parties.ids)
      for id in parties.ids {
        let party = parties[id]
        #expect(party == owned(holdings.shuffled(using: &generator), by: listed)[id])
        #expect(party?.path.first == id)
        #expect(party?.path.last.map(listed.contains) == true)
        #expect(party?.listedOwners.isEmpty == false)
        for owner in party?.listedOwners ?? [] {
          let path = parties.path(from: id, to: owner)
          #expect(path.first == id && path.last == owner)
          #expect(
            zip(path, path.dropFirst()).allSatisfy { below, above in
              holdings.contains { $0.owned == below && $0.owner == above }
            })
        }
      }
    }
  }

  /// The slow twin: every party looks at all holdings again until no party is added.
  private static func slowlyOwned(_ holdings: [Holding], by listed: Set<String>) -> [String] {
    var counting = listed
    while true {
      let added = Set(holdings.map(\.owned)).subtracting(counting).filter { party in
        holdings.filter { $0.owned == party && counting.contains($0.owner) }
          .reduce(.zero) { $0 + $1.percent } >= .half
      }
      if added.isEmpty { return counting.subtracting(listed).sorted() }
      counting.formUnion(added)
    }
  }

  @Test("a long chain ends well")
  func longChain() {
    let chain = (0..<20_000).map { holding("P\($0)", "P\($0 + 1)", "50") }
    let graph = OwnershipGraph(chain)
    #expect(graph.ownedParties(by: ["P0"], on: Self.day)["P20000"]?.path.count == 20_001)
    #expect(graph.cycles(on: Self.day) == [])
  }

  @Test(
    "percentages are exact",
    arguments: [
      ("50", 50_000_000, "50"), ("33.333333", 33_333_333, "33.333333"), ("0.5 %", 500_000, "0.5"),
      ("100%", 100_000_000, "100"), ("0", 0, "0"), ("49.90", 49_900_000, "49.9"),
    ])
  func percentages(text: String, millionths: Int, shown: String) throws {
    let percentage = try #require(Percentage(text))
    #expect(percentage.millionths == millionths)
    #expect(percentage.description == shown)
  }

  @Test(arguments: [
    "", "%", "101", "100.000001", "-1", "1.2.3", "1.", ".5", "0.1234567", "half", "1 0",
  ])
  func noPercentages(text: String) { #expect(Percentage(text) == nil) }
}

@Suite("Look-through")
struct InstrumentTests {
  private func instrument(_ id: String, _ underlyings: String...) -> Instrument {
    Instrument(id: id, underlyings: underlyings.map { .init(id: $0, weight: "0.1") })
  }

  @Test func theWayIsShown() throws {
    let graph = try InstrumentGraph([
      instrument("FUND", "INDEX", "CASH"), instrument("INDEX", "ISIN"),
      Instrument(id: "ISIN", issuerName: "ISSUER LTD", issuerIDs: ["LEI"]), instrument("CASH"),
    ])
    let lookThrough = graph.lookThrough("FUND")
    #expect(
      lookThrough.exposures.map { lookThrough.path(to: $0) } == [
        ["FUND"], ["FUND", "CASH"], ["FUND", "INDEX"], ["FUND", "INDEX", "ISIN"],
      ])
    #expect(lookThrough.exposures.map(\.isDirect) == [true, false, false, false])
    #expect(lookThrough.exposures.last?.instrument?.issuerIDs == ["LEI"])
    #expect(lookThrough.unknownIDs == [])
    #expect(graph.cycles == [])
  }

  @Test func ofTwoWaysTheShortestIsShown() throws {
    let graph = try InstrumentGraph([
      instrument("F", "B", "A"), instrument("A", "C"), instrument("B", "C"), instrument("C", "D"),
      instrument("D"), instrument("G", "F", "D"),
    ])
    let fund = graph.lookThrough("F")
    #expect(
      fund.exposures.map { fund.path(to: $0) } == [
        ["F"], ["F", "A"], ["F", "B"], ["F", "A", "C"], ["F", "A", "C", "D"],
      ])
    let other = graph.lookThrough("G")
    #expect(other.path(to: other.exposures[1]) == ["G", "D"])
  }

  @Test func unknownIdentifiersAreReportedAndStillReached() throws {
    let graph = try InstrumentGraph([instrument("FUND", "ISIN", "X")])
    #expect(graph.unknownIDs == ["ISIN", "X"])
    #expect(graph.lookThrough("FUND").unknownIDs == ["ISIN", "X"])
    #expect(graph.lookThrough("FUND").exposures.map(\.id) == ["FUND", "ISIN", "X"])
    #expect(graph.lookThrough("NOWHERE").unknownIDs == ["NOWHERE"])
  }

  @Test func cyclesAreReportedAndEnd() throws {
    let graph = try InstrumentGraph([
      instrument("A", "B"), instrument("B", "C"), instrument("C", "A", "D"), instrument("D", "D"),
    ])
    #expect(graph.cycles == [["A", "B", "C"], ["D"]])
    #expect(graph.lookThrough("B").exposures.map(\.id) == ["B", "C", "A", "D"])
  }

  @Test func aRepeatedRowIsRefused() {
    let error = #expect(throws: InstrumentGraph.RepeatedInstrument.self) {
      try InstrumentGraph([instrument("A"), instrument("B"), instrument("A")])
    }
    #expect(error == InstrumentGraph.RepeatedInstrument(id: "A", position: 2))
  }

  @Test(
    "reaches what a step-by-step search reaches, in any order of rows", arguments: UInt64(0)..<20)
  func agreesWithDefinition(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let names = (0..<10).map { "I\($0)" }
    let instruments = names.map { name in
      Instrument(
        id: name,
        underlyings: names.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
          .map { .init(id: $0) })
    }
    let graph = try InstrumentGraph(instruments)
    let shuffled = try InstrumentGraph(instruments.shuffled(using: &generator))
    for name in names {
      var reached: Set<String> = [name]
      for _ in names {
        for instrument in instruments where reached.contains(instrument.id) {
          reached.formUnion(instrument.underlyings.map(\.id))
        }
      }
      let lookThrough = graph.lookThrough(name)
      #expect(Set(lookThrough.exposures.map(\.id)) == reached)
      #expect(lookThrough.exposures.count == reached.count)
      #expect(shuffled.lookThrough(name) == lookThrough)
      let lengths = lookThrough.exposures.map { lookThrough.path(to: $0).count }
      #expect(lengths == lengths.sorted())
    }
    #expect(shuffled.cycles == graph.cycles)
  }
}
