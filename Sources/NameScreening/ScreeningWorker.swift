public import NameIndex
internal import NameNormalization
public import NameSimilarity
public import Watchlists

/// The scratch memory of one thread that screens names.
///
/// It remembers the tokens that it has met, so keep one for the whole life of a thread. What it
/// remembers never changes a result.
public struct ScreeningWorker: ~Copyable {
  /// The matches of the name screened last, best first: by score, then list, uid and primary name.
  /// One for each entry, its best name.
  public private(set) var matches: [NameMatch] = []

  private let screener: Screener
  private let threshold: Score
  private var folder: NameFolder
  private var folded = FoldedName()
  private var search: NameSearch
  private var scorer = NameScorer()
  private var query = ScorableName()
  private var listed = ScorableName()
  private var pairs: PairScorer

  /// Names that were scored, for all names screened so far.
  public private(set) var scoredCount = 0
  /// The work of the searches so far.
  public var counters: SearchCounters { search.counters }

  /// Creates a worker that reports matches of at least `threshold`.
  ///
  /// - Precondition: `threshold` is above 0.
  public init(_ screener: Screener, threshold: Score) {
    self.init(screener, threshold: threshold, pruning: .full)
  }

  /// Creates a worker with a search that rules out less, for comparisons.
  package init(_ screener: Screener, threshold: Score, pruning: SearchPruning) {
    self.screener = screener
    self.threshold = threshold
    folder = NameFolder(tables: screener.tables)
    search = NameSearch(
      screener.index, tables: screener.tables,
      threshold: max(ScoreCalibration.lowestShare(for: threshold), Score(tenThousandths: 1)),
      pruning: pruning)
    pairs = PairScorer(tables: screener.tables)
  }

  /// Screens a name against every name on the lists.
  ///
  /// - Parameters:
  ///   - name: The name in UTF-8, in any script.
  ///   - type: What the party is, as far as the record tells.
  public mutating func screen(
    _ name: UnsafeBufferPointer<UInt8>, type: PartyType = .unknown
  ) -> NameVerdict {
    matches.removeAll(keepingCapacity: true)
    if let reason = UnscreenableReason(folder.fold(name, into: &folded)) {
      return .unscreenable(reason)
    }
    for i in 0..<folded.readings.count {
      let reading = folded.readings[i]
      search.findCandidates(for: folded, reading)
      if search.candidates.isEmpty { continue }
      query.fill(from: folded, reading, screener.tables)
      for k in 0..<search.candidates.count { score(search.candidates[k], reading.kind) }
    }
    return finish()
  }

  /// The slow twin of ``screen(_:type:)``: scores every name on the lists, without the index.
  public mutating func screenExhaustively(
    _ name: UnsafeBufferPointer<UInt8>, type: PartyType = .unknown
  ) -> NameVerdict {
    matches.removeAll(keepingCapacity: true)
    if let reason = UnscreenableReason(folder.fold(name, into: &folded)) {
      return .unscreenable(reason)
    }
    for i in 0..<folded.readings.count {
      let reading = folded.readings[i]
      query.fill(from: folded, reading, screener.tables)
      for id in 0..<NameID(screener.index.names.count) { score(id, reading.kind) }
    }
    return finish()
  }

  /// How a name and the matched name score as they do.
  ///
  /// This compares the pair again and allocates: it is for names that are reported.
  public mutating func explain(
    _ name: UnsafeBufferPointer<UInt8>, type: PartyType = .unknown, against match: NameMatch
  ) -> ScoreExplanation {
    let entry = screener.entry(match.entry)
    let listedName = entry.names[match.nameIndex]
    var text = listedName.text
    var explanation =
      text.withUTF8 { pairs.explain(name, $0, type: entry.type) }
      ?? ScoreExplanation(score: .zero, reasons: [ReasonCode.nothingInCommon.rawValue])
    if listedName.strength == .weak { explanation.reasons.append(ReasonCode.weakName.rawValue) }
    return explanation
  }

  /// The best of an entry's names for a name, however low its score; nil when the name cannot be
  /// screened.
  public mutating func compare(
    _ name: UnsafeBufferPointer<UInt8>, with entry: EntryID, type: PartyType = .unknown
  ) -> NameMatch? {
    var best: NameMatch?
    let listedType = screener.entry(entry).type
    for (i, listedName) in screener.entry(entry).names.enumerated() {
      var text = listedName.text
      let score = text.withUTF8 { pairs.score(name, $0, type: listedType) }
      guard case .score(let score) = score else { continue }
      if best.map({ score > $0.score }) ?? true {
        best = NameMatch(entry: entry, nameIndex: i, score: score)
      }
    }
    return best
  }

  private mutating func score(_ id: NameID, _ kind: ReadingKind) {
    let listedKind = screener.index.names.kind(of: id)
    guard kind.mayMeet(listedKind) else { return }
    screener.index.fill(&listed, with: id)
    scoredCount += 1
    let score = scorer.score(
      query, listed, screener.index.names.party(of: id),
      isRomanised: kind == .romanised || listedKind == .romanised)
    if score < threshold { return }
    for owner in screener.index.names.owners(of: id) {
      let (entry, nameIndex) = screener.entries.owner(owner)
      matches.append(NameMatch(entry: entry, nameIndex: nameIndex, score: score))
    }
  }

  /// Keeps the best name of each entry and orders the matches.
  private mutating func finish() -> NameVerdict {
    if matches.isEmpty { return .clear }
    matches.sort {
      ($0.entry.rawValue, $1.score, $0.nameIndex) < ($1.entry.rawValue, $0.score, $1.nameIndex)
    }
    var kept = 0
    for i in matches.indices where i == 0 || matches[i].entry != matches[kept - 1].entry {
      matches[kept] = matches[i]
      kept += 1
    }
    matches.removeSubrange(kept...)
    let entries = screener.entries
    matches.sort {
      ($1.score, entries.rank(of: $0.entry)) < ($0.score, entries.rank(of: $1.entry))
    }
    return .alert
  }
}
