import Dispatch
import NameIndex
import NameScreening
import NameSimilarity
import Synchronization
import TestSupport
import Testing
import Watchlists

/// The whole Consolidated Screening List: what random lists do not have, Zipf's law and 57,000
/// names.
@Suite("Real list")
struct RealListTests {
  private static let screener: Screener? = {
    let file = "lists/us_csl/consolidated_2026-07-31_derived.csv.gz"
    guard let path = SharedFiles.path(file) else { return nil }
    return (try? WatchlistLoader.load(specification: path)).map { Screener(watchlists: [$0]) }
  }()

  /// A bug in pruning once lost 10 of 13,200 matches and passed 300 queries against exhaustive
  /// scoring; only a million queries with two levels of pruning showed it.
  @Test("weak and full pruning give the same matches")
  func pruningLevelsAgree() throws {
    guard let screener = Self.screener else { return }
    let count = TestScale.count(quick: 20_000, full: 1_000_000)
    let matchCount = Self.compare(screener, queryCount: count) { worker, weak, query in
      let expected = query.withUTF8 { weak.screen($0) }
      return query.withUTF8 { worker.screen($0) } == expected && worker.matches == weak.matches
    }
    #expect(matchCount.differences == 0)
    #expect(matchCount.alerts > count / 20)
  }

  @Test("full pruning gives what scoring every name gives")
  func agreesWithExhaustive() throws {
    guard let screener = Self.screener else { return }
    // 57,000 names each: over 10^8 pairs in a full run.
    let count = TestScale.count(quick: 12, full: 2_000)
    let result = Self.compare(screener, queryCount: count) { worker, _, query in
      let expected = query.withUTF8 { worker.screenExhaustively($0) }
      let matches = worker.matches
      return query.withUTF8 { worker.screen($0) } == expected && worker.matches == matches
    }
    #expect(result.differences == 0)
  }

  /// Screens queries on two threads and counts those for which `agree` is false.
  private static func compare(
    _ screener: Screener, queryCount: Int,
    _ agree:
      @Sendable (
        _ worker: inout ScreeningWorker, _ weak: inout ScreeningWorker, _ query: inout String
      ) -> Bool
  ) -> (differences: Int, alerts: Int) {
    let differences = Atomic(0)
    let alerts = Atomic(0)
    let threads = 2
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var queries = ListedQueries(screener, seed: UInt64(thread))
      let threshold = Score(thread == 0 ? "0.85" : "0.75")!
      var worker = ScreeningWorker(screener, threshold: threshold)
      var weak = ScreeningWorker(screener, threshold: threshold, pruning: .bound)
      for _ in 0..<queryCount / threads {
        var query = queries.next()
        if !agree(&worker, &weak, &query) { differences.add(1, ordering: .relaxed) }
        if !worker.matches.isEmpty { alerts.add(1, ordering: .relaxed) }
      }
    }
    return (differences.load(ordering: .relaxed), alerts.load(ordering: .relaxed))
  }
}

/// Queries made of the names of a list: a tenth are changed names, the rest new combinations of
/// their words, which come nearer to matching than ordinary names do.
private struct ListedQueries {
  private let screener: Screener
  private var names: RandomNames

  init(_ screener: Screener, seed: UInt64) {
    self.screener = screener
    names = RandomNames(seed: seed)
  }

  mutating func next() -> String {
    if names.number(below: 10) == 0 { return names.mutation(of: listedName().lowercased()) }
    var words = (0..<1 + names.number(below: 4)).map { _ in word() }
    if names.number(below: 4) == 0 { words.append(names.word()) }
    return words.joined(separator: " ")
  }

  private mutating func listedName() -> String {
    let id = EntryID(rawValue: UInt32(names.number(below: screener.entryCount)))
    let all = screener.entry(id).names
    return all[names.number(below: all.count)].text
  }

  private mutating func word() -> String {
    let words = listedName().split(separator: " ")
    return words.isEmpty ? names.word() : String(words[names.number(below: words.count)])
  }
}
