internal import NameScreening

/// An explanation as text: each pair of tokens, what met nothing, the sum and the steps to the score.
///
///     query  listed  relation  similarity  for   against
///     jon    john    edit      0.8164      2090  470
///
/// Evidence for and against is in 1/4096 of a token that nobody has ever seen. The columns add up
/// to the sums of the last line, which give the score exactly.
struct ExplanationText {
  /// The lines, none with a line end.
  let lines: [String]

  /// Puts an explanation into words.
  init(_ explanation: ScoreExplanation) {
    var table = TextTable(["query", "listed", "relation", "similarity", "for", "against"])
    for pair in explanation.alignment {
      table.append([
        pair.query, pair.listed, pair.relation, pair.similarity.description,
        "\(pair.gain)", "\(pair.loss)",
      ])
    }
    for token in explanation.unmatched {
      table.append([
        token.isOfQuery ? token.token : "-", token.isOfQuery ? "-" : token.token, "none", "0.0000",
        "0", "\(token.loss)",
      ])
    }
    var lines = table.lines
    lines.append(Self.sum(explanation))
    lines.append("score \(explanation.score)")
    lines.append("reasons: " + explanation.reasons.joined(separator: ", "))
    self.lines = lines
  }

  /// `3012 / (3012 + 678) = 0.8162 → 0.6121 NUMBERS_DIFFER`.
  private static func sum(_ explanation: ScoreExplanation) -> String {
    let share =
      explanation.gain == 0
      ? "" : "\(explanation.gain) / (\(explanation.gain) + \(explanation.loss)) = "
    return share + "\(explanation.share)"
      + explanation.steps.map { " → \($0.result) \($0.code)" }.joined()
  }
}
