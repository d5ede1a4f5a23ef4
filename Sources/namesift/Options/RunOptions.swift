internal import ArgumentParser
internal import NameScreening
internal import Records

/// What to read and where to write: the options that every subcommand with records has.
struct RunOptions: ParsableArguments {
  @OptionGroup(title: "Records") var input: InputOptions

  @Option(name: .long, help: "The number of threads; by default one for each processor.")
  var threads = ThreadCount.available

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The bytes of records that a thread takes at a time; the output does not depend on it.",
      valueName: "n"))
  var chunkBytes = 1 << 20

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

  @Argument(help: ArgumentHelp("The records; '-' is stdin, as is none.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    try require(threads, "--threads", in: 1...1024)
    try require(chunkBytes, "--chunk-bytes", in: 1024...(64 << 20))
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("'-' stands for stdin, which can be read only once")
    }
  }

  /// The configuration that the options ask for.
  func configuration(_ policy: ScreeningPolicy) -> RunConfiguration {
    var configuration = RunConfiguration(inputPaths: files)
    configuration.inputFormat = input.inputFormat
    configuration.fields = input.fields
    configuration.encoding = input.encoding
    configuration.policy = policy
    configuration.threadCount = threads
    configuration.chunkByteCount = chunkBytes
    configuration.outputPath = output
    configuration.rejectsPath = rejects
    configuration.manifestPath = manifest
    configuration.engineVersion = EngineVersion.current
    return configuration
  }
}

/// Runs with a progress line and with signals that end it in good order, and tells the summary.
///
/// - Parameter run: The run, which stops when its control says so.
/// - Returns: The exit status.
/// - Throws: What `run` throws; `ValidationError` in place of a failure that the usage is to blame
///   for.
func watchedRun(
  _ run: (RunControl) throws(RunError) -> RunResult, summary: (RunResult) -> [String]
) throws -> (result: RunResult, status: ExitCode) {
  let control = RunControl()
  let signals = TerminationSignals(stopping: control)
  let progress = ProgressLine(control)
  defer { progress?.end() }
  let result: RunResult
  do {
    result = try run(control)
  } catch {
    if error.isUsage { throw ValidationError("\(error)") }
    throw error
  }
  progress?.end()
  if result.ending == .outputClosed { endByClosedPipe() }
  summary(result).forEach(StandardError.write)
  if result.exitStatus == 2 { return (result, .failed) }
  if result.ending == .stopped, let signal = signals.signal {
    return (result, ExitCode(128 + signal))
  }
  return (result, ExitCode(result.exitStatus))
}
