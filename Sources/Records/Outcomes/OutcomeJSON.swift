internal import Measures

/// Writes identities, outcomes and judgements, as `Data/schema/alert-1.schema.json` has them.
enum OutcomeJSON {
  /// Writes what follows from a match behind its reasons.
  ///
  /// - Parameter judgements: The most severe first.
  static func append(
    _ identity: Identity, _ judgements: [Judgement], to output: inout ByteBuffer
  ) {
    output.append(#","identity":""#)
    output.append(Array(identity.rawValue.utf8))
    output.append(#"","#)
    append(judgements.first?.outcome, to: &output)
    output.append(#","measures":["#)
    for (i, judgement) in judgements.enumerated() {
      if i > 0 { output.append(ASCII.comma) }
      append(judgement, to: &output)
    }
    output.append(ASCII.closeBracket)
  }

  /// Writes the outcome that acts; null without one.
  static func append(_ outcome: Outcome?, to output: inout ByteBuffer) {
    output.append(#""outcome":"#)
    append(outcome?.rawValue, to: &output)
  }

  private static func append(_ judgement: Judgement, to output: inout ByteBuffer) {
    output.append(#"{"measure":"#)
    append(judgement.measure?.id, to: &output)
    output.append(ASCII.comma)
    append(judgement.outcome, to: &output)
    output.append(#","from":"#)
    append(judgement.from?.description, to: &output)
    output.append(#","until":"#)
    append(judgement.until?.description, to: &output)
    output.append(#","citation":"#)
    append(judgement.measure?.citation, to: &output)
    output.append(#","confidence":"#)
    append(judgement.measure?.confidence.rawValue, to: &output)
    output.append(#","reasons":"#)
    ExplanationJSON.append(reasons: judgement.reasons.map(\.rawValue), to: &output)
    append("duties", judgement.duties.map(\.rawValue), to: &output)
    if !judgement.missing.isEmpty {
      append("missing", judgement.missing.map(\.rawValue), to: &output)
    }
    if let outcome = judgement.ifConfirmed { append("if_confirmed", outcome, to: &output) }
    if let outcome = judgement.atWorst { append("at_worst", outcome, to: &output) }
    if !judgement.path.isEmpty { append("path", judgement.path, to: &output) }
    output.append(ASCII.closeBrace)
  }

  private static func append(_ text: String?, to output: inout ByteBuffer) {
    if let text { JSONText.append(text, to: &output) } else { output.append("null") }
  }

  private static func append(
    _ key: StaticString, _ outcome: Outcome, to output: inout ByteBuffer
  ) {
    appendKey(key, to: &output)
    JSONText.append(outcome.rawValue, to: &output)
  }

  /// Writes an array of strings.
  static func append(_ key: StaticString, _ texts: [String], to output: inout ByteBuffer) {
    appendKey(key, to: &output)
    output.append(ASCII.openBracket)
    for (i, text) in texts.enumerated() {
      if i > 0 { output.append(ASCII.comma) }
      JSONText.append(text, to: &output)
    }
    output.append(ASCII.closeBracket)
  }

  private static func appendKey(_ key: StaticString, to output: inout ByteBuffer) {
    output.append(#",""#)
    output.append(key)
    output.append(#"":"#)
  }
}
