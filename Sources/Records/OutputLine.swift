internal import Measures
internal import NameScreening
internal import NameSimilarity
internal import Watchlists

/// Writes the parts of an output line, as `Data/schema/alert-1.schema.json` has it.
enum OutputLine {
  /// Starts a line up to the number of the record, which the writer puts in.
  static func open(id: Bytes?, source: [UInt8], to output: inout ByteBuffer) {
    output.append(#"{"schema":1,"record":{"id":"#)
    if let id { JSONText.append(id, to: &output) } else { output.append("null") }
    output.append(#","source":""#)
    output.append(source)
    output.append(#"","number":"#)
  }

  /// Goes on behind the number, up to the end of the record.
  static func continueBehindNumber(offset: Int, to output: inout ByteBuffer) {
    output.append(#","offset":"#)
    output.append(decimal: offset)
    output.append(ASCII.closeBrace)
  }

  /// Goes on with the verdict, up to the matches.
  static func openMatches(verdict: StaticString, to output: inout ByteBuffer) {
    output.append(#","verdict":""#)
    output.append(verdict)
    output.append(#"","matches":["#)
  }

  /// Writes the place of a value: its path, with indices for `[]`, and its role.
  static func append(
    fieldOf value: RecordValue, _ field: RecordLayout.Field, to output: inout ByteBuffer
  ) {
    output.append(#""field":""#)
    for (i, piece) in field.pathPieces.enumerated() {
      if i > 0 {
        output.append(ASCII.openBracket)
        output.append(decimal: Int(i == 1 ? value.firstIndex : value.secondIndex))
        output.append(ASCII.closeBracket)
      }
      output.append(piece)
    }
    output.append(#"","role":""#)
    output.append(field.role)
    output.append(ASCII.quote)
  }

  /// Writes the entry of a match behind its field, up to the score.
  static func append(
    _ entry: WatchlistEntry, nameIndex: Int, text: Bytes, _ score: Score,
    to output: inout ByteBuffer
  ) {
    let name = entry.names[nameIndex]
    output.append(#","text":"#)
    JSONText.append(text, to: &output)
    output.append(#","list":"#)
    JSONText.append(entry.list, to: &output)
    output.append(#","uid":"#)
    JSONText.append(entry.uid, to: &output)
    output.append(#","name":"#)
    JSONText.append(entry.names[0].text, to: &output)
    output.append(#","matched_name":"#)
    JSONText.append(name.text, to: &output)
    output.append(#","name_type":"#)
    JSONText.append(name.type.label, to: &output)
    output.append(#","strength":"#)
    JSONText.append(name.strength.label, to: &output)
    output.append(#","score":"#)
    append(score, to: &output)
  }

  /// Writes the reasons of a match behind its score.
  static func append(reasons: [String], to output: inout ByteBuffer) {
    output.append(#","reasons":"#)
    ExplanationJSON.append(reasons: reasons, to: &output)
  }

  /// Writes the explanation of a score.
  static func append(_ explanation: ScoreExplanation, to output: inout ByteBuffer) {
    output.append(#","explanation":"#)
    ExplanationJSON.append(explanation, to: &output)
  }

  /// Writes the identifier of an entry that a record has.
  static func append(_ identifier: Identifier, to output: inout ByteBuffer) {
    output.append(#","identifier":{"kind":"#)
    JSONText.append(identifier.kind.label, to: &output)
    output.append(#","value":"#)
    JSONText.append(identifier.value, to: &output)
    output.append(ASCII.closeBrace)
  }

  /// Writes what the owners on the lists hold of a party.
  static func append(ownedPercent percent: Percentage, to output: inout ByteBuffer) {
    output.append(#","owned_percent":"#)
    output.append(Array(percent.description.utf8))
  }

  /// Writes the reason of an unscreenable value behind its field.
  static func append(_ reason: UnscreenableValue.Reason, to output: inout ByteBuffer) {
    if case .nothing = reason { output.append(#""field":null,"role":null"#) }
    output.append(#","reason":""#)
    output.append(Array(reason.code.utf8))
    output.append(UInt8(ascii: "\""))
    if let (count, limit) = reason.limits {
      output.append(#","count":"#)
      output.append(decimal: count)
      output.append(#","limit":"#)
      output.append(decimal: limit)
    }
  }

  /// Ends a line of a rejected record.
  static func closeRejected(_ reason: RejectReason, to output: inout ByteBuffer) {
    output.append(#"],"omitted":0,"unscreenable":[],"rejected":{"code":"#)
    JSONText.append(reason.code, to: &output)
    output.append(#","detail":"#)
    JSONText.append(reason.description, to: &output)
    output.append("}}\n")
  }

  static func append(_ score: Score, to output: inout ByteBuffer) {
    let value = Int(score.tenThousandths)
    output.append(decimal: value / 10_000)
    output.append(UInt8(ascii: "."))
    for power in [1000, 100, 10, 1] {
      output.append(ASCII.zero + UInt8(value / power % 10))
    }
  }
}
