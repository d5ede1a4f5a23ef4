/// How much work searches did: the same for the same names, on every machine.
public struct SearchCounters: Sendable, Hashable {
  /// Readings of names that were searched.
  public var readings = 0
  /// Their tokens.
  public var tokens = 0
  /// Tokens that the memo did not know.
  public var memoMisses = 0
  /// Tokens whose terms were looked up.
  public var expansions = 0
  /// Readings that were ruled out before any posting was visited.
  public var rejects = 0
  /// Postings visited.
  public var postings = 0
  /// Postings whose codes allowed a match.
  public var codePasses = 0
  /// Names that were left to be scored.
  public var candidates = 0

  /// Creates counters of no work.
  public init() {}

  /// Adds the work of another worker.
  public static func += (a: inout SearchCounters, b: SearchCounters) {
    a.readings += b.readings
    a.tokens += b.tokens
    a.memoMisses += b.memoMisses
    a.expansions += b.expansions
    a.rejects += b.rejects
    a.postings += b.postings
    a.codePasses += b.codePasses
    a.candidates += b.candidates
  }
}

/// How much a search rules out before it scores. Every level gives the same matches; the weaker
/// ones are there to prove it.
public enum SearchPruning: Sendable, CaseIterable {
  /// Every name that shares a term with the query is a candidate.
  case none
  /// Names are ruled out by what their terms are worth.
  case bound
  /// Postings of few tokens only are visited, and the codes in them tested first.
  case full
}
