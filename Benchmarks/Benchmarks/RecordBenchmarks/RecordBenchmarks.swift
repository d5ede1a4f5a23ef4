import Benchmark
import Foundation
import NameScreening
import Records
import Watchlists

// One iteration reads, scans and answers 20,000 records of one thread, whose names repeat so that
// screening them is next to nothing: throughput times 20,000 is records per second.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], maxDuration: .seconds(2))
  records("csv/plain", "csv") { _ in "T1,2026-01-02,100.00,USD,Anna Example,SG,Bert Example,DE\n" }
  records("csv/quoted", "csv") { _ in
    #""T1","2026-01-02","100.00","USD","Example, Anna","SG","Example, Bert","DE""# + "\n"
  }
  // Each name has quotes that are taken out of it.
  records("csv/doubled-quotes", "csv") { _ in
    #"T1,2026-01-02,100.00,USD,"Anna ""A"" Example",SG,"Bert ""B"" Example",DE"# + "\n"
  }
  records("csv/long-fields", "csv") { _ in
    "T1," + String(repeating: "remittance information ", count: 40)
      + ",1,USD,Anna Example,SG,Bert Example,DE\n"
  }
  records("jsonl/flat", "jsonl") { _ in
    #"{"id":"T1","amount":"100.00","debtor_name":"Anna Example","creditor_name":"Bert Example"}"#
      + "\n"
  }
  records("jsonl/parties", "jsonl") { _ in
    #"{"id":"T1","parties":[{"role":"debtor","name":"Anna Example","type":"person"},"#
      + #"{"role":"creditor","name":"Bert Example","type":"organisation"}]}"# + "\n"
  }
  // Every string has an escape in it.
  records("jsonl/escapes", "jsonl") { _ in
    #"{"id":"T\u0031","debtor_name":"Anna \"A\" Ex\u00e4mple","creditor_name":"B\u00e9rt \/ E"}"#
      + "\n"
  }
  records("jsonl/long-strings", "jsonl") { _ in
    #"{"id":"T1","note":""# + String(repeating: "remittance information ", count: 40)
      + #"","debtor_name":"Anna Example","creditor_name":"Bert Example"}"# + "\n"
  }
  // As deep as records may be, and each level with as many keys as are compared pairwise.
  records("jsonl/deepest", "jsonl") { _ in
    let keys = (0..<31).map { #""k\#($0)":0,"# }.joined()
    return #"{"debtor_name":"Anna Example","creditor_name":"Bert Example","x":"#
      + String(repeating: "{\(keys)\"x\":", count: 62) + "0"
      + String(repeating: "}", count: 63) + "\n"
  }
}

private let recordCount = 20_000

/// Measures the records that `record` makes of 0, 1, 2 and so on.
private func records(
  _ shape: String, _ format: String, record: @escaping @Sendable (Int) -> String
) {
  Benchmark(shape) { benchmark in
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("namesift-\(UUID().uuidString).\(format)")
    defer { try? FileManager.default.removeItem(at: file) }
    // The deepest records are long; fewer of them are as many bytes.
    let one = record(0)
    let count = one.utf8.count > 10_000 ? recordCount / 100 : recordCount
    let header =
      "id,date,amount,currency,debtor_name,debtor_country,creditor_name,creditor_country\n"
    let text = (0..<count).reduce(into: format == "csv" ? header : "") { $0 += record($1) }
    try text.write(to: file, atomically: false, encoding: .utf8)
    var configuration = RunConfiguration(inputPaths: [file.path])
    configuration.threadCount = 1
    configuration.outputPath = "/dev/null"
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      let result = try screenRecords(configuration, with: Lists.screener) { _ in }
      if result.counts.clear != count || result.counts.names != 2 * count {
        return benchmark.error("\(shape): \(result.counts.clear) of \(count) records are clear")
      }
    }
    benchmark.stopMeasurement()
  }
}

/// A list that no record matches.
private enum Lists {
  static let screener = Screener(watchlists: [
    Watchlist(
      summary: WatchlistSummary(name: "TEST", kind: .namesift, path: "test.csv", sha256: ""),
      entries: [
        WatchlistEntry(
          list: "TEST", uid: "1", type: .organisation,
          names: [ListedName("Zylopharm Qaxnorp", type: .primary, strength: .strong)])
      ])
  ])
}
