/// What the gate did when a list took the place of the one in use: it stays with the list, into
/// index files and run manifests.
public struct GateRecord: Sendable, Hashable {
  /// The digest of the version that was in use before.
  public var previousSHA256: String
  /// The entries that were added.
  public var addedCount: Int
  /// The entries that were changed.
  public var changedCount: Int
  /// The entries that are gone.
  public var removedCount: Int
  /// The entries that the publisher has removed and that are still screened against.
  public var heldCount: Int
  /// The removals that would have been held had a person not approved them.
  public var approvedCount: Int
  /// What was suspicious, in words.
  public var suspicions: [String]

  /// Creates a record.
  public init(
    previousSHA256: String, addedCount: Int, changedCount: Int, removedCount: Int,
    heldCount: Int, approvedCount: Int, suspicions: [String]
  ) {
    self.previousSHA256 = previousSHA256
    self.addedCount = addedCount
    self.changedCount = changedCount
    self.removedCount = removedCount
    self.heldCount = heldCount
    self.approvedCount = approvedCount
    self.suspicions = suspicions
  }
}
