internal import ArgumentParser
internal import NameScreening
internal import Records
internal import Watchlists

/// Turns lists into one index file that `screen` maps into memory.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Make one index file of lists, which screen --index opens at once.",
    discussion: """
      With --previous each list has to pass the gate: a damaged one, or one older than that in \
      use, is refused (exit status 2, nothing is written); when suspiciously much is gone, what \
      was removed is held and screened against as before (exit status 1).
      """)

  @OptionGroup(title: "Lists") var lists: ListOptions

  @Option(name: .long, help: ArgumentHelp("The index file to write.", valueName: "file.nsx"))
  var output: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The index in use, which the lists are compared with; may be the one to write.",
      valueName: "file.nsx"))
  var previous: String?

  @Flag(name: .long, help: "Let all removals take effect, those that are held among them.")
  var approveRemovals = false

  func validate() throws {
    try lists.requireSome()
    if approveRemovals && previous == nil {
      throw ValidationError("--approve-removals needs the index in use: give --previous")
    }
  }

  func run() throws {
    let screener = try reportingFailure {
      let screener = try lists.screener(admitting: admit)
      var file = try AtomicOutputFile(path: output)
      try screener.withIndexFileBytes { bytes in
        try writeAll(bytes, to: file.fileDescriptor, named: output)
      }
      try file.commit()
      return screener
    }
    StandardError.write(
      "\(output): \(grouped(screener.entryCount)) entries, \(grouped(screener.nameCount)) names")
    let isHolding = screener.summaries.contains { $0.gate?.heldCount ?? 0 > 0 }
    if isHolding { throw ExitCode.someRejected }
  }

  /// What of the lists may take the place of those in use.
  private func admit(_ candidates: [Watchlist]) throws -> [Watchlist] {
    guard let previous else { return candidates }
    let current = try Screener(indexFile: previous).watchlists
    return try ListGate(approvesRemovals: approveRemovals)
      .admit(candidates, inPlaceOf: current, in: previous)
  }
}
