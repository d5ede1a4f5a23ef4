internal import NameSimilarity

/// What scored names say about the policy and about other thresholds.
struct Evaluation {
  /// A row for a threshold.
  struct Row {
    var threshold: Score
    var counts: EvaluationCounts
  }

  /// A category at the policy.
  struct Category {
    var name: String
    var counts: EvaluationCounts
  }

  /// All names under the policy.
  let byPolicy: EvaluationCounts
  /// All names at other thresholds, lowest first.
  let rows: [Row]
  /// The categories in alphabetical order, those without a name last.
  let categories: [Category]
  /// The same parties that do not alert, those that score highest first.
  let misses: [ScoredName]
  /// The other parties that alert, those that score highest first.
  let falseAlarms: [ScoredName]
  /// The default threshold of the policy, which the rows are compared with.
  let threshold: Score

  init(_ names: [ScoredName], threshold: Score) {
    self.threshold = threshold
    byPolicy = EvaluationCounts(byPolicy: names)
    var thresholds = stride(from: Int32(5_000), through: 10_000, by: 500).map {
      Score(tenThousandths: $0)
    }
    if !thresholds.contains(threshold) { thresholds.append(threshold) }
    rows = thresholds.sorted().map {
      Row(threshold: $0, counts: EvaluationCounts(names, at: $0))
    }
    var byCategory: [String: [ScoredName]] = [:]
    for name in names { byCategory[name.category, default: []].append(name) }
    categories = byCategory.map { Category(name: $0, counts: EvaluationCounts(byPolicy: $1)) }
      .sorted { ($0.name.isEmpty ? 1 : 0, $0.name) < ($1.name.isEmpty ? 1 : 0, $1.name) }
    func ordered(_ names: [ScoredName]) -> [ScoredName] {
      names.sorted { ($1.score, $0.line) < ($0.score, $1.line) }
    }
    misses = ordered(names.filter { $0.isSame && !$0.isAlert })
    falseAlarms = ordered(names.filter { !$0.isSame && $0.isAlert })
  }

  /// What a threshold finds and raises more than the default one does; negative for less.
  func change(at row: Row) -> (found: Int, falseAlarms: Int) {
    guard let base = rows.first(where: { $0.threshold == threshold })?.counts else { return (0, 0) }
    return (row.counts.found - base.found, row.counts.falseAlarms - base.falseAlarms)
  }
}
