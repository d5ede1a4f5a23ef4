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
  // Long tokens, new each time, that have many trigrams in common with thousands of listed ones.
  screening("monotonous-tokens", matches: 0) { number in
    "\(Invented.monotonous(number % 256))q \(Invented.token(5_000_000 + number))"
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
    if alerts < matches * names.count {
      benchmark.error("\(shape): \(alerts) alerts of \(names.count)")
    }
    if worker.counters.names != names.count { benchmark.error("names were not screened") }
  }
}

/// The list that all cases screen against.
private enum Lists {
  static let threshold = Score(tenThousandths: 8500)
  static let common = ["Trading", "Mohammed", "Holdings", "Petroleum"]
  static let names = (0..<20_000).map { number in
    number % 80 == 0
      ? "\(Invented.monotonous(number / 80)) \(Invented.token(300_000 + number))"
      : "\(common[number % 4]) \(Invented.token(100_000 + number)) "
        + Invented.token(200_000 + number)
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

/// Pronounceable tokens, another one for each number below a hundred million.
private enum Invented {
  private static let onsets = [
    "b", "br", "d", "dr", "f", "g", "gl", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "r", "s",
    "sh", "sk", "st", "t", "tr", "v", "w", "z",
  ]
  private static let rimes = [
    "a", "ai", "an", "ar", "e", "el", "en", "er", "i", "il", "in", "ir", "o", "ol", "on", "or",
    "u", "ul", "um", "un",
  ]

  static func token(_ number: Int) -> String {
    // Digits of a scrambled number: neighbours have nothing in common.
    var rest = number * 73_687_871 % 100_000_000
    var token = ""
    for _ in 0..<3 {
      token += onsets[rest % onsets.count] + rimes[rest / onsets.count % rimes.count]
      rest /= onsets.count * rimes.count
    }
    return token
  }

  /// A token of very few trigrams, which therefore shares many of them with every other such token.
  static func monotonous(_ number: Int) -> String {
    var rest = number
    var token = ""
    for _ in 0..<8 {
      token += ["bano", "nabo"][rest % 2]
      rest /= 2
    }
    return token
  }
}
