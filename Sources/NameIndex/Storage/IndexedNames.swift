internal import CPrefetch
package import NameNormalization
package import NameSimilarity

/// The number of a distinct folded name of an index.
package typealias NameID = UInt32

/// The distinct folded names of an index, as terms, and the listed names that each stands for.
///
/// A name of several readings is several folded names; a name that several entries bear is one.
package struct IndexedNames {
  /// Stands for no pair where two neighbours may not be joined.
  static let noPair: TermID = .max

  // Invariant: `tokenOffsets` and `ownerOffsets` have `count` + 1 elements that do not decrease;
  // `pairs` runs parallel to `tokens`; terms and owners are below the numbers given to `init`.
  private let tokenOffsets: UnsafePointer<UInt32>
  private let tokens: UnsafePointer<TermID>
  private let pairs: UnsafePointer<TermID>
  private let anchorWeights: UnsafePointer<UInt16>
  private let kinds: UnsafePointer<UInt8>
  private let parties: UnsafePointer<UInt8>
  private let ownerOffsets: UnsafePointer<UInt32>
  private let owners: UnsafePointer<UInt32>
  /// The number of names.
  package let count: Int
  /// One more than the greatest number of a listed name.
  let ownerLimit: Int

  /// Reads the names that ``NameIndexBuilder`` wrote.
  init(_ reader: SectionReader, terms: TermTable) throws(SectionError) {
    let tokenOffsets = try reader.numbers("name.offsets", as: UInt32.self)
    let tokens = try reader.numbers("name.tokens", as: TermID.self)
    let pairs = try reader.numbers("name.pairs", as: TermID.self)
    let anchorWeights = try reader.numbers("name.weights", as: UInt16.self)
    let kinds = try reader.numbers("name.kinds", as: UInt8.self)
    let parties = try reader.numbers("name.parties", as: UInt8.self)
    let ownerOffsets = try reader.numbers("owner.offsets", as: UInt32.self)
    let owners = try reader.numbers("owner.names", as: UInt32.self)
    guard tokenOffsets.count == kinds.count + 1, ownerOffsets.count == kinds.count + 1,
      isNondecreasing(tokenOffsets), isNondecreasing(ownerOffsets), pairs.count == tokens.count,
      anchorWeights.count == tokens.count,
      Int(tokenOffsets[kinds.count]) == tokens.count,
      Int(ownerOffsets[kinds.count]) == owners.count,
      tokens.allSatisfy({ Int($0) < terms.tokenCount }),
      pairs.allSatisfy({ Int($0) < terms.count || $0 == Self.noPair }),
      kinds.allSatisfy({ ReadingKind(rawValue: $0) != nil }), parties.count == kinds.count,
      parties.allSatisfy({ PartyClass(rawValue: $0) != nil }),
      let tokensStart = tokens.baseAddress, let pairsStart = pairs.baseAddress,
      let weightsStart = anchorWeights.baseAddress,
      let kindsStart = kinds.baseAddress, let partiesStart = parties.baseAddress,
      let ownersStart = owners.baseAddress
    else { throw .damaged(section: "name") }
    self.tokenOffsets = tokenOffsets.baseAddress!
    self.tokens = tokensStart
    self.pairs = pairsStart
    self.anchorWeights = weightsStart
    self.kinds = kindsStart
    self.parties = partiesStart
    self.ownerOffsets = ownerOffsets.baseAddress!
    self.owners = ownersStart
    count = kinds.count
    ownerLimit = owners.max().map { Int($0) + 1 } ?? 0
  }

  /// The terms of the name's tokens, in order.
  @inline(__always)
  package func tokens(of name: NameID) -> UnsafeBufferPointer<TermID> {
    let start = Int(tokenOffsets[Int(name)])
    return UnsafeBufferPointer(
      start: tokens + start, count: Int(tokenOffsets[Int(name) + 1]) - start)
  }

  /// The terms of the name's pairs: element *i* joins tokens *i* and *i* + 1.
  @inline(__always)
  package func pairs(of name: NameID) -> UnsafeBufferPointer<TermID> {
    let start = Int(tokenOffsets[Int(name)])
    return UnsafeBufferPointer(
      start: pairs + start, count: Int(tokenOffsets[Int(name) + 1]) - start)
  }

  /// The weights of the name's tokens that are anchors, 0 for the others. They stand beside the
  /// name, because a search asks for them where it has not looked at the terms.
  @inline(__always)
  func anchorWeights(of name: NameID) -> UnsafePointer<UInt16> {
    anchorWeights + Int(tokenOffsets[Int(name)])
  }

  /// Asks for the place of a name's tokens to be read soon.
  @inline(__always)
  func prefetch(_ name: NameID) { namesift_prefetch(tokenOffsets + Int(name)) }

  /// Asks for the tokens of a name to be read soon.
  @inline(__always)
  func prefetchTokens(of name: NameID) {
    let start = Int(tokenOffsets[Int(name)])
    namesift_prefetch(tokens + start)
    namesift_prefetch(pairs + start)
    namesift_prefetch(anchorWeights + start)
  }

  /// How the name was read.
  @inline(__always)
  package func kind(of name: NameID) -> ReadingKind {
    // The invariant was checked when the index was opened.
    ReadingKind(rawValue: kinds[Int(name)])!
  }

  /// What the party is that bears the name.
  @inline(__always)
  package func party(of name: NameID) -> PartyClass {
    // The invariant was checked when the index was opened.
    PartyClass(rawValue: parties[Int(name)])!
  }

  /// The listed names that the folded name stands for, in ascending order.
  package func owners(of name: NameID) -> UnsafeBufferPointer<UInt32> {
    let start = Int(ownerOffsets[Int(name)])
    return UnsafeBufferPointer(
      start: owners + start, count: Int(ownerOffsets[Int(name) + 1]) - start)
  }
}

extension ReadingKind {
  /// Whether readings of these kinds may be compared: two by sound may not, because
  /// characters that only sound alike are different names.
  @inline(__always)
  package func mayMeet(_ other: ReadingKind) -> Bool { !isBySound || !other.isBySound }
}
