import Benchmark
import NameScreening
import NameSimilarity
import Watchlists

// One iteration screens a name against 20,000 listed names.
func screeningBenchmarks() {
  // A name met before: nothing but a look-up.
  screening("remembered-name", matches: 0) { _ in "Jonathan Smithson" }
  // Another name each time, of tokens met before: what they are worth together rules it out.
  screening("known-tokens", matches: 0) { number in
    "\(Invented.token(number % 97)) \(Invented.token(1_000 + number / 97 % 89)) "
      + "\(Invented.token(2_000 + number / 8_633 % 83))"
  }
  // A token never met before each time: its terms are looked up.
  screening("new-tokens", matches: 0) { number in
    "\(Invented.token(5_000_000 + 2 * number)) \(Invented.token(5_000_001 + 2 * number))"
  }
  // Tokens that very many listed names have: their postings are visited.
  screening("commonest-tokens", matches: 0) { number in
    "\(Lists.common[number % 4]) \(Lists.common[number / 4 % 4]) \(Invented.token(number % 50))"
  }
  // A listed name with a letter changed: found, scored and reported.
  screening("near-a-listed-name", matches: 1) { number in
    var name = Array(Lists.names[number % Lists.names.count].utf8)
    name[name.count - 2] = UInt8(ascii: "x")
    return String(decoding: name, as: UTF8.self)
  }
}

/// Measures the names that `name` makes of 0, 1, 2 and so on.
///
/// - Parameter matches: What each is to match at least.
private func screening(
  _ shape: String, matches: Int, name: @escaping @Sendable (Int) -> String
) {
  Benchmark("screening/\(shape)") { benchmark in
    var worker = ScreeningWorker(Lists.screener, threshold: Lists.threshold)
    let names = (0..<benchmark.scaledIterations.count).map { Array(name($0).utf8) }
    var alerts = 0
    benchmark.startMeasurement()
    for name in names {
      if case .alert = name.withUnsafeBufferPointer({ worker.screen($0) }) { alerts += 1 }
    }
    benchmark.stopMeasurement()
    if alerts < matches * names.count { benchmark.error("\(alerts) alerts of \(names.count)") }
    if worker.counters.names != names.count { benchmark.error("names were not screened") }
  }
}

/// The list that all cases screen against.
private enum Lists {
  static let threshold = Score(tenThousandths: 8500)
  static let common = ["Trading", "Mohammed", "Holdings", "Petroleum"]
  static let names = (0..<20_000).map { number in
    "\(common[number % 4]) \(Invented.token(100_000 + number)) \(Invented.token(200_000 + number))"
  }
  static let screener = Screener(watchlists: [
    Watchlist(
      summary: WatchlistSummary(name: "TEST", kind: .namesift, path: "test.csv", sha256: ""),
      entries: names.enumerated().map { number, name in
        WatchlistEntry(
          list: "TEST", uid: "\(number)", type: .organisation,
          names: [ListedName(name, type: .primary, strength: .strong)])
      })
  ])
}

/// Pronounceable tokens, another one for each number.
private enum Invented {
  private static let syllables = ["ba", "ko", "ri", "tu", "ne", "za", "mo", "li", "sa", "du"]

  static func token(_ number: Int) -> String {
    // Digits of a scrambled number: neighbours have nothing in common.
    var rest = number * 7_368_787 % 10_000_000
    var token = ""
    for _ in 0..<7 {
      token += syllables[rest % 10]
      rest /= 10
    }
    return token
  }
}
