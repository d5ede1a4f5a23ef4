public import NameIndex

/// How much work screening did.
///
/// One worker that is given the same names in the same order does the same work on every machine,
/// so that a change which costs more shows as a number. With several workers the sums depend on
/// which of them met which name first, through what each remembers: compare runs of one worker.
public struct WorkCounters: Sendable, Hashable {
  /// Names that were screened.
  public var names = 0
  /// Those of them whose verdict was remembered, so that nothing else was done.
  public var rememberedNames = 0
  /// What the searches of the others did.
  public var search = SearchCounters()
  /// Names of the lists that were scored.
  public var scored = 0
  /// Those of them that reached the threshold.
  public var matches = 0

  /// Creates counters of no work.
  public init() {}

  /// Adds the work of another worker.
  public static func += (a: inout WorkCounters, b: WorkCounters) {
    a.names += b.names
    a.rememberedNames += b.rememberedNames
    a.search += b.search
    a.scored += b.scored
    a.matches += b.matches
  }

  /// The counters by name, in the order of the stages.
  public var members: [(name: StaticString, count: Int)] {
    [
      ("names", names),
      ("remembered_names", rememberedNames),
      ("readings", search.readings),
      ("tokens", search.tokens),
      ("memo_misses", search.memoMisses),
      ("expansions", search.expansions),
      ("rejected_by_bound", search.rejects),
      ("postings", search.postings),
      ("rejected_by_codes", search.postings - search.codePasses),
      ("code_passes", search.codePasses),
      ("candidates", search.candidates),
      ("scored", scored),
      ("matches", matches),
    ]
  }
}
