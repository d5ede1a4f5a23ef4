internal import ArgumentParser
internal import NameScreening
internal import Records
internal import Watchlists

/// Tells why a name matches, or what keeps it below the threshold.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the listed names most like a name, token by token, whatever they score.")

  @Argument(help: "The name.")
  var name: String

  @OptionGroup(title: "Lists") var lists: ListOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Compare with the entry of this identifier only.", valueName: "uid"))
  var entry: String?

  @OptionGroup var party: PartyTypeOption

  @OptionGroup(title: "Matching") var matching: PolicyOptions

  @Flag(name: .long, help: "Write a JSON object for each entry instead of text.")
  var json = false

  @Option(name: .long, help: "The most entries to show.")
  var maxMatches = 3

  func validate() throws {
    try lists.requireSome()
    try require(maxMatches, "--max-matches", in: 1...10_000)
  }

  func run() throws {
    try reportingFailure {
      let policy = try matching.policy()
      let screener = try lists.screener()
      var output = StandardOutput()
      for line in try explanation(screener, policy) { try output.writeLine(line) }
      try output.flush()
    }
  }

  private func explanation(
    _ screener: Screener, _ policy: ScreeningPolicy
  ) throws -> [String] {
    let candidates = try entry.map { uid in
      let entries = screener.entries(withUID: uid)
      if entries.isEmpty { throw ExplainError.noSuchEntry(uid: uid) }
      return entries
    }
    var explainer = NameExplainer(screener, policy: policy)
    let matches: [ExplainedMatch]
    do throws(UnscreenableNameError) {
      matches = try Array(name.utf8).withUnsafeBufferPointer {
        (bytes) throws(UnscreenableNameError) in
        try explainer.explain(
          bytes, of: PartyFacts(type: party.type), among: candidates, limit: maxMatches)
      }
    } catch {
      return ["unscreenable: \(error)"]
    }
    if matches.isEmpty { return ["no listed name has anything in common with it"] }
    return matches.flatMap { json ? [$0.json] : text($0) }
  }

  private func text(_ match: ExplainedMatch) -> [String] {
    let entry = match.entry
    let matched = entry.names[match.match.nameIndex]
    return [
      "\(match.match.score) \(entry.list) \(entry.uid) \(entry.names[0].text): \(match.verdict)",
      "  by the name \(matched.text) (\(matched.type), strength \(matched.strength))",
    ] + ExplanationText(match.explanation).lines.map { "  \($0)" } + [""]
  }
}

/// Why nothing could be explained.
enum ExplainError: Error, CustomStringConvertible {
  /// No list has the entry.
  case noSuchEntry(uid: String)

  var description: String {
    switch self {
    case .noSuchEntry(let uid): "no list has an entry '\(uid)'"
    }
  }
}
