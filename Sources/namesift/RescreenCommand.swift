internal import ArgumentParser
internal import NameScreening
internal import Records

/// Screens records against what changed between two indexes.
struct RescreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescreen",
    abstract: "Screen records against what changed between two indexes only.",
    discussion: """
      Writes one JSON line for each alert that is new, has vanished, or is of an entry that \
      changed, in input order: the difference of two runs of 'namesift screen', at the cost of \
      the entries that differ.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The index that the records were last screened against.", valueName: "file.nsx"))
  var old: String

  @Option(
    name: .long, help: ArgumentHelp("The index of today's lists.", valueName: "file.nsx"))
  var new: String

  @OptionGroup var records: RunOptions

  @OptionGroup(title: "Matching") var matching: PolicyOptions

  func run() throws {
    let status = try reportingFailure { try rescreen() }
    if status != .success { throw status }
  }

  private func rescreen() throws -> ExitCode {
    let policy = try matching.policy()
    let changes = try ListChanges(
      from: try Screener(indexFile: old), to: try Screener(indexFile: new))
    StandardError.write(
      "\(grouped(changes.addedCount)) entries added, \(grouped(changes.removedCount)) removed, "
        + "\(grouped(changes.changedCount)) changed, \(grouped(changes.unchangedCount)) the same")
    let configuration = records.configuration(policy)
    return try watchedRun { control throws(RunError) in
      try rescreenRecords(configuration, against: changes, control: control) {
        StandardError.write("\($0)")
      }
    } summary: {
      RunSummary(rescreening: $0).lines
    }.status
  }
}
