internal import NameSimilarity

/// A labelled name with what the engine makes of it.
struct ScoredName {
  /// Where it comes from: a line of the labelled file, or of the file of negatives.
  var line: Int
  var query: String
  /// What it was held against: a name, an entry, or for a negative the best match.
  var target: String
  /// Whether it should match.
  var isSame: Bool
  var category: String
  var score: Score
  /// Whether it alerts under the policy.
  var isAlert: Bool
}

/// What is right and wrong among scored names.
struct EvaluationCounts {
  var found = 0
  var missed = 0
  var falseAlarms = 0
  var clear = 0

  /// Counts names as they are at a threshold.
  init(_ names: [ScoredName], at threshold: Score) {
    self.init(names) { $0.score >= threshold }
  }

  /// Counts names as the policy has them.
  init(byPolicy names: [ScoredName]) {
    self.init(names, isAlert: \.isAlert)
  }

  private init(_ names: [ScoredName], isAlert: (ScoredName) -> Bool) {
    for name in names {
      switch (name.isSame, isAlert(name)) {
      case (true, true): found += 1
      case (true, false): missed += 1
      case (false, true): falseAlarms += 1
      case (false, false): clear += 1
      }
    }
  }

  /// The share of alerts that are right.
  var precision: Ratio { Ratio(found, of: found + falseAlarms) }
  /// The share of the same parties that alert.
  var recall: Ratio { Ratio(found, of: found + missed) }
  /// The harmonic mean of precision and recall.
  var f1: Ratio { Ratio(2 * found, of: 2 * found + missed + falseAlarms) }
  /// The share of the other parties that alert.
  var alertRate: Ratio { Ratio(falseAlarms, of: falseAlarms + clear) }
}

/// A share, shown with four digits, or with a dash when there is nothing to share.
struct Ratio: CustomStringConvertible {
  private let tenThousandths: Int?

  init(_ part: Int, of whole: Int) {
    tenThousandths = whole == 0 ? nil : (part * 20_000 + whole) / (2 * whole)
  }

  var description: String { json ?? "-" }

  /// The number in JSON, or nil for none.
  var json: String? {
    tenThousandths.map { value in
      let digits = String(value % 10_000)
      return "\(value / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
