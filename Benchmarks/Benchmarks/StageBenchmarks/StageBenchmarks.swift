import Benchmark

// The stages that a name goes through, each by itself; the suites are in the other files.
//
// Wall clock reads as time per iteration and throughput as iterations per second. Every case checks
// its result, so that none measures an error.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(1))
  foldingBenchmarks()
  similarityBenchmarks()
  screeningBenchmarks()
}
