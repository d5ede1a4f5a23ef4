internal import ArgumentParser
internal import Watchlists

/// Tells what changed between two versions of a list.
struct ListsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which entries were added, removed or changed, field by field.")

  @Argument(
    help: ArgumentHelp(
      "The version before: a list, or an index of 'namesift compile'.",
      valueName: "[kind:]old"))
  var old: String

  @Argument(help: ArgumentHelp("The version after.", valueName: "[kind:]new"))
  var new: String

  @Flag(name: .long, help: "Write one JSON object instead of a table.")
  var json = false

  func run() throws {
    try reportingFailure {
      let report = DifferenceReport(from: try ListVersion(old), to: try ListVersion(new))
      var output = StandardOutput()
      for line in json ? [report.json] : report.text { try output.writeLine(line) }
      try output.flush()
    }
  }
}
