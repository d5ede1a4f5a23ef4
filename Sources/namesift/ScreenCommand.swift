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

  @OptionGroup(title: "Lists") var lists: ListOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An index made by 'namesift compile', in place of --list.", valueName: "file"))
  var index: String?

  @OptionGroup(title: "Records") var input: InputOptions

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

  @Option(name: .long, help: "The number of threads; by default one for each processor.")
  var threads = ThreadCount.available

  @Option(name: .long, help: ArgumentHelp("Where alerts go.", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where records that cannot be read are reported; by default stderr, the first 100.",
      valueName: "file"))
  var rejects: String?

  @Option(name: .long, help: ArgumentHelp("Where the run manifest goes.", valueName: "file"))
  var manifest: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where counts of the work done go, as JSON; compare runs of one thread.",
      valueName: "file"))
  var counters: String?

  @Argument(help: ArgumentHelp("The records; '-' is stdin, as is none.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    if index == nil { try lists.requireSome() }
    if index != nil && !(lists.list.isEmpty && lists.part.isEmpty && !lists.requireComplete) {
      throw ValidationError("give --list or --index, not both: an index carries its lists")
    }
    try require(maxMatches, "--max-matches", in: 1...10_000)
    try require(verify, "--verify", in: 0...10_000_000)
    try require(threads, "--threads", in: 1...1024)
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("'-' stands for stdin, which can be read only once")
    }
  }

  func run() throws {
    let status = try reportingFailure { try screen() }
    if status != .success { throw status }
  }

  private func screen() throws -> ExitCode {
    // First, as a mistake in them should not wait for the lists.
    let policy = try matching.policy()
    let judging = try outcomes.judging()
    let screener = try screener()
    let control = RunControl()
    let signals = TerminationSignals(stopping: control)
    let progress = ProgressLine(control)
    defer { progress?.end() }
    let result = try screen(with: screener, policy, judging, control)
    progress?.end()
    if let counters { try CountersFile(result, threadCount: threads).write(to: counters) }
    if result.ending == .outputClosed { endByClosedPipe() }
    RunSummary(result).lines.forEach(StandardError.write)
    if result.exitStatus == 2 { return .failed }
    if result.ending == .stopped, let signal = signals.signal { return ExitCode(128 + signal) }
    return ExitCode(result.exitStatus)
  }

  private func screen(
    with screener: Screener, _ policy: ScreeningPolicy, _ judging: JudgingConfiguration,
    _ control: RunControl
  ) throws -> RunResult {
    do {
      var configuration = runConfiguration(policy)
      configuration.judging = judging
      return try screenRecords(configuration, with: screener, control: control) { notice in
        StandardError.write("\(notice)")
      }
    } catch {
      if error.isUsage { throw ValidationError("\(error)") }
      throw error
    }
  }

  private func screener() throws -> Screener {
    guard let index else { return try lists.screener() }
    let screener = try Screener(indexFile: index)
    screener.summaries.forEach(report)
    return screener
  }

  private func runConfiguration(_ policy: ScreeningPolicy) -> RunConfiguration {
    var configuration = RunConfiguration(inputPaths: files)
    configuration.inputFormat = input.inputFormat
    configuration.fields = input.fields
    configuration.encoding = input.encoding
    configuration.policy = policy
    configuration.maximumMatchCount = maxMatches
    configuration.emitsAll = emit == .all
    configuration.explains = explain
    configuration.verificationCount = verify
    configuration.threadCount = threads
    configuration.outputPath = output
    configuration.rejectsPath = rejects
    configuration.manifestPath = manifest
    configuration.engineVersion = EngineVersion.engine
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
