public import NameScreening
internal import NameSimilarity
public import Watchlists

/// Finds the listed parties most like a name, whatever they score, and tells what becomes of them.
public struct NameExplainer: ~Copyable {
  private let screener: Screener
  private var worker: ScreeningWorker

  /// Creates an explainer of the matches that `policy` judges.
  public init(_ screener: Screener, policy: ScreeningPolicy) {
    self.screener = screener
    worker = ScreeningWorker(screener, policy: policy)
  }

  /// The listed parties most like a name, best first, ties in the order of the lists.
  ///
  /// - Parameters:
  ///   - name: The name in UTF-8.
  ///   - candidates: The entries to compare with, also those that have nothing in common with the
  ///     name; nil for all entries that have something.
  ///   - limit: The most to return.
  /// - Throws: ``UnscreenableNameError`` when the name cannot be screened.
  /// - Complexity: O(*n*) in the names of the candidates.
  public mutating func explain(
    _ name: UnsafeBufferPointer<UInt8>, of party: PartyFacts, among candidates: [EntryID]? = nil,
    limit: Int
  ) throws(UnscreenableNameError) -> [ExplainedMatch] {
    if case .unscreenable(let reason) = worker.screen(name, of: party) {
      throw UnscreenableNameError(reason: reason)
    }
    let all = candidates ?? (0..<UInt32(screener.entryCount)).map { EntryID(rawValue: $0) }
    var matches: [NameMatch] = []
    for candidate in all {
      guard let match = worker.compare(name, with: candidate, type: party.type) else { continue }
      if match.score > .zero || candidates != nil { matches.append(match) }
    }
    // The order of the entries is that of the lists; a stable sort keeps it among equal scores.
    return matches.sorted { $0.score > $1.score }.prefix(limit).map { match in
      // The policy may have chosen another name of the entry than the one most like.
      let judged = worker.matches.first { $0.entry == match.entry } ?? match
      return ExplainedMatch(
        match: judged, entry: screener.entry(judged.entry), verdict: verdict(on: judged),
        explanation: worker.explain(name, of: party, against: judged))
    }
  }

  /// What the policy makes of a match.
  private func verdict(on match: NameMatch) -> String {
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
}

/// A listed party, why it is like a name, and what becomes of it.
public struct ExplainedMatch: Sendable {
  /// The match.
  public var match: NameMatch
  /// The party.
  public var entry: WatchlistEntry
  /// What the policy makes of it: `match`, or what keeps it from one.
  public var verdict: String
  /// How the score comes about.
  public var explanation: ScoreExplanation

  /// The JSON object that `namesift explain --json` writes.
  public var json: String {
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

/// A name that cannot be screened.
public struct UnscreenableNameError: Error, Hashable, CustomStringConvertible {
  /// Why.
  public let reason: UnscreenableReason

  /// The words for a person, without the name.
  public var description: String { reason.words }
}

extension UnscreenableReason {
  /// Why a name cannot be screened, without the name.
  public var words: String {
    switch self {
    case .noLetterOrDigit: "nothing is left of the name when it is folded"
    case .tooManyTokens(let count, let limit): "the name has \(count) words; the limit is \(limit)"
    case .tokenTooLong(let byteCount, let limit):
      "a word of the name is \(byteCount) bytes long; the limit is \(limit)"
    }
  }

  /// The reason as a code, for the output.
  public var code: String {
    switch self {
    case .noLetterOrDigit: "NO_LETTER_OR_DIGIT"
    case .tooManyTokens: "TOO_MANY_TOKENS"
    case .tokenTooLong: "TOKEN_TOO_LONG"
    }
  }
}
