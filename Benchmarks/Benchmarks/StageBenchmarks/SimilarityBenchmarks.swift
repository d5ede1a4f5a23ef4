import Benchmark
import NameNormalization
import NameScreening
import NameSimilarity

// One iteration compares two tokens, makes one key, or scores one pair of names.
func similarityBenchmarks() {
  let pairs: [(shape: String, a: String, b: String, distance: Int)] = [
    ("equal", "mohammed", "mohammed", 0),
    ("near", "mohammed", "muhammed", 1),
    ("disjoint", "mohammed", "vitkusas", 4),
    ("other-length", "mohammed", "mo", 4),
    // Nothing in common at either end and within the limit: the whole band is computed.
    ("longest-band", "xabcdefghijklmnopqrstuvwy", "zabcdefghijkmlnopqrstuvwz", 3),
  ]
  for (shape, a, b, distance) in pairs {
    Benchmark("edit-distance/\(shape)") { benchmark in
      // Two copies in turn, so that the distance is not computed once for all iterations.
      let first = Array(a.utf8)
      let second = Array(a.utf8)
      let b = Array(b.utf8)
      var sum = 0
      benchmark.startMeasurement()
      for i in benchmark.scaledIterations {
        sum &+=
          i & 1 == 0
          ? boundedEditDistance(first.span, b.span, limit: 3)
          : boundedEditDistance(second.span, b.span, limit: 3)
      }
      benchmark.stopMeasurement()
      if sum != distance * benchmark.scaledIterations.count {
        benchmark.error("\(shape): sum \(sum)")
      }
    }
  }
  for (shape, token) in [
    ("short", "li"), ("usual", "khrushchev"), ("vowels", "aeiouaeiouaeiou"),
    ("longest", String(repeating: "schtz", count: 200)),
  ] {
    Benchmark("phonetic-key/\(shape)") { benchmark in
      // Two copies in turn, so that the key is not computed once for all iterations.
      let first = Array(token.utf8)
      let second = Array(token.utf8)
      var keys: UInt64 = 0
      benchmark.startMeasurement()
      for i in benchmark.scaledIterations {
        keys |= i & 1 == 0 ? phoneticKey(of: first.span) : phoneticKey(of: second.span)
      }
      benchmark.stopMeasurement()
      if keys != phoneticKey(of: first.span) { benchmark.error("\(shape): key \(keys)") }
    }
  }
  scoringBenchmarks()
}

// One iteration folds and scores a pair of names.
private func scoringBenchmarks() {
  let forty = (0..<40).map { "token\(Character(UnicodeScalar(UInt8(97 + $0 % 26))))x" }
  let pairs: [(shape: String, query: String, listed: String, least: Int32)] = [
    ("equal", "Golden Harbour Trading Co Ltd", "GOLDEN HARBOUR TRADING CO., LTD.", 10_000),
    ("reordered", "Smithson Jonathan", "Jonathan Smithson", 9_000),
    ("nothing-in-common", "Jonathan Smithson", "Vitkus Marija", 0),
    // Every token is near every other, so that the alignment has most to choose from.
    ("all-alike", "Marta Marty Marte Marto Martu", "Martu Marto Marte Marty Marta", 8_000),
    ("forty-tokens", forty.joined(separator: " "), forty.reversed().joined(separator: " "), 8_000),
  ]
  for (shape, query, listed, least) in pairs {
    Benchmark("scoring/\(shape)") { benchmark in
      let query = Array(query.utf8)
      let listed = Array(listed.utf8)
      var scorer = PairScorer(tables: .builtin)
      var lowest = Int32.max
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        let scored = query.withUnsafeBufferPointer { a in
          listed.withUnsafeBufferPointer { b in scorer.score(a, b, type: .unknown) }
        }
        guard case .score(let score) = scored else { return benchmark.error("not scored") }
        lowest = min(lowest, score.tenThousandths)
      }
      benchmark.stopMeasurement()
      if lowest < least { benchmark.error("\(shape): score \(lowest)") }
    }
  }
}
