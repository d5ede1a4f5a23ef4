public import NameScreening

/// Screens records and writes alerts: everything that the command `screen` does once the lists
/// are loaded.
///
/// Output is in input order and the same bytes for any number of threads. Memory does not depend
/// on the size of the input. It returns when all output is written, and may be called from any
/// thread; it ignores SIGPIPE for the process.
///
/// - Parameters:
///   - configuration: What to read, how to screen, where to write.
///   - screener: The lists.
///   - control: The counters to watch and the flag to stop with.
///   - notify: Called with what a person should know at once, from one thread at a time.
/// - Returns: How it ended, also when it was stopped or the reader of the output went away.
/// - Throws: ``RunError`` when it could not start or finish. A manifest, if asked for, is written
///   also then, with `complete` false.
public func screenRecords(
  _ configuration: RunConfiguration, with screener: Screener, control: RunControl = RunControl(),
  notify: @escaping @Sendable (RunNotice) -> Void
) throws(RunError) -> RunResult {
  fatalError("to come")
}
