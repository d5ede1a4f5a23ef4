import NameScreening
import NameSimilarity
import Testing
import Watchlists

@Suite("Policy")
struct PolicyTests {
  private static let screener: Screener = {
    func entry(
      _ list: String, _ uid: String, _ type: PartyType, _ names: [(String, NameType, NameStrength)]
    ) -> WatchlistEntry {
      WatchlistEntry(
        list: list, uid: uid, type: type,
        names: names.map { ListedName($0.0, type: $0.1, strength: $0.2) })
    }
    var sugon = entry(
      "SDN", "1", .organisation,
      [("Dawnmoor Zentrix Limited", .primary, .strong), ("Sugomik", .alias, .weak)])
    sugon.countries = ["China"]
    var leader = entry(
      "SDN", "2", .person,
      [("Qaxnorp, Velomir", .primary, .strong), ("Velko Brannik", .alias, .weak)])
    leader.birthDates = [
      DateInterval(
        first: CalendarDate(year: 1948, month: 12, day: 10)!,
        last: CalendarDate(year: 1948, month: 12, day: 10)!, isApproximate: false)
    ]
    let entries = [
      sugon, leader,
      entry(
        "BIS-EL", "3", .organisation,
        [("Quenzor Aerotechnics", .primary, .unknown), ("QZA", .alias, .unknown)]),
      entry("BIS-EL", "4", .organisation, [("DQJ", .primary, .unknown)]),
      entry("UVL", "5", .organisation, [("Institute of Basic Medicine", .alias, .unknown)]),
      entry("UVL", "6", .organisation, [("General Trading Company", .primary, .strong)]),
      entry("UVL", "7", .organisation, [("Trivolk Company Limited", .primary, .strong)]),
    ]
    let summary = WatchlistSummary(name: "TEST", kind: .namesift, path: "test.csv", sha256: "")
    return Screener(watchlists: [Watchlist(summary: summary, entries: entries)])
  }()

  /// The uids that a name alerts for, and the reasons why others are held back.
  private func screen(
    _ name: String, _ policy: ScreeningPolicy = ScreeningPolicy(), type: PartyType = .unknown,
    birthDate: String? = nil, country: String? = nil
  ) -> (matches: [String], suppressed: [String]) {
    var worker = ScreeningWorker(Self.screener, policy: policy)
    var (name, date, land) = (name, birthDate ?? "", country ?? "")
    let verdict = date.withUTF8 { date in
      land.withUTF8 { land in
        let party = PartyFacts(
          type: type, birthDate: birthDate == nil ? nil : date,
          country: country == nil ? nil : land)
        return name.withUTF8 { worker.screen($0, of: party) }
      }
    }
    #expect((verdict == .alert) == !worker.matches.isEmpty)
    return (
      worker.matches.map { Self.screener.entry($0.entry).uid },
      worker.suppressed.map { "\(Self.screener.entry($0.match.entry).uid) \($0.reason)" }
    )
  }

  @Test func aWeakNameAloneIsHeldBackAndCounted() {
    #expect(screen("Sugomik") == ([], ["1 weakName"]))
    #expect(screen("Velko Brannik") == ([], ["2 weakName"]))
  }

  @Test func aStrongNameOfTheEntryInTheSameFieldConfirmsAWeakOne() {
    var worker = ScreeningWorker(Self.screener, policy: ScreeningPolicy())
    var name = "Dawnmoor Zentrix Limited"
    #expect(name.withUTF8 { worker.screen($0) } == .alert)
    var policy = ScreeningPolicy()
    policy.thresholds.base = Score("0.4")!
    policy.singleTokenThreshold = nil
    #expect(screen("Sugomik Dawnmoor Zentrix", policy).matches == ["1"])
    #expect(screen("Sugomik Holding", policy).matches == [])
  }

  @Test func anAgreeingBirthDateOrCountryConfirmsAWeakName() {
    #expect(screen("Sugomik", country: "CN").matches == ["1"])
    #expect(screen("Sugomik", country: "France").suppressed == ["1 weakName"])
    #expect(screen("Velko Brannik", birthDate: "1948-12-10").matches == ["2"])
    #expect(screen("Velko Brannik", birthDate: "1950").suppressed == ["2 weakName"])
    var policy = ScreeningPolicy()
    policy.birthDate.toleranceInYears = 2
    #expect(screen("Velko Brannik", policy, birthDate: "1950").matches == ["2"])
  }

  @Test func aListMayAlertOnWeakNamesOrIgnoreThem() {
    var policy = ScreeningPolicy()
    policy.lists["SDN"].weakNames = .alert
    #expect(screen("Sugomik", policy).matches == ["1"])
    #expect(screen("QZA", policy).matches == [])
    policy.lists["SDN"].weakNames = .ignore
    #expect(screen("Sugomik", policy, country: "CN").suppressed == ["1 weakName"])
  }

