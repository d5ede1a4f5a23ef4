/// From a term to the names that have it, each with a signature of its terms and with what its
/// anchors lose when they are left over, the least first.
///
/// The postings of a term are in two parts: names without an initial, then names with one. A name
/// with an initial may owe part of its score to a token that no path finds; see ``NameSearch``.
struct TermPostings {
  // Invariant: `offsets` has twice as many elements as there are terms, plus one, and does not
  // decrease; `names`, `signatures` and `losses` run parallel, and the losses of a part do not decrease.
  private let offsets: UnsafePointer<UInt32>
  private let names: UnsafePointer<NameID>
  private let signatures: UnsafePointer<UInt64>
  private let losses: UnsafePointer<UInt16>

  /// Reads the postings that ``NameIndexBuilder`` wrote.
  init(_ reader: SectionReader, termCount: Int, nameCount: Int) throws(SectionError) {
    let offsets = try reader.numbers("post.offsets", as: UInt32.self)
    let names = try reader.numbers("post.names", as: NameID.self)
    let signatures = try reader.numbers("post.signatures", as: UInt64.self)
    let losses = try reader.numbers("post.losses", as: UInt16.self)
    guard offsets.count == 2 * termCount + 1, isNondecreasing(offsets),
      names.count == signatures.count, names.count == losses.count,
      Int(offsets[2 * termCount]) == names.count,
      names.allSatisfy({ Int($0) < nameCount }),
      let namesStart = names.baseAddress, let signaturesStart = signatures.baseAddress,
      let lossesStart = losses.baseAddress
    else { throw .damaged(section: "post") }
    self.offsets = offsets.baseAddress!
    self.names = namesStart
    self.signatures = signaturesStart
    self.losses = lossesStart
  }

  /// The bit of a term in the signatures of names.
  @inline(__always)
  static func signatureBit(of term: TermID) -> UInt64 { 1 << (hashNumber(UInt64(term)) >> 58) }

  /// The places of the names that have the term, in one of the parts.
  @inline(__always)
  func range(of term: TermID, _ part: NamePart) -> Range<Int> {
    let i = 2 * Int(term) + part.rawValue
    return Int(offsets[i])..<Int(offsets[i + 1])
  }

  /// The name at a place.
  @inline(__always)
  func name(at place: Int) -> NameID { names[place] }

  /// What the anchors of the name at a place lose when all are left over, at most 65,535.
  @inline(__always)
  func loss(at place: Int) -> Int { Int(losses[place]) }

  /// The signature of the name at a place: one bit for each of its terms.
  @inline(__always)
  func signature(at place: Int) -> UInt64 { signatures[place] }
}

/// The names without and with an initial.
enum NamePart: Int, CaseIterable {
  case withoutInitial = 0
  case withInitial = 1
}
