internal import NameScreening
internal import NameSimilarity
internal import Watchlists

/// Scores labelled names one by one.
struct Evaluator: ~Copyable {
  private let screener: Screener?
  private let policy: ScreeningPolicy
  private var pairs = PairScorer(tables: .builtin)
  // One for the scores, whatever the policy makes of them, and one for its verdicts.
  private var scoring: ScreeningWorker?
  private var judging: ScreeningWorker?

  /// The lowest score that is looked for on lists: what scores less counts as 0.
  static let lowestListScore = Score(tenThousandths: 5_000)

  init(_ screener: Screener?, policy: ScreeningPolicy) {
    self.screener = screener
    self.policy = policy
    if let screener {
      scoring = ScreeningWorker(screener, threshold: Self.lowestListScore)
      judging = ScreeningWorker(screener, policy: policy)
    }
  }

  /// Scores a labelled name.
  ///
  /// - Throws: ``LabelledLineFault`` when it names an entry that is on no list.
  mutating func score(_ name: LabelledName) throws(LabelledLineFault) -> ScoredName {
    switch name.target {
    case .name(let candidate): score(name, candidate)
    case .entry(let uid): try score(name, uid: uid)
    }
  }

  private mutating func score(_ name: LabelledName, _ candidate: String) -> ScoredName {
    var (query, listed) = (name.query, candidate)
    let result = query.withUTF8 { query in
      listed.withUTF8 { pairs.score(query, $0, type: name.type) }
    }
    var score = Score.zero
    if case .score(let found) = result { score = found }
    return ScoredName(
      line: name.line, query: name.query, target: candidate, isSame: name.isSame,
      category: name.category, score: score,
      isAlert: score >= policy.threshold(list: "", type: name.type))
  }

  private mutating func score(
    _ name: LabelledName, uid: String
  ) throws(LabelledLineFault) -> ScoredName {
    guard let screener else {
      throw LabelledLineFault(line: name.line, words: "'expected_uid' needs a --list")
    }
    let entries = screener.entries(withUID: uid)
    if entries.isEmpty {
      throw LabelledLineFault(line: name.line, words: "no list has the entry of 'expected_uid'")
    }
    let (matches, alerts) = screen(name.query, name.type)
    let best = matches.first { entries.contains($0.entry) }
    return ScoredName(
      line: name.line, query: name.query, target: "\(uid) \(primaryName(entries[0], screener))",
      isSame: name.isSame, category: name.category, score: best?.score ?? .zero,
      isAlert: alerts.contains { entries.contains($0.entry) })
  }

  /// Screens a name that is on no list.
  mutating func score(negative name: String, line: Int) -> ScoredName {
    let (matches, alerts) = screen(name, .unknown)
    let best = matches.first
    return ScoredName(
      line: line, query: name,
      target: best.flatMap { match in screener.map { matchedName(match, $0) } } ?? "",
      isSame: false, category: Self.negativesCategory, score: best?.score ?? .zero,
      isAlert: !alerts.isEmpty)
  }

  /// The category of the names of the file of negatives.
  static let negativesCategory = "negatives"

  private mutating func screen(
    _ name: String, _ type: PartyType
  ) -> (matches: [NameMatch], alerts: [NameMatch]) {
    var name = name
    return name.withUTF8 { name in
      _ = scoring?.screen(name, of: PartyFacts(type: type))
      _ = judging?.screen(name, of: PartyFacts(type: type))
      return (scoring?.matches ?? [], judging?.matches ?? [])
    }
  }

  private func primaryName(_ entry: EntryID, _ screener: Screener) -> String {
    screener.entry(entry).names[0].text
  }

  private func matchedName(_ match: NameMatch, _ screener: Screener) -> String {
    let entry = screener.entry(match.entry)
    return "\(entry.list) \(entry.uid) \(entry.names[match.nameIndex].text)"
  }
}
