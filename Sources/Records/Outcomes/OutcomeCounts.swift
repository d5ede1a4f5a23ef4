public import Measures

/// How many records have which outcome: that which acts, of the most severe of their matches.
public struct OutcomeCounts: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: Outcome.allCases.count)

  /// Counts nothing.
  public init() {}

  /// The number of records with an outcome.
  public subscript(outcome: Outcome) -> Int {
    get { counts[outcome.severity] }
    set { counts[outcome.severity] = newValue }
  }

  /// All records with an outcome: those with a match.
  public var total: Int { counts.reduce(0, +) }

  /// Adds counts.
  public static func += (a: inout OutcomeCounts, b: OutcomeCounts) {
    for i in a.counts.indices { a.counts[i] += b.counts[i] }
  }
}
