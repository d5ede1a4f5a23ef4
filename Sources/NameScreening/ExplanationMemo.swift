/// What a worker remembers of explanations: a party that alerts once alerts with each of its
/// payments, and an explanation costs as much as searching for several names.
///
/// A bounded cache of what the names tell, without the facts beside them. Nothing depends on what it
/// holds but the time.
struct ExplanationMemo: ~Copyable {
  private struct Key: Hashable {
    var name: [UInt8]
    var entry: EntryID
    var nameIndex: Int
  }

  /// The most explanations that are remembered, some kilobyte each; when there are more, all are
  /// forgotten.
  private static let limit = 4096

  private var explanations: [Key: ScoreExplanation] = [:]

  /// The explanation of a match, or nil if it is not remembered.
  func find(_ name: UnsafeBufferPointer<UInt8>, _ match: NameMatch) -> ScoreExplanation? {
    explanations[Self.key(name, match)]
  }

  /// Remembers the explanation of a match.
  mutating func remember(
    _ name: UnsafeBufferPointer<UInt8>, _ match: NameMatch, _ explanation: ScoreExplanation
  ) {
    if explanations.count == Self.limit { explanations.removeAll(keepingCapacity: true) }
    explanations[Self.key(name, match)] = explanation
  }

  private static func key(_ name: UnsafeBufferPointer<UInt8>, _ match: NameMatch) -> Key {
    Key(name: Array(name), entry: match.entry, nameIndex: match.nameIndex)
  }
}
