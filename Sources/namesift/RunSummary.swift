internal import Measures
internal import NameScreening
internal import Records

/// What a person reads at the end of a run.
struct RunSummary {
  /// The lines, without a name in any of them.
  let lines: [String]

  /// Puts a result into words.
  init(_ result: RunResult) {
    let counts = result.counts
    var lines: [String] = []
    if let verification = result.verification {
      lines += verification.differences.prefix(100).map { "verification: \($0)" }
      lines.append(
        "verification: \(verification.differences.count) of "
          + "\(grouped(verification.recordCount)) records differ")
    }
    if result.ending == .stopped { lines.append(Self.stopped) }
    lines.append(
      "\(grouped(counts.records)) records: \(grouped(counts.alert)) alert, "
        + "\(grouped(counts.unscreenable)) unscreenable, \(grouped(counts.clear)) clear, "
        + "\(grouped(counts.rejected)) rejected")
    if counts.outcomes.total > 0 { lines.append(Self.outcomes(counts.outcomes)) }
    if counts.suppressed.total > 0 { lines.append(Self.suppressed(counts.suppressed)) }
    lines.append(Self.speed(result))
    self.lines = lines
  }

  private static func outcomes(_ counts: OutcomeCounts) -> String {
    let parts = Outcome.allCases.reversed().filter { counts[$0] > 0 }.map {
      "\(grouped(counts[$0])) \($0.rawValue)"
    }
    return "outcomes: " + parts.joined(separator: ", ")
  }

  /// Puts the result of a comparison of lists into words.
  init(rescreening result: RunResult) {
    let counts = result.counts
    var lines: [String] = []
    if result.ending == .stopped { lines.append(Self.stopped) }
    lines.append(
      "\(grouped(counts.records)) records, \(grouped(counts.alert)) with alerts that differ: "
        + "\(grouped(counts.changes.new)) new, \(grouped(counts.changes.vanished)) vanished, "
        + "\(grouped(counts.changes.changed)) of changed entries; "
        + "\(grouped(counts.rejected)) rejected")
    lines.append(Self.speed(result))
    self.lines = lines
  }

  private static let stopped =
    "stopped by a signal: the records read until then are screened, no others"

  private static func speed(_ result: RunResult) -> String {
    let names = result.counts.names
    let seconds = max(result.seconds, 0.001)
    return "\(grouped(names)) names in \(tenths(seconds)) s, "
      + "\(grouped(Int(Double(names) / seconds))) names/s, "
      + "peak memory \(grouped(result.peakByteCount >> 20)) MiB"
  }

  private static func suppressed(_ counts: SuppressionCounts) -> String {
    let parts = SuppressionReason.allCases.filter { counts[$0] > 0 }.map {
      "\(grouped(counts[$0])) \($0.words)"
    }
    return "\(grouped(counts.total)) matches held back by the policy: "
      + parts.joined(separator: ", ")
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension SuppressionReason {
  /// Why matches are held back, behind their number.
  var words: String {
    switch self {
    case .belowThreshold: "below the threshold of their list and type"
    case .weakName: "on weak names"
    case .singleToken: "on one word"
    case .genericName: "on generic words"
    case .birthDate: "by birth date"
    case .country: "by country"
    case .type: "by type"
    }
  }
}
