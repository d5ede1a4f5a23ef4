internal import ArgumentParser
internal import NameScreening
internal import Records

/// Screens records: lists and records in, a line for each alert out.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Screen records and write one JSON line for each alert, in input order.")

  /// What gives an output line.
  enum Emission: String, CaseIterable, ExpressibleByArgument {
    case alerts, all
  }

  @OptionGroup(title: "Lists") var source: ListsOrIndex

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Refuse lists that were last fetched longer ago, in hours or days: 36h, 2d.",
      valueName: "age"),
    transform: ListAge.init(argument:))
  var maxAge: ListAge?

  @OptionGroup var records: RunOptions

  @OptionGroup(title: "Matching") var matching: PolicyOptions

  @OptionGroup(title: "Outcomes") var outcomes: OutcomeOptions

  @Option(name: .long, help: "The most matches in one line; the others are counted.")
  var maxMatches = 25

  @Option(name: .long, help: "Write alerts and unscreenable records, or a line for every record.")
  var emit = Emission.alerts

  @Flag(name: .long, help: "Write how each score came about.")
  var explain = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Screen a sample of N records again by brute force; a difference is a failure.",
      valueName: "n"))
  var verify = 0

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where counts of the work done go, as JSON; compare runs of one thread.",
      valueName: "file"))
  var counters: String?

  func validate() throws {
    try require(maxMatches, "--max-matches", in: 1...10_000)
    try require(verify, "--verify", in: 0...10_000_000)
  }

  func run() throws {
    let status = try reportingFailure { try screen() }
    if status != .success { throw status }
  }

  private func screen() throws -> ExitCode {
    // First, as a mistake in them should not wait for the lists.
    let policy = try matching.policy()
    let judging = try outcomes.judging()
    let screener = try source.screener()
    try maxAge?.refuseOlder(screener.summaries, at: .now)
    var configuration = configuration(policy)
    configuration.judging = judging
    let (result, status) = try watchedRun { control throws(RunError) in
      try screenRecords(configuration, with: screener, control: control) {
        StandardError.write("\($0)")
      }
    } summary: {
      RunSummary($0).lines
    }
    if let counters { try CountersFile(result, threadCount: records.threads).write(to: counters) }
    return status
  }

  private func configuration(_ policy: ScreeningPolicy) -> RunConfiguration {
    var configuration = records.configuration(policy)
    configuration.maximumMatchCount = maxMatches
    configuration.emitsAll = emit == .all
    configuration.explains = explain
    configuration.verificationCount = verify
    configuration.maximumListAge = maxAge?.description
    return configuration
  }
}

/// Refuses a number that an option cannot take.
func require(_ value: Int, _ option: String, in range: ClosedRange<Int>) throws {
  if !range.contains(value) {
    throw ValidationError(
      "\(option) must be in \(range.lowerBound)...\(range.upperBound), not \(value)")
  }
}
