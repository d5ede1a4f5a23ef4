internal import ArgumentParser
internal import NameScreening
internal import NameSimilarity
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

  @OptionGroup var matching: ThresholdOption

  @Option(name: .long, help: "The most entries to show.")
  var maxMatches = 3

  func validate() throws {
    try lists.requireSome()
    try require(maxMatches, "--max-matches", in: 1...10_000)
  }

  func run() throws {
    try reportingFailure {
      let screener = try lists.screener()
      var output = StandardOutput()
      for line in try explanation(screener) { try output.writeLine(line) }
      try output.flush()
    }
  }

  private func explanation(_ screener: Screener) throws -> [String] {
    var worker = ScreeningWorker(screener, threshold: matching.threshold)
    var name = name
    return try name.withUTF8 { bytes in
      if case .unscreenable(let reason) = worker.screen(bytes, type: party.type) {
        return ["unscreenable: \(reason.words)"]
      }
      let matches = try bestMatches(bytes, among: screener, by: &worker)
      if matches.isEmpty { return ["no listed name has anything in common with it"] }
      return matches.flatMap { match in
        let explanation = worker.explain(bytes, type: party.type, against: match)
        return heading(match, of: screener) + ExplanationText(explanation).lines.map { "  \($0)" }
          + [""]
      }
    }
  }

  /// The matches whatever they score, best first, ties by list, identifier and name.
  private func bestMatches(
    _ name: UnsafeBufferPointer<UInt8>, among screener: Screener, by worker: inout ScreeningWorker
  ) throws -> [NameMatch] {
    let candidates: [EntryID]
    if let entry {
      candidates = screener.entries(withUID: entry)
      if candidates.isEmpty { throw ExplainError.noSuchEntry(uid: entry) }
    } else {
      candidates = (0..<UInt32(screener.entryCount)).map { EntryID(rawValue: $0) }
    }
    var matches: [NameMatch] = []
    for candidate in candidates {
      if let match = worker.compare(name, with: candidate, type: party.type),
        match.score > .zero || entry != nil
      {
        matches.append(match)
      }
    }
    // The order of the entries is that of the lists; a stable sort keeps it among equal scores.
    return Array(matches.sorted { $0.score > $1.score }.prefix(maxMatches))
  }

  private func heading(_ match: NameMatch, of screener: Screener) -> [String] {
    let entry = screener.entry(match.entry)
    let matched = entry.names[match.nameIndex]
    let verdict =
      match.score >= matching.threshold
      ? "match" : "below the threshold of \(matching.threshold)"
    return [
      "\(match.score) \(entry.list) \(entry.uid) \(entry.names[0].text): \(verdict)",
      "  by the name \(matched.text) (\(matched.type), strength \(matched.strength))",
    ]
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
