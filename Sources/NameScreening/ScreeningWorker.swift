package import NameIndex
internal import NameNormalization
public import NameSimilarity
public import Watchlists

/// The scratch memory of one thread that screens names.
///
/// It remembers the tokens and the names that it has met, so keep one for the whole life of a
/// thread. What it remembers never changes a result.
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
  private var memo = NameMemo()
  private let remembersNames: Bool
  private var work = WorkCounters()

  /// The work done so far; what exhaustive screening scores counts as well.
  public var counters: WorkCounters {
    var counters = work
    counters.search = search.counters
    return counters
  }

  /// Creates a worker that reports matches of at least `threshold`.
  ///
  /// - Precondition: `threshold` is above 0.
  public init(_ screener: Screener, threshold: Score) {
    self.init(screener, threshold: threshold, pruning: .full)
  }

  /// Creates a worker that rules out less, or screens every name anew, for comparisons.
  package init(
    _ screener: Screener, threshold: Score, pruning: SearchPruning, remembersNames: Bool = true
  ) {
    self.screener = screener
    self.threshold = threshold
    self.remembersNames = remembersNames
    folder = NameFolder(tables: screener.tables)
    search = NameSearch(
      screener.index, tables: screener.tables, threshold: threshold, pruning: pruning)
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
    work.names += 1
    // A verdict depends on the bytes and the type, besides what the worker was made with.
    guard remembersNames, let key = memo.key(name, type) else { return screenAnew(name) }
    if let found = memo.find(name, type, key: key) {
      work.rememberedNames += 1
      if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
      if found.isEmpty { return .clear }
      matches += memo.matches[found]
      return .alert
    }
    let verdict = screenAnew(name)
    if case .unscreenable = verdict { return verdict }
    memo.remember(name, type, key: key, matches: matches)
    return verdict
  }

  private mutating func screenAnew(_ name: UnsafeBufferPointer<UInt8>) -> NameVerdict {
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
    let verdict = finish()
    work.matches += matches.count
    return verdict
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
    let listedName = screener.entry(match.entry).names[match.nameIndex]
    var text = listedName.text
    var explanation =
      text.withUTF8 { pairs.explain(name, $0, type: type) }
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
    for (i, listedName) in screener.entry(entry).names.enumerated() {
      var text = listedName.text
      let score = text.withUTF8 { pairs.score(name, $0, type: type) }
      guard case .score(let score) = score else { continue }
      if best.map({ score > $0.score }) ?? true {
        best = NameMatch(entry: entry, nameIndex: i, score: score)
      }
    }
    return best
  }

  private mutating func score(_ id: NameID, _ kind: ReadingKind) {
    guard kind.mayMeet(screener.index.names.kind(of: id)) else { return }
    screener.index.fill(&listed, with: id)
    work.scored += 1
    let score = scorer.score(query, listed)
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
