internal import Records

/// What a person reads at the end of a run.
struct RunSummary {
  /// The lines, without a name in any of them.
  let lines: [String]

  /// Puts a result into words.
  init(_ result: RunResult) {
    let counts = result.counts
    let seconds = max(result.seconds, 0.001)
    var lines: [String] = []
    if let verification = result.verification {
      lines += verification.differences.prefix(100).map { "verification: \($0)" }
      lines.append(
        "verification: \(verification.differences.count) of "
          + "\(grouped(verification.recordCount)) records differ")
    }
    if result.ending == .stopped {
      lines.append("stopped by a signal: the records read until then are screened, no others")
    }
    lines.append(
      "\(grouped(counts.records)) records: \(grouped(counts.alert)) alert, "
        + "\(grouped(counts.unscreenable)) unscreenable, \(grouped(counts.clear)) clear, "
        + "\(grouped(counts.rejected)) rejected")
    lines.append(
      "\(grouped(counts.names)) names in \(Self.tenths(seconds)) s, "
        + "\(grouped(Int(Double(counts.names) / seconds))) names/s, "
        + "peak memory \(grouped(result.peakByteCount >> 20)) MiB")
    self.lines = lines
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
