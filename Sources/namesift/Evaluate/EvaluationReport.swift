internal import NameSimilarity
internal import Records

/// What `namesift evaluate` writes.
struct EvaluationReport {
  let evaluation: Evaluation
  /// The most misses and false alarms that are shown.
  let shownCount: Int

  // MARK: - Text

  /// For people: tables, then the names that went wrong.
  var text: [String] {
    var lines = ["by the policy"]
    lines += overall.lines.map { "  " + $0 }
    lines += [
      "", "by threshold, all matches; changes against \(evaluation.threshold)",
    ]
    lines += thresholds.lines.map { "  " + $0 }
    if evaluation.categories.count > 1 {
      lines += ["", "by category, by the policy"] + categories.lines.map { "  " + $0 }
    }
    lines += list(evaluation.misses, "missed, nearest first")
    lines += list(evaluation.falseAlarms, "false alarms, highest first")
    return lines
  }

  private static let measureHeader = ["precision", "recall", "F1", "alert rate"]

  private static func measures(_ counts: EvaluationCounts) -> [String] {
    [counts.precision, counts.recall, counts.f1, counts.alertRate].map(\.description)
  }

  private static func numbers(_ counts: EvaluationCounts) -> [String] {
    [counts.found, counts.missed, counts.falseAlarms, counts.clear].map(grouped)
  }

  private static let numberHeader = ["found", "missed", "false alarms", "clear"]

  private var overall: TextTable {
    var table = TextTable(Self.measureHeader + Self.numberHeader)
    table.append(Self.measures(evaluation.byPolicy) + Self.numbers(evaluation.byPolicy))
    return table
  }

  private var thresholds: TextTable {
    var table = TextTable(["threshold"] + Self.measureHeader + ["found", "false alarms"])
    for row in evaluation.rows {
      let change = evaluation.change(at: row)
      table.append(
        [row.threshold.description] + Self.measures(row.counts) + [
          "\(row.counts.found) (\(Self.signed(change.found)))",
          "\(row.counts.falseAlarms) (\(Self.signed(change.falseAlarms)))",
        ])
    }
    return table
  }

  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  private var categories: TextTable {
    var table = TextTable(["category"] + Self.measureHeader + Self.numberHeader)
    for category in evaluation.categories {
      table.append(
        [category.name.isEmpty ? "-" : category.name] + Self.measures(category.counts)
          + Self.numbers(category.counts))
    }
    return table
  }

  private func list(_ names: [ScoredName], _ title: String) -> [String] {
    if names.isEmpty { return [] }
    var table = TextTable(["score", "line", "category", "name", "against"])
    for name in names.prefix(shownCount) {
      table.append([
        name.score.description, "\(name.line)", name.category.isEmpty ? "-" : name.category,
        name.query, name.target,
      ])
    }
    let further = names.count - min(names.count, shownCount)
    return ["", "\(title): \(grouped(names.count))"] + table.lines.map { "  " + $0 }
      + (further > 0 ? ["  and \(grouped(further)) more; --show shows them"] : [])
  }

  // MARK: - JSON

  /// One object on one line.
  var json: String {
    JSONWriter.text { json in
      json.object {
        $0.member("schema", 1)
        $0.member("threshold", evaluation.threshold)
        $0.key("policy")
        $0.object { Self.append(evaluation.byPolicy, to: &$0) }
        $0.key("thresholds")
        $0.array(evaluation.rows) { row, json in
          let change = evaluation.change(at: row)
          json.object {
            $0.member("threshold", row.threshold)
            Self.append(row.counts, to: &$0)
            $0.member("found_change", change.found)
            $0.member("false_alarms_change", change.falseAlarms)
          }
        }
        $0.key("categories")
        $0.array(evaluation.categories) { category, json in
          json.object {
            $0.member("category", category.name)
            Self.append(category.counts, to: &$0)
          }
        }
        $0.key("misses")
        $0.array(evaluation.misses) { name, json in Self.append(name, to: &json) }
        $0.key("false_alarms")
        $0.array(evaluation.falseAlarms) { name, json in Self.append(name, to: &json) }
      }
    }
  }

  private static func append(_ counts: EvaluationCounts, to json: inout JSONWriter) {
    json.member("found", counts.found)
    json.member("missed", counts.missed)
    json.member("false_alarms", counts.falseAlarms)
    json.member("clear", counts.clear)
    for (key, ratio) in [
      ("precision", counts.precision), ("recall", counts.recall), ("f1", counts.f1),
      ("alert_rate", counts.alertRate),
    ] {
      json.key(key)
      json.raw(ratio.json ?? "null")
    }
  }

  private static func append(_ name: ScoredName, to json: inout JSONWriter) {
    json.object {
      $0.member("line", name.line)
      $0.member("query", name.query)
      $0.member("against", name.target)
      $0.member("category", name.category)
      $0.member("score", name.score)
    }
  }
}
