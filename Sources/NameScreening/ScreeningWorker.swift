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

  /// The entries that the policy held back when the name was last screened, by entry.
  public private(set) var suppressed: [SuppressedMatch] = []

  private let screener: Screener
  private let policy: ScreeningPolicy
  private let filter: PolicyFilter
  private let thresholds: SearchThresholds
  private var found: [FoundName] = []
  private var folder: NameFolder
  private var folded = FoldedName()
  private var search: NameSearch
  private var scorer = NameScorer()
  private var query = ScorableName()
  private var listed = ScorableName()
  private var pairs: PairScorer
  private var memo = NameMemo()
  private var explanations = ExplanationMemo()
  private let remembersNames: Bool
  private var work = WorkCounters()

  /// The work done so far; what exhaustive screening scores counts as well.
  public var counters: WorkCounters {
    var counters = work
    counters.search = search.counters
    return counters
  }

  /// Creates a worker that reports what `policy` lets pass.
  public init(_ screener: Screener, policy: ScreeningPolicy) {
    self.init(screener, policy: policy, pruning: .full)
  }

  /// Creates a worker that reports every match of at least `threshold`, whatever it rests on.
  ///
  /// - Precondition: `threshold` is above 0.
  public init(_ screener: Screener, threshold: Score) {
    self.init(screener, policy: ScreeningPolicy(everyMatchAt: threshold), pruning: .full)
  }

  /// Creates a worker with a search that rules out less, for comparisons.
  package init(
    _ screener: Screener, threshold: Score, pruning: SearchPruning, remembersNames: Bool = true
  ) {
    self.init(
      screener, policy: ScreeningPolicy(everyMatchAt: threshold), pruning: pruning,
      remembersNames: remembersNames)
  }

  /// Creates a worker with a search that rules out less, for comparisons.
  package init(
    _ screener: Screener, policy: ScreeningPolicy, pruning: SearchPruning,
    remembersNames: Bool = true
  ) {
    self.screener = screener
    self.remembersNames = remembersNames
    self.policy = policy
    filter = PolicyFilter(policy, for: screener)
    thresholds = filter.lowestThresholds
    folder = NameFolder(tables: screener.tables)
    search = NameSearch(
      screener.index, tables: screener.tables, thresholds: thresholds, pruning: pruning)
    pairs = PairScorer(tables: screener.tables)
  }

  /// Screens a name against every name on the lists.
  ///
  /// - Parameters:
  ///   - name: The name in UTF-8, in any script.
  ///   - party: What the record tells of the party beside its name.
  public mutating func screen(
    _ name: UnsafeBufferPointer<UInt8>, of party: PartyFacts = PartyFacts()
  ) -> NameVerdict {
    removeResults()
    work.names += 1
    // What is found depends on the bytes, besides what the worker was made with.
    guard remembersNames, let key = memo.key(name) else {
      if let reason = find(name) { return .unscreenable(reason) }
      return finish(party)
    }
    if let remembered = memo.find(name, key: key) {
      work.rememberedNames += 1
      if remembered.isEmpty { return .clear }
      found += memo.found[remembered]
      return finish(party)
    }
    if let reason = find(name) { return .unscreenable(reason) }
    memo.remember(name, key: key, found)
    return finish(party)
  }

  /// Finds every listed name that reaches the lowest threshold.
  ///
  /// - Returns: Why the name cannot be screened, or nil.
  private mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> UnscreenableReason? {
    if let reason = UnscreenableReason(folder.foldQuery(name, into: &folded)) { return reason }
    for i in 0..<folded.readings.count {
      let reading = folded.readings[i]
      search.findCandidates(for: folded, reading)
      if search.candidates.isEmpty { continue }
      query.fill(from: folded, reading, screener.tables)
      for k in 0..<search.candidates.count { score(search.candidates[k], reading.kind) }
    }
    work.matches += found.count
    return nil
  }

  /// The slow twin of ``screen(_:of:)``: scores every name on the lists, without the index.
  public mutating func screenExhaustively(
    _ name: UnsafeBufferPointer<UInt8>, of party: PartyFacts = PartyFacts()
  ) -> NameVerdict {
    removeResults()
    if let reason = UnscreenableReason(folder.foldQuery(name, into: &folded)) {
      return .unscreenable(reason)
    }
    for i in 0..<folded.readings.count {
      let reading = folded.readings[i]
      query.fill(from: folded, reading, screener.tables)
      for id in 0..<NameID(screener.index.names.count) { score(id, reading.kind) }
    }
    return finish(party)
  }

  /// How a name and the matched name score as they do.
  ///
  /// This compares the pair again, unless it did so lately, and allocates: it is for names that are
  /// reported.
  public mutating func explain(
    _ name: UnsafeBufferPointer<UInt8>, of party: PartyFacts = PartyFacts(),
    against match: NameMatch
  ) -> ScoreExplanation {
    var explanation = explainNames(name, match)
    explanation.reasons +=
      Corroboration(of: party, with: match.entry, in: screener, policy.birthDate).reasons
    return explanation
  }

  private mutating func explainNames(
    _ name: UnsafeBufferPointer<UInt8>, _ match: NameMatch
  ) -> ScoreExplanation {
    if remembersNames, let remembered = explanations.find(name, match) { return remembered }
    let entry = screener.entry(match.entry)
    let listedName = entry.names[match.nameIndex]
    var text = listedName.text
    var explanation =
      text.withUTF8 { pairs.explain(name, $0, type: entry.type) }
      ?? ScoreExplanation(score: .zero, reasons: [ReasonCode.nothingInCommon.rawValue])
    if listedName.strength == .weak { explanation.reasons.append(ReasonCode.weakName.rawValue) }
    if entry.isHeld { explanation.reasons.append(ReasonCode.removalHeld.rawValue) }
    if remembersNames { explanations.remember(name, match, explanation) }
    return explanation
  }

  /// The lowest score that alerts for an entry.
  public func threshold(of entry: EntryID) -> Score { filter.threshold(of: entry) }

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
    work.scored += 1
    let party = screener.index.names.party(of: id)
    let score = scorer.score(
      query, listed, party, isRomanised: kind.isBySound || listedKind.isBySound)
    if score < thresholds[party] { return }
    let basis = MatchBasis(scorer.alignedPairs, query: query, listed: listed)
    for owner in screener.index.names.owners(of: id) {
      let (entry, nameIndex) = screener.entries.owner(owner)
      found.append(FoundName(entry: entry, nameIndex: nameIndex, score: score, basis: basis))
    }
  }

  private mutating func removeResults() {
    matches.removeAll(keepingCapacity: true)
    suppressed.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
  }

  /// Lets the policy judge each entry by its names that were found, and orders the matches.
  private mutating func finish(_ party: PartyFacts) -> NameVerdict {
    if found.isEmpty { return .clear }
    // Readings of one name may tie: what they rest on makes the order total.
    found.sort {
      ($0.entry.rawValue, $1.score, $0.nameIndex, $1.basis.rank)
        < ($1.entry.rawValue, $0.score, $1.nameIndex, $0.basis.rank)
    }
    var first = 0
    while first < found.count {
      var end = first + 1
      while end < found.count && found[end].entry == found[first].entry { end += 1 }
      switch filter.verdict(on: found[first..<end], of: party) {
      case .match(let name): matches.append(NameMatch(name))
      case .suppressed(let name, let reason):
        suppressed.append(SuppressedMatch(match: NameMatch(name), reason: reason))
      }
      first = end
    }
    let entries = screener.entries
    matches.sort {
      ($1.score, entries.rank(of: $0.entry)) < ($0.score, entries.rank(of: $1.entry))
    }
    return matches.isEmpty ? .clear : .alert
  }
}

extension NameMatch {
  fileprivate init(_ found: FoundName) {
    self.init(entry: found.entry, nameIndex: found.nameIndex, score: found.score)
  }
}
