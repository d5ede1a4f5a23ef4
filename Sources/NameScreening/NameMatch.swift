public import NameSimilarity

/// The number of an entry within a screener, counting from 0 over all lists.
public struct EntryID: Sendable, Hashable {
  /// The number.
  public let rawValue: UInt32

  /// Creates an identifier.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A listed party that a name may refer to.
public struct NameMatch: Sendable, Hashable {
  /// The party.
  public var entry: EntryID
  /// The name of the party that is most like the screened one, as an index into its names.
  public var nameIndex: Int
  /// How alike the names are.
  public var score: Score

  /// Creates a match.
  public init(entry: EntryID, nameIndex: Int, score: Score) {
    self.entry = entry
    self.nameIndex = nameIndex
    self.score = score
  }
}

/// What screening one name gave.
public enum NameVerdict: Sendable, Hashable {
  /// No listed name reaches the threshold.
  case clear
  /// At least one does.
  case alert
  /// The name could not be screened.
  case unscreenable(UnscreenableReason)
}

/// Why a name could not be screened.
public enum UnscreenableReason: Sendable, Hashable {
  /// Nothing is left of it when it is folded.
  case noLetterOrDigit
  /// It has more tokens than are compared.
  case tooManyTokens(count: Int, limit: Int)
  /// It has a longer token than is compared.
  case tokenTooLong(byteCount: Int, limit: Int)
}
