internal import Glibc
internal import NameScreening

/// Times every name by itself.
struct LatencyRun {
  let json: String

  init(_ settings: WorkerSettings, _ names: NameLines) {
    var worker = settings.makeWorker()
    var times: [UInt32] = []
    times.reserveCapacity(names.count)
    for i in 0..<names.count {
      let start = nanoseconds(of: CLOCK_MONOTONIC)
      _ = worker.screen(names[i])
      times.append(UInt32(clamping: nanoseconds(of: CLOCK_MONOTONIC) - start))
    }
    times.sort()
    func percentile(_ perMille: Int) -> UInt32 {
      times[min(times.count - 1, times.count * perMille / 1000)]
    }
    json =
      "{\"names\":\(names.count),\"p50_ns\":\(percentile(500)),\"p99_ns\":\(percentile(990)),"
      + "\"p999_ns\":\(percentile(999)),\"max_ns\":\(percentile(1000))}"
  }
}
