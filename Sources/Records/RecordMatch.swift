internal import NameScreening

/// A match of a record, before it is known whether it is among the best.
struct RecordMatch {
  /// What of the record refers to the entry; the bytes of facts are those of the record.
  enum Finding {
    /// A name.
    case name(NameMatch, of: PartyFacts)
    /// An identifier.
    case identifier(IdentifierMatch)
    /// A party that the entry owns.
    case owned(OwnedMatch)

    /// The entry.
    var entry: EntryID {
      switch self {
      case .name(let match, _): match.entry
      case .identifier(let match): match.entry
      case .owned(let match): match.entry
      }
    }
  }

  /// The name or identifier, as an index into the values of the record.
  var value: Int
  /// What was found.
  var finding: Finding
  /// The way from an instrument to what was found; nil when it stands in the record.
  var way: InstrumentWay?

  /// The entry.
  var entry: EntryID { finding.entry }
}

/// A value of a record that could not be screened, or the lack of one.
struct UnscreenableValue {
  enum Reason {
    /// The record has no name and no identifier.
    case nothing
    case name(UnscreenableReason)
    case identifier(IdentifierFault)
    /// An instrument of the bank's own numbering that no file tells of.
    case unknownInstrument
  }

  /// The value, as an index into those of the record, or nil for a record with nothing to screen.
  var value: Int?
  var reason: Reason
}

extension UnscreenableValue.Reason {
  /// The reason as a code, for the output.
  var code: String {
    switch self {
    case .nothing: "NO_NAME"
    case .name(let reason): reason.code
    case .identifier(.noLetterOrDigit): "NO_LETTER_OR_DIGIT"
    case .identifier(.tooLong): "IDENTIFIER_TOO_LONG"
    case .identifier(.wrongCheckDigit): "WRONG_CHECK_DIGIT"
    case .identifier(.withoutExchange): "NO_EXCHANGE"
    case .unknownInstrument: "UNKNOWN_INSTRUMENT"
    }
  }

  /// What was counted and the most of it, for the reasons that count.
  var limits: (count: Int, limit: Int)? {
    switch self {
    case .name(.tooManyTokens(let count, let limit)): (count, limit)
    case .name(.tokenTooLong(let byteCount, let limit)): (byteCount, limit)
    case .identifier(.tooLong(let byteCount, let limit)): (byteCount, limit)
    default: nil
    }
  }
}
