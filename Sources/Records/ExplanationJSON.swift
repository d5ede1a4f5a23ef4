public import NameScreening

/// Explanations and reasons in JSON, as `Data/schema/alert-1.schema.json` has them.
public enum ExplanationJSON {
  /// The explanation as an object.
  public static func object(_ explanation: ScoreExplanation) -> String {
    var output = ByteBuffer(capacity: 1024)
    append(explanation, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The reasons as an array.
  public static func array(reasons: [String]) -> String {
    var output = ByteBuffer(capacity: 256)
    append(reasons: reasons, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The score of two names with its explanation, as `namesift score --json` writes it.
  public static func score(_ explanation: ScoreExplanation) -> String {
    "{\"schema\":1,\"score\":\(explanation.score),"
      + "\"reasons\":\(array(reasons: explanation.reasons)),"
      + "\"explanation\":\(object(explanation))}"
  }

  /// Writes the reasons as an array.
  static func append(reasons: [String], to output: inout ByteBuffer) {
    output.append(ASCII.openBracket)
    for (i, reason) in reasons.enumerated() {
      if i > 0 { output.append(ASCII.comma) }
      output.append(#"{"code":"#)
      JSONText.append(reason, to: &output)
      output.append(ASCII.closeBrace)
    }
    output.append(ASCII.closeBracket)
  }

  /// Writes the explanation as an object.
  static func append(_ explanation: ScoreExplanation, to output: inout ByteBuffer) {
    output.append(#"{"gain":"#)
    output.append(decimal: explanation.gain)
    output.append(#","loss":"#)
    output.append(decimal: explanation.loss)
    output.append(#","share":"#)
    OutputLine.append(explanation.share, to: &output)
    output.append(#","alignment":["#)
    for (i, pair) in explanation.alignment.enumerated() {
      if i > 0 { output.append(ASCII.comma) }
      output.append(#"{"query":"#)
      JSONText.append(pair.query, to: &output)
      output.append(#","listed":"#)
      JSONText.append(pair.listed, to: &output)
      output.append(#","relation":"#)
      JSONText.append(pair.relation, to: &output)
      output.append(#","similarity":"#)
      OutputLine.append(pair.similarity, to: &output)
      output.append(#","distance":"#)
      output.append(decimal: pair.distance)
      output.append(#","gain":"#)
      output.append(decimal: pair.gain)
      output.append(#","loss":"#)
      output.append(decimal: pair.loss)
      output.append(ASCII.closeBrace)
    }
    output.append(#"],"unmatched":["#)
    for (i, token) in explanation.unmatched.enumerated() {
      if i > 0 { output.append(ASCII.comma) }
      output.append(#"{"token":"#)
      JSONText.append(token.token, to: &output)
      output.append(token.isOfQuery ? #","of":"query","loss":"# : #","of":"listed","loss":"#)
      output.append(decimal: token.loss)
      output.append(ASCII.closeBrace)
    }
    output.append(#"],"steps":["#)
    for (i, step) in explanation.steps.enumerated() {
      if i > 0 { output.append(ASCII.comma) }
      output.append(#"{"code":"#)
      JSONText.append(step.code, to: &output)
      output.append(#","result":"#)
      OutputLine.append(step.result, to: &output)
      output.append(ASCII.closeBrace)
    }
    output.append("]}")
  }
}
