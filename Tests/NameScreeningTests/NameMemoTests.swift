import NameIndex
import NameScreening
import NameSimilarity
import TestSupport
import Testing
import Watchlists

/// What a worker remembers of whole names changes no result.
@Suite("Remembered names")
struct NameMemoTests {
  @Test("repeated names have the verdicts of new ones", arguments: UInt64(0)..<8)
  func agreesWithScreeningAnew(seed: UInt64) {
    var names = RandomNames(seed: seed)
    let listed = (0..<60).map { _ in names.name() }
    let screener = Screener(watchlists: [Watchlist(names: listed)])
    var parties = (0..<80).map { _ in names.mutation(of: listed[names.number(below: 60)]) }
    parties += ["", "?", String(repeating: "Smith ", count: 200)]
    var remembering = Self.worker(screener, remembersNames: true)
    var forgetting = Self.worker(screener, remembersNames: false)
    var alertCount = 0
    for _ in 0..<600 {
      var name = parties[names.number(below: parties.count)]
      let type = PartyType.allCases[names.number(below: PartyType.allCases.count)]
      let expected = name.withUTF8 { forgetting.screen($0, of: PartyFacts(type: type)) }
      #expect(
        name.withUTF8 { remembering.screen($0, of: PartyFacts(type: type)) } == expected, "\(name)")
      if case .alert = expected {
        alertCount += 1
        #expect(remembering.matches == forgetting.matches, "\(name)")
      }
    }
    #expect(alertCount > 0)
    #expect(remembering.counters.rememberedNames > 100)
    #expect(remembering.counters.names == 600)
    #expect(forgetting.counters.rememberedNames == 0)
  }

  @Test("names of every length differ by their last byte")
  func comparesEveryByte() {
    let screener = Screener(watchlists: [Watchlist(names: ["Qaxnorp"])])
    var remembering = Self.worker(screener, remembersNames: true)
    var forgetting = Self.worker(screener, remembersNames: false)
    for length in 1...70 {
      for last in ["p", "x", "p"] {
        // All but one of these are spaces in front of something else than the listed name.
        var name = String(repeating: " ", count: max(0, length - 7)) + "Qaxnor".suffix(length - 1)
        name += last
        let expected = name.withUTF8 { forgetting.screen($0) }
        #expect(name.withUTF8 { remembering.screen($0) } == expected, "length \(length)")
        #expect(remembering.matches == forgetting.matches, "length \(length)")
      }
    }
    // The third name of each length was the first, unless it was too long to be remembered.
    #expect(remembering.counters.rememberedNames == 56)
  }

  @Test("more matches than are remembered are found all the same")
  func forgetsWhenFull() {
    // Each name matches 500 entries, so that 131 names are more than is remembered.
    let screener = Screener(
      watchlists: [Watchlist(names: [String](repeating: "Qaxnorp Zylo", count: 500))])
    var remembering = Self.worker(screener, remembersNames: true)
    var forgetting = Self.worker(screener, remembersNames: false)
    for round in 0..<3 {
      for i in 0..<140 {
        var name =
          String(repeating: ".", count: i % 40) + "Qaxnorp" + (i < 40 ? " " : ", ") + "Zylo"
        if i >= 80 { name += String(repeating: "!", count: i / 40 - 1) }
        let expected = name.withUTF8 { forgetting.screen($0) }
        #expect(name.withUTF8 { remembering.screen($0) } == expected, "\(round) \(i)")
        #expect(remembering.matches == forgetting.matches, "\(round) \(i)")
        #expect(remembering.matches.count == 500)
      }
    }
  }

  private static func worker(_ screener: Screener, remembersNames: Bool) -> ScreeningWorker {
    ScreeningWorker(
      screener, threshold: Score(tenThousandths: 8000), pruning: .full,
      remembersNames: remembersNames)
  }
}
