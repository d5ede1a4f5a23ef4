private import Dispatch
private import Glibc
internal import Measures
internal import NameScreening
private import Synchronization

/// One run: opens the files, starts the threads, waits for them and counts.
struct ScreeningRun {
  private let configuration: RunConfiguration
  private let screener: Screener
  private let control: RunControl
  private let notify: @Sendable (RunNotice) -> Void
  private let changes: ListChanges?
  /// The inputs, as the caller named them; `-` is the standard input.
  let sources: [String]

  /// - Parameter changes: What to look for the alerts of before and after, if that is the task;
  ///   `screener` is then that of the entries after.
  init(
    _ configuration: RunConfiguration, _ screener: Screener, _ control: RunControl,
    _ notify: @escaping @Sendable (RunNotice) -> Void, changes: ListChanges? = nil
  ) {
    self.configuration = configuration
    self.screener = screener
    self.control = control
    self.notify = notify
    self.changes = changes
    sources = configuration.inputPaths.isEmpty ? ["-"] : configuration.inputPaths
  }

  /// Runs; `result` tells how far it came also when it throws.
  func run(_ result: inout RunResult) throws(RunError) {
    signal(SIGPIPE, SIG_IGN)
    let start = DispatchTime.now().uptimeNanoseconds
    defer {
      result.seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      result.byteCount = control.byteCount
      result.peakByteCount = Self.peakByteCount
    }
    try checkInputs()
    if changes == nil { tellListWarnings() }
    var outputFile = try Self.open(configuration.outputPath)
    var rejectsFile = try Self.open(configuration.rejectsPath)
    var output = OutputTarget(
      path: configuration.outputPath ?? "standard output",
      fileDescriptor: configuration.standardOutput, isOutput: true)
    if let fileDescriptor = outputFile?.fileDescriptor { output.fileDescriptor = fileDescriptor }
    var rejects: OutputTarget?
    if let path = configuration.rejectsPath, let fileDescriptor = rejectsFile?.fileDescriptor {
      rejects = OutputTarget(path: path, fileDescriptor: fileDescriptor, isOutput: false)
    }
    try pump(output: output, rejects: rejects, &result)
    guard result.counts.isConserved else {
      throw RunError(path: "run", reason: .countsDoNotAddUp(result.counts))
    }
    try rejectsFile?.commit()
    if result.ending != .outputClosed { try outputFile?.commit() }
  }

  private static func open(_ path: String?) throws(RunError) -> AtomicOutputFile? {
    guard let path else { return nil }
    return try AtomicOutputFile(path: path)
  }

  /// Finds missing files before anything is written, and the size of all.
  private func checkInputs() throws(RunError) {
    var total = 0
    var isKnown = true
    for path in sources {
      var status = stat()
      let fault = path == "-" ? fstat(configuration.standardInput, &status) : stat(path, &status)
      guard fault == 0 else {
        throw RunError(path: path, reason: .system(operation: "open", errno: errno))
      }
      if path != "-", access(path, R_OK) != 0 {
        throw RunError(path: path, reason: .system(operation: "open", errno: errno))
      }
      if status.st_mode & S_IFMT == S_IFREG {
        total += Int(status.st_size)
      } else {
        isKnown = false
      }
    }
    if isKnown { control.setTotalByteCount(total) }
  }

  // Not from `getrusage`: its peak includes that of the process which started this one.
  private static var peakByteCount: Int {
    let prefix = "VmHWM:"
    guard let text = ThreadCount.readText("/proc/self/status"),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(prefix) })
    else { return 0 }
    // The line is `VmHWM:	   12345 kB`.
    let digits = line.dropFirst(prefix.count).filter { $0.isNumber }
    return (Int(digits) ?? 0) * 1024
  }

  // MARK: - Threads

  /// Starts reader and workers, writes on this thread, and waits for all.
  private func pump(
    output: OutputTarget, rejects: OutputTarget?, _ result: inout RunResult
  ) throws(RunError) {
    let ring = ChunkRing(
      count: 2 * configuration.threadCount + 2,
      chunkByteCount: min(
        configuration.chunkByteCount, configuration.maximumRecordByteCount + 1),
      sampleBound: configuration.verificationCount > 0 ? .max : 0)
    let group = DispatchGroup()
    let reading = Mutex<Result<Bool, RunError>>(.success(false))
    // A serial queue each, so that each loop has a thread of its own for the whole run.
    DispatchQueue(label: "namesift.reader").async(group: group) {
      defer { ring.finish() }
      var reader = InputReader(configuration, ring: ring, control: control, notify: notify)
      do throws(RunError) {
        let isAtEnd = try reader.run(sources)
        reading.withLock { $0 = .success(isAtEnd) }
      } catch {
        reading.withLock { $0 = .failure(error) }
      }
    }
    let work = WorkerCounters(count: configuration.threadCount)
    let options = screeningOptions
    for number in 0..<configuration.threadCount {
      DispatchQueue(label: "namesift.worker.\(number)").async(group: group) {
        var worker = RecordScreener(screener, options: options)
        while let (chunk, place, sampleBound) = ring.chunkToScreen() {
          worker.process(chunk, sampleBound: sampleBound)
          ring.markScreened(place)
        }
        work.set(worker.counters, of: number)
      }
    }

    var writer = RecordWriter(
      sources: sources, output: output, rejects: rejects,
      verificationCount: configuration.verificationCount, notify: notify)
    var writeFailure: WriteError?
    do throws(WriteError) {
      try writer.run(ring, control: control)
    } catch {
      writeFailure = error
      ring.cancel()
    }
    group.wait()

    result.counts = writer.counts
    result.work = work.sum()
    switch writeFailure {
    case .failed(let error): throw error
    case .closed: result.ending = .outputClosed
    case nil: result.ending = try reading.withLock { $0 }.get() ? .complete : .stopped
    }
    if configuration.verificationCount > 0, result.ending != .outputClosed {
      result.verification = Verifier.verify(
        writer.sample(), with: screener, policy: configuration.policy, sources: sources,
        threadCount: configuration.threadCount)
    }
  }

  /// Tells what of the entries the measures do not know or find odd.
  private func tellListWarnings() {
    ListCheck.warnings(screener, configuration.judging.catalogue).forEach { notify(.warning($0)) }
  }

  private func ownershipBook() -> OwnershipBook? {
    let judging = configuration.judging
    guard let file = judging.ownership else { return nil }
    let time = judging.asOf ?? judging.now
    let book = OwnershipBook(
      file, screener, judging.catalogue, on: NewYork.day(at: time.earliest))
    book.warnings.forEach { notify(.warning($0)) }
    return book
  }

  private var screeningOptions: ScreeningOptions {
    ScreeningOptions(
      policy: configuration.policy, judging: configuration.judging, ownership: ownershipBook(),
      maximumMatchCount: configuration.maximumMatchCount,
      emitsAll: configuration.emitsAll, explains: configuration.explains,
      maximumRecordByteCount: configuration.maximumRecordByteCount,
      verificationSeed: configuration.verificationSeed,
      sources: sources.map { JSONText.escaped($0) }, changes: changes)
  }
}
