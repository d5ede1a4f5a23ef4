public import NameScreening

/// Screens records and writes alerts: everything that the command `screen` does once the lists
/// are loaded.
///
/// Output is in input order and the same bytes for any number of threads. Memory does not depend
/// on the size of the input. It returns when all output is written, and may be called from any
/// thread; it ignores SIGPIPE for the process.
///
/// A file of ``RunConfiguration/outputPath`` is put into place when all input was read and also
/// when the run was stopped, as what was found should not be lost; after an error it is not.
///
/// - Parameters:
///   - configuration: What to read, how to screen, where to write.
///   - screener: The lists.
///   - control: The counters to watch and the flag to stop with.
///   - notify: Called with what a person should know at once; from several threads, but those
///     of one input come in order.
/// - Returns: How it ended, also when it was stopped or the reader of the output went away.
/// - Throws: ``RunError`` when it could not start or finish. A manifest, if asked for, is written
///   also then, with `complete` false.
/// - Precondition: The configuration has at least one thread and positive sizes.
public func screenRecords(
  _ configuration: RunConfiguration, with screener: Screener, control: RunControl = RunControl(),
  notify: @escaping @Sendable (RunNotice) -> Void
) throws(RunError) -> RunResult {
  try perform(
    ScreeningRun(configuration, screener, control, notify), configuration, screener,
    lists: ScreenedLists(current: screener.summaries))
}

/// Runs, and writes the manifest however it ended.
func perform(
  _ run: ScreeningRun, _ configuration: RunConfiguration, _ screener: Screener,
  lists: ScreenedLists
) throws(RunError) -> RunResult {
  precondition(configuration.threadCount > 0, "a run needs a thread")
  precondition(configuration.chunkByteCount > 0, "a chunk needs a size")
  precondition(configuration.maximumRecordByteCount > 0, "a record needs a size")
  var result = RunResult(ending: .complete)
  var failure: RunError?
  do {
    try run.run(&result)
  } catch {
    failure = error
  }
  if let path = configuration.manifestPath {
    do {
      try RunManifest(
        configuration: configuration, screener: screener, lists: lists, inputs: run.sources,
        result: result, error: failure
      ).write(toFile: path)
    } catch {
      // The first failure is the one that tells why.
      throw failure ?? error
    }
  }
  if let failure { throw failure }
  return result
}

extension RunManifest {
  fileprivate func write(toFile path: String) throws(RunError) {
    var text = ByteBuffer(capacity: 1 << 14)
    write(to: &text)
    var file = try AtomicOutputFile(path: path)
    let fault = OutputStream.write(text.bytes, to: file.fileDescriptor)
    if fault != 0 {
      throw RunError(path: path, reason: .system(operation: "write", errno: fault))
    }
    try file.commit()
  }
}
