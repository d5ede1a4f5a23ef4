import NameIndex
import NameScreening
import NameSimilarity
import TestSupport
import Testing
import Watchlists

/// The indexed search returns exactly what scoring every name returns.
@Suite("Losslessness")
struct LosslessTests {
  static let thresholds = ["0.55", "0.7", "0.8", "0.85", "0.9", "0.97", "1"].map { Score($0)! }

  @Test("every level of pruning agrees with scoring every name", arguments: UInt64(0)..<24)
  func agreesWithExhaustive(seed: UInt64) throws {
    var names = RandomNames(seed: seed)
    let listed = (0..<120).map { _ in names.name() }
    let screener = Screener(watchlists: [Watchlist(names: listed)])
    let threshold = Self.thresholds[Int(seed) % Self.thresholds.count]
    var full = ScreeningWorker(screener, threshold: threshold, pruning: .full)
    var bound = ScreeningWorker(screener, threshold: threshold, pruning: .bound)
    var none = ScreeningWorker(screener, threshold: threshold, pruning: .none)
    var matchCount = 0
    for round in 0..<150 {
      var query =
        round % 3 == 0 ? names.name() : names.mutation(of: listed[names.number(below: 120)])
      let expected = query.withUTF8 { full.screenExhaustively($0) }
      let matches = full.matches
      matchCount += matches.count
      #expect(query.withUTF8 { full.screen($0) } == expected, "full, query: \(query)")
      #expect(full.matches == matches, "full, query: \(query)")
      #expect(query.withUTF8 { bound.screen($0) } == expected, "bound, query: \(query)")
      #expect(bound.matches == matches, "bound, query: \(query)")
      #expect(query.withUTF8 { none.screen($0) } == expected, "none, query: \(query)")
      #expect(none.matches == matches, "none, query: \(query)")
    }
    #expect(matchCount > 0)
  }

  /// Letters split off a word are initials, which the word beside them takes in. The search once
  /// took them for words left over; random queries show that once in 40,000.
  @Test(
    "a letter split off a word is no word left over",
    arguments: [
      ("aguirre armand o", "Aguirre Cardona, Armando"),
      ("guse v, igorevich", "Gusev, Denis Igorevich"),
      ("khan, kari m asad", "Khan, Karim Asad Ahmad"),
      ("noso,v sergey", "Nosov, Sergey Konstantinovich"),
    ])
  func splitLetter(query: String, listed: String) {
    var query = query
    let person = WatchlistEntry(
      list: "T", uid: "1", type: .person,
      names: [ListedName(listed, type: .primary, strength: .strong)])
    let screener = Screener(watchlists: [
      Watchlist(
        summary: WatchlistSummary(name: "T", kind: .namesift, path: "t", sha256: ""),
        entries: [person])
    ])
    var worker = ScreeningWorker(screener, threshold: Score("0.7")!)
    #expect(query.withUTF8 { worker.screenExhaustively($0) } == .alert)
    let matches = worker.matches
    #expect(query.withUTF8 { worker.screen($0) } == .alert)
    #expect(worker.matches == matches)
  }
}
