internal import Glibc
internal import NameScreening

/// A run as a JSON object on one line.
struct EngineReport {
  let json: String

  init(_ run: EngineRun, _ names: NameLines, openSeconds: Double, referenceNanoseconds: Double) {
    var counters = WorkCounters()
    var results = ResultHash()
    for thread in run.threads {
      counters += thread.counters
      results.add(thread.results)
    }
    let coldEnd = run.threads.map(\.cold.endNanoseconds).max() ?? 0
    let members = [
      "\"threads\":\(run.threads.count)",
      "\"names\":\(names.count)",
      "\"bytes\":\(names.byteCount)",
      "\"open_seconds\":\(rounded(openSeconds))",
      "\"reference_ns\":\(rounded(referenceNanoseconds))",
      "\"cold\":" + Self.part(run.threads.map(\.cold), from: 0),
      "\"steady\":" + Self.part(run.threads.map(\.steady), from: coldEnd),
      "\"alerts\":\(run.threads.reduce(0) { $0 + $1.alerts })",
      "\"peak_memory_bytes\":\(Self.peakByteCount)",
      "\"results\":\"\(String(results.value, radix: 16))\"",
      "\"counters\":{"
        + counters.members.map { "\"\($0.name)\":\($0.count)" }.joined(separator: ",") + "}",
    ]
    json = "{" + members.joined(separator: ",") + "}"
  }

  private static func part(_ parts: [EngineRun.Part], from start: Int) -> String {
    let names = parts.reduce(0) { $0 + $1.names }
    let cpu = parts.reduce(0) { $0 + $1.cpuNanoseconds }
    let seconds = Double((parts.map(\.endNanoseconds).max() ?? 0) - start) / 1e9
    guard names > 0, seconds > 0, cpu > 0 else { return "null" }
    return "{\"names\":\(names),\"seconds\":\(rounded(seconds)),"
      + "\"names_per_second\":\(Int(Double(names) / seconds)),"
      + "\"cpu_ns_per_name\":\(rounded(Double(cpu) / Double(names)))}"
  }

  // Not from `getrusage`: its peak includes that of the process which started this one.
  private static var peakByteCount: Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      if strncmp(line, "VmHWM:", 6) == 0 { return strtol(Array(line[6...]), nil, 10) * 1024 }
    }
    return 0
  }
}

/// A number with four digits after the point.
func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