  @Test func oneShortWordOfUnknownStrengthIsWeakUnlessThePartyIsListedUnderIt() {
    #expect(screen("QZA") == ([], ["3 weakName"]))
    #expect(screen("DQJ") == (["4"], []))
    #expect(screen("DQJ Ltd").matches == ["4"])
  }

  @Test func aMatchOnOneWordNeedsTheSameWordOrAHigherScore() {
    #expect(screen("Trivolk").matches == ["7"])
    #expect(screen("Trivolk GmbH").matches == ["7"])
    var policy = ScreeningPolicy()
    policy.thresholds.base = Score("0.7")!
    #expect(screen("Trivolq Company Limited", policy) == ([], ["7 singleToken"]))
    policy.singleTokenByteCount = 6
    #expect(screen("Trivolq Company Limited", policy).matches == ["7"])
    policy.singleTokenByteCount = 7
    policy.singleTokenThreshold = nil
    #expect(screen("Trivolq Company Limited", policy).matches == ["7"])
  }

  @Test func genericWordsAloneAreHeldBack() {
    #expect(screen("Institute of Basic Medicine") == ([], ["5 genericName"]))
    #expect(screen("General Trading Company").matches == ["6"])
    var policy = ScreeningPolicy()
    policy.genericThreshold = nil
    #expect(screen("Institute of Basic Medicine", policy).matches == ["5"])
  }

  @Test func theThresholdIsThatOfListAndTypeFirst() {
    var policy = ScreeningPolicy()
    policy.thresholds = ScreeningPolicy.Thresholds(base: Score("0.9")!)
    policy.thresholds[.person] = Score("0.8")!
    policy.lists["SDN"].thresholds.base = Score("0.7")!
    policy.lists["SDN"].thresholds[.vessel] = Score("0.6")!
    #expect(policy.threshold(list: "UVL", type: .organisation) == Score("0.9")!)
    #expect(policy.threshold(list: "UVL", type: .person) == Score("0.8")!)
    #expect(policy.threshold(list: "SDN", type: .person) == Score("0.7")!)
    #expect(policy.threshold(list: "SDN", type: .vessel) == Score("0.6")!)
    policy.replaceThresholds(by: Score("0.75")!)
    #expect(policy.threshold(list: "SDN", type: .vessel) == Score("0.75")!)
  }

  @Test func aMatchBelowTheThresholdOfItsListIsCounted() {
    var policy = ScreeningPolicy()
    policy.lists["SDN"].thresholds.base = Score("1")!
    let result = screen("Dawnmoor Zentrixx Limited", policy)
    #expect(result == ([], ["1 belowThreshold"]))
  }

  @Test func factsDecideWhenThePolicySaysSo() {
    var policy = ScreeningPolicy()
    let name = "Velomir Qaxnorp"
    #expect(screen(name, birthDate: "1999").matches == ["2"])
    policy.birthDate.effect = .requireNoConflict
    #expect(screen(name, policy, birthDate: "1999").suppressed == ["2 birthDate"])
    #expect(screen(name, policy).matches == ["2"])
    policy.birthDate.effect = .requireAgreement
    #expect(screen(name, policy).suppressed == ["2 birthDate"])
    #expect(screen(name, policy, birthDate: "10 Dec 1948").matches == ["2"])
    policy.birthDate.effect = .report
    policy.type = .requireNoConflict
    #expect(screen(name, policy, type: .organisation).suppressed == ["2 type"])
    #expect(screen(name, policy, type: .person).matches == ["2"])
    policy.type = .report
    policy.country = .requireNoConflict
    #expect(screen("Dawnmoor Zentrix", policy, country: "DEU").suppressed == ["1 country"])
  }

  @Test("what is held back and what alerts is what every match would be", arguments: 0..<4)
  func nothingIsLost(number: Int) {
    var every = ScreeningWorker(Self.screener, threshold: Score("0.6")!)
    var policy = ScreeningPolicy()
    policy.thresholds.base = Score("0.6")!
    policy.weakNames = ScreeningPolicy.WeakNameRule.allCases[number % 3]
    policy.country = ScreeningPolicy.Effect.allCases[number % 3]
    var judged = ScreeningWorker(Self.screener, policy: policy)
    for name in ["Sugomik", "Institute of Medicine", "DQJ Trading", "Velko Qaxnorp", "QZA Ltd"] {
      var name = name
      _ = name.withUTF8 { every.screen($0) }
      _ = name.withUTF8 { judged.screen($0) }
      let entries = judged.matches.map(\.entry) + judged.suppressed.map(\.match.entry)
      #expect(Set(entries) == Set(every.matches.map(\.entry)), "\(name)")
      #expect(entries.count == every.matches.count)
    }
  }
}
