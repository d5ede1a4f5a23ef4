internal import ArgumentParser
internal import Watchlists

/// Tells what lists hold, and what in them was not understood.
struct ListsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what lists hold: dates, digests, counts, programs and warnings.")

  @OptionGroup(title: "Lists") var lists: ListOptions

  @Flag(name: .long, help: "Write one JSON array instead of text.")
  var json = false

  func validate() throws { try lists.requireSome() }

  func run() throws {
    try reportingFailure {
      // The summary of the index, not of the files: it also knows the names that are not compared.
      let summaries = try lists.screener().summaries
      var output = StandardOutput()
      let lines = json ? [ListsReport.json(summaries)] : ListsReport.text(summaries)
      for line in lines { try output.writeLine(line) }
      try output.flush()
    }
  }
}
