internal import ArgumentParser
internal import NameScreening
internal import Watchlists

/// Tells what lists hold, and what in them was not understood.
struct ListsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what lists hold: dates, digests, counts, programs, gate and warnings.")

  @OptionGroup(title: "Lists") var source: ListsOrIndex

  @Flag(name: .long, help: "Write one JSON array instead of text.")
  var json = false

  func run() throws {
    try reportingFailure {
      // The summary of the index, not of the files: it also knows the names that are not compared.
      let screener = try source.screener()
      if source.index != nil { StandardError.write(madeBy(screener)) }
      let summaries = screener.summaries
      var output = StandardOutput()
      let lines = json ? [ListsReport.json(summaries)] : ListsReport.text(summaries)
      for line in lines { try output.writeLine(line) }
      try output.flush()
    }
  }

  private func madeBy(_ index: Screener) -> String {
    "made by namesift \(index.engineVersion) with tables \(index.tableVersion), "
      + "ICU \(index.icuVersion)"
  }
}
