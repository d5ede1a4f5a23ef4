/// An entry that has an identifier of a record.
public struct IdentifierMatch: Sendable, Hashable {
  /// How far the identifiers agree.
  public enum Agreement: Sendable, Hashable {
    /// They are the same.
    case full
    /// They name the same institution, and different branches of it.
    case otherBranch
    /// The number is the same, but one side does not tell the country that gave it, so that it may
    /// be another's.
    case countryAbsent
  }

  /// The party.
  public var entry: EntryID
  /// The identifier of the party, as an index into those of the entry.
  public var identifierIndex: Int
  /// How far it agrees.
  public var agreement: Agreement
}

/// Why an identifier of a record cannot be relied upon.
public enum IdentifierFault: Sendable, Hashable {
  /// It has no letter and no digit.
  case noLetterOrDigit
  /// It is longer than any identifier.
  case tooLong(byteCount: Int, limit: Int)
  /// Its check digits or its length are wrong.
  case wrongCheckDigit
  /// A ticker without the exchange that it is traded on.
  case withoutExchange
}
