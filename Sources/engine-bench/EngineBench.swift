internal import ArgumentParser
private import Glibc
internal import NameIndex
internal import NameScreening
internal import NameSimilarity

/// Measures screening alone: names that are in memory already, one a line, no records.
///
///     engine-bench --index csl.nsx --threads 2 names.txt
///
/// One JSON object on stdout. The first names are reported apart (`cold`), as a worker has to meet
/// tokens before it remembers them; `steady` is the rest. `results` is a hash of every verdict,
/// match and score, the same for any number of threads, with and without what workers remember.
@main
struct EngineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine-bench", abstract: "Measure the engine without the reading of records.")

  @Option(help: "The index that 'namesift compile' made.")
  var index: String

  @Option(help: "The lowest score that is reported, whatever it rests on; else the default policy.")
  var threshold: String?

  @Option(help: "The number of threads.")
  var threads = 1

  @Option(help: "How many names count as cold.")
  var cold = 500_000

  @Flag(help: "Screen every name anew, also one that was met before.")
  var noNameMemo = false

  @Option(help: "How much the search rules out: none, bound or full.")
  var pruning = PruningOption.full

  @Flag(help: "Take the time of every name, for percentiles; one thread.")
  var latency = false

  @Argument(help: "The names, one a line.")
  var file: String

  func validate() throws {
    _ = try policy
    if threads < 1 { throw ValidationError("--threads must be at least 1, not \(threads)") }
    if latency && threads != 1 { throw ValidationError("--latency takes one thread") }
  }

  private var policy: ScreeningPolicy {
    get throws {
      guard let threshold else { return ScreeningPolicy() }
      guard let score = Score(threshold), score > .zero else {
        throw ValidationError("--threshold must be above 0 and at most 1, not '\(threshold)'")
      }
      return ScreeningPolicy(everyMatchAt: score)
    }
  }

  func run() throws {
    let opening = Stopwatch()
    let screener = try Screener(indexFile: index)
    let opened = opening.elapsed
    let names = try NameLines(path: file)
    let settings = WorkerSettings(
      screener: screener, policy: try policy, pruning: pruning.value,
      remembersNames: !noNameMemo)
    if latency {
      print(LatencyRun(settings, names).json)
      return
    }
    let reference = ReferenceLoop.measure()
    let run = EngineRun(settings, names, threadCount: threads, coldCount: cold)
    print(EngineReport(run, names, openSeconds: opened, referenceNanoseconds: reference).json)
  }
}

/// How much the search rules out.
enum PruningOption: String, CaseIterable, ExpressibleByArgument {
  case none, bound, full

  var value: SearchPruning {
    switch self {
    case .none: .none
    case .bound: .bound
    case .full: .full
    }
  }
}

/// What every worker of a run has in common.
struct WorkerSettings: Sendable {
  let screener: Screener
  let policy: ScreeningPolicy
  let pruning: SearchPruning
  let remembersNames: Bool

  func makeWorker() -> ScreeningWorker {
    ScreeningWorker(
      screener, policy: policy, pruning: pruning, remembersNames: remembersNames)
  }
}
