internal import NameScreening

/// An explanation as text: each pair of tokens, what met nothing, the penalties and the sum.
///
///     query  listed  relation  similarity  for   against
///     jon    john    edit      0.8164      0.51  0.11
///
/// Evidence for and against is in units of a token that nobody has ever seen.
struct ExplanationText {
  /// The lines, none with a line end.
  let lines: [String]

  /// Puts an explanation into words.
  init(_ explanation: ScoreExplanation) {
    var table = TextTable(["query", "listed", "relation", "similarity", "for", "against"])
    for pair in explanation.alignment {
      table.append([
        pair.query, pair.listed, pair.relation, pair.similarity.description,
        Self.evidence(pair.gain), Self.evidence(pair.loss),
      ])
    }
    for token in explanation.unmatched {
      table.append([
        token.isOfQuery ? token.token : "-", token.isOfQuery ? "-" : token.token, "none", "0.0000",
        Self.evidence(0), Self.evidence(token.loss),
      ])
    }
    var lines = table.lines
    var sum = "evidence for \(Self.evidence(explanation.gain))"
    sum += ", against \(Self.evidence(explanation.loss)): share \(explanation.share)"
    lines.append(sum)
    for step in explanation.steps { lines.append("\(step.code): \(step.result)") }
    lines.append("score \(explanation.score)")
    lines.append("reasons: " + explanation.reasons.joined(separator: ", "))
    self.lines = lines
  }

  // 4096 is one whole token: two digits tell enough.
  private static func evidence(_ weight: Int) -> String {
    let hundredths = (weight * 100 + 2048) / 4096
    let digits = hundredths % 100
    return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}
