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
