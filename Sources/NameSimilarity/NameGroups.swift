/// The groups of related names that a token belongs to: up to four, since one short form stands for
/// several names (`sasha` for Aleksandr and Aleksandra) and one spelling for several syllables
/// (`chi` for zhi, qi and ji).
///
/// Two tokens that share a group may be one name. The kind of the group tells how.
public struct NameGroups: Hashable, Sendable {
  /// Four numbers of 16 bits, the first in the lowest bits; 0 is no group.
  public let rawValue: UInt64

  /// Wraps the numbers of groups.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The most groups of one token.
  public static let maximumCount = 4

  /// The bit that is set in the number of a group of syllables and not in that of a group of
  /// nicknames.
  static let syllableBit: UInt16 = 1 << 15

  /// Whether the token belongs to none.
  @inline(__always)
  public var isEmpty: Bool { rawValue == 0 }

  /// Calls `body` with the number of each group.
  @inline(__always)
  public func forEach(_ body: (UInt16) -> Void) {
    var rest = rawValue
    while rest != 0 {
      body(UInt16(truncatingIfNeeded: rest))
      rest >>= 16
    }
  }

  /// How tokens of these groups relate: by the closest kind of group that they share.
  func relation(to other: NameGroups) -> TokenRelation? {
    if isEmpty || other.isEmpty { return nil }
    var relation: TokenRelation?
    forEach { number in
      guard other.contains(number) else { return }
      if number & Self.syllableBit != 0 {
        relation = .syllable
      } else if relation == nil {
        relation = .nickname
      }
    }
    return relation
  }

  private func contains(_ number: UInt16) -> Bool {
    var isFound = false
    forEach { isFound = isFound || $0 == number }
    return isFound
  }
}
