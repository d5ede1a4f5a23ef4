/// The families of names that a token belongs to.
public struct NameFamilies: Hashable, Sendable {
  /// The groups of related names, four numbers of 16 bits, 0 for none: with the highest bit set a
  /// syllable and its spellings, without a name and its short forms.
  public let groups: UInt64
  /// The number of its family of spellings of one name, from 1, or 0.
  public let variantClass: UInt32
  // Fills the struct, so that no byte of the tables is left to chance.
  private let padding: UInt32 = 0

  /// Creates families.
  public init(variantClass: UInt32 = 0, groups: UInt64 = 0) {
    self.variantClass = variantClass
    self.groups = groups
  }
}
