internal import NameScreening
internal import NameSimilarity
internal import Watchlists

/// A match of a record, before it is known whether it is among the best.
struct RecordMatch {
  /// The name of the record, as an index into its values.
  var value: Int
  /// What the record tells of the party; the bytes are those of the record.
  var party: PartyFacts
  var match: NameMatch
}

/// A name of a record that could not be screened, or the lack of one.
struct UnscreenableName {
  /// The name, as an index into the values of the record, or nil for a record without a name.
  var value: Int?
  /// Nil for a record without a name.
  var reason: UnscreenableReason?
}

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

  /// Writes a match, without its braces and its field.
  static func append(
    _ match: NameMatch, of entry: WatchlistEntry, text: Bytes, _ explanation: ScoreExplanation,
    explains: Bool, to output: inout ByteBuffer
  ) {
    let name = entry.names[match.nameIndex]
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
    output.append(#","name_type":""#)
    output.append(word(name.type))
    output.append(#"","strength":""#)
    output.append(word(name.strength))
    output.append(#"","score":"#)
    append(match.score, to: &output)
    output.append(#","reasons":"#)
    ExplanationJSON.append(reasons: explanation.reasons, to: &output)
    if explains {
      output.append(#","explanation":"#)
      ExplanationJSON.append(explanation, to: &output)
    }
  }

  /// Writes the reason of an unscreenable name behind its field.
  static func append(_ reason: UnscreenableReason?, to output: inout ByteBuffer) {
    switch reason {
    case nil: output.append(#""field":null,"role":null,"reason":"NO_NAME""#)
    case .noLetterOrDigit: output.append(#","reason":"NO_LETTER_OR_DIGIT""#)
    case .tooManyTokens(let count, let limit):
      output.append(#","reason":"TOO_MANY_TOKENS","count":"#)
      output.append(decimal: count)
      output.append(#","limit":"#)
      output.append(decimal: limit)
    case .tokenTooLong(let byteCount, let limit):
      output.append(#","reason":"TOKEN_TOO_LONG","count":"#)
      output.append(decimal: byteCount)
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

  private static func word(_ type: NameType) -> StaticString {
    switch type {
    case .primary: "primary"
    case .alias: "alias"
    case .former: "former"
    case .current: "current"
    case .issuer: "issuer"
    case .variant: "variant"
    }
  }

  private static func word(_ strength: NameStrength) -> StaticString {
    switch strength {
    case .strong: "strong"
    case .weak: "weak"
    case .unknown: "unknown"
    }
  }
}
