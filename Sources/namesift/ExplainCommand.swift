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
    var worker = ScreeningWorker(screener, policy: policy)
    let facts = PartyFacts(type: party.type)
    var name = name
    return try name.withUTF8 { bytes in
      if case .unscreenable(let reason) = worker.screen(bytes, of: facts) {
        return ["unscreenable: \(reason.words)"]
      }
      let matches = try bestMatches(bytes, among: screener, by: &worker)
      if matches.isEmpty { return ["no listed name has anything in common with it"] }
      return matches.flatMap { match in
        // The policy may have chosen another name of the entry than the one most like.
        let judged = worker.matches.first { $0.entry == match.entry } ?? match
        let explanation = worker.explain(bytes, of: facts, against: judged)
        let verdict = verdict(on: judged, by: worker)
        if json { return [jsonLine(judged, of: screener, verdict, explanation)] }
        return heading(judged, of: screener, verdict)
          + ExplanationText(explanation).lines.map { "  \($0)" } + [""]
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

  /// What the policy makes of a match.
  private func verdict(on match: NameMatch, by worker: borrowing ScreeningWorker) -> String {
    if worker.matches.contains(where: { $0.entry == match.entry }) { return "match" }
    let held = worker.suppressed.first { $0.match.entry == match.entry }
    switch held?.reason {
    case nil, .belowThreshold: return "below the threshold of \(worker.threshold(of: match.entry))"
    case .weakName: return "held back: a weak name that nothing confirms"
    case .singleToken: return "held back: one word, and nothing confirms it"
    case .genericName: return "held back: generic words, and nothing confirms them"
    case .birthDate: return "held back: by the birth date"
    case .country: return "held back: by the country"
    case .type: return "held back: by the type of the party"
    }
  }

  private func heading(
    _ match: NameMatch, of screener: Screener, _ verdict: String
  ) -> [String] {
    let entry = screener.entry(match.entry)
    let matched = entry.names[match.nameIndex]
    return [
      "\(match.score) \(entry.list) \(entry.uid) \(entry.names[0].text): \(verdict)",
      "  by the name \(matched.text) (\(matched.type), strength \(matched.strength))",
    ]
  }
}

extension ExplainCommand {
  fileprivate func jsonLine(
    _ match: NameMatch, of screener: Screener, _ verdict: String, _ explanation: ScoreExplanation
  ) -> String {
    let entry = screener.entry(match.entry)
    let members = [
      ("schema", "1"), ("list", JSONText.quoted(entry.list)), ("uid", JSONText.quoted(entry.uid)),
      ("name", JSONText.quoted(entry.names[0].text)),
      ("matched_name", JSONText.quoted(entry.names[match.nameIndex].text)),
      ("score", match.score.description), ("verdict", JSONText.quoted(verdict)),
      ("reasons", ExplanationJSON.array(reasons: explanation.reasons)),
      ("explanation", ExplanationJSON.object(explanation)),
    ]
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
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
