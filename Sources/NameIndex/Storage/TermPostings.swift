internal import CPrefetch

/// A name in the postings of a term, with all that ruling it out takes.
///
/// A code is a number from 1 to 4,095 that stands for a term; several terms share one. 0 stands for
/// no term. A word of codes holds five of them, 12 bits each, the first in the lowest.
struct Posting: BitwiseCopyable {
  // Bits 60-63 of the first word hold the number of anchors, those of the second the traits, those
  // of the third the number of codes that are not of pairs.
  private var firstBits: UInt64
  private var secondBits: UInt64
  private var thirdBits: UInt64
  /// The name.
  let name: NameID
  /// What the anchors of the name lose when all are left over.
  let loss: UInt16
  /// The letters that the name's tokens start with, a bit each; some letters share one.
  private(set) var letters: UInt16 = 0

  /// The codes of a word.
  static let codesInWord = 5
  static let codeWidth: UInt64 = 12
  static let codeCount = 1 << 12
  private static let codes: UInt64 = (1 << 60) - 1

  /// Packs what the terms of a name tell.
  ///
  /// - Parameters:
  ///   - anchors: The codes of its anchors.
  ///   - initials: The codes of its initials.
  ///   - pairs: The codes of its pairs of neighbours that may be joined.
  ///   - firstBytes: The bytes that its tokens start with.
  init(
    _ name: NameID, loss: UInt16, anchors: [Int], initials: [Int], pairs: [Int],
    firstBytes: [UInt8], isPerson: Bool
  ) {
    let room = 3 * Self.codesInWord
    var codes = anchors + initials
    let count = codes.count
    var traits: PostingTraits = isPerson ? .person : []
    if count > room { traits.insert(.tooLong) }
    if count + pairs.count > room { traits.insert(.tooManyPairs) } else { codes += pairs }
    self.name = name
    self.loss = loss
    firstBits = Self.word(codes[...]) | UInt64(min(anchors.count, 15)) << 60
    secondBits =
      Self.word(codes.dropFirst(Self.codesInWord)) | UInt64(traits.rawValue) << 60
    thirdBits = Self.word(codes.dropFirst(2 * Self.codesInWord)) | UInt64(min(count, 15)) << 60
    for byte in firstBytes { letters |= Self.bit(ofLetter: byte) }
  }

  private static func word(_ codes: ArraySlice<Int>) -> UInt64 {
    codes.prefix(codesInWord).reversed().reduce(0) { $0 << codeWidth | UInt64($1) }
  }

  /// The codes of the name's anchors and initials, and behind them those of its pairs. A name that
  /// has fewer than a word holds has none in the next.
  @inline(__always)
  var codes: (UInt64, UInt64, UInt64) {
    (firstBits & Self.codes, secondBits & Self.codes, thirdBits & Self.codes)
  }
  /// The number of anchors, of a name that is not too long.
  @inline(__always)
  var anchorCount: Int { Int(truncatingIfNeeded: firstBits >> 60) }
  @inline(__always)
  var traits: PostingTraits {
    PostingTraits(rawValue: UInt8(truncatingIfNeeded: secondBits >> 60))
  }
  /// The number of codes that are not of pairs.
  @inline(__always)
  var singleCount: Int { Int(truncatingIfNeeded: thirdBits >> 60) }

  /// The first code of a word.
  @inline(__always)
  static func firstCode(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: word & UInt64(codeCount - 1))
  }

  /// The bit of a letter that words start with.
  @inline(__always)
  static func bit(ofLetter byte: UInt8) -> UInt16 { 1 << UInt16(byte & 15) }

  /// The code of a term.
  @inline(__always)
  static func code(of term: TermID) -> Int {
    // From 1 on: none of them is 0.
    let range = UInt64(codeCount - 1)
    return Int(truncatingIfNeeded: (((hashNumber(UInt64(term)) >> 32) &* range) >> 32) &+ 1)
  }

  /// The code of an initial, by its letter: words meet it by their first.
  @inline(__always)
  static func code(ofInitial letter: UInt8) -> Int { code(of: TermID.max - TermID(letter)) }
}

/// What else a posting tells of a name.
struct PostingTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt8
  /// There are more anchors and initials than codes have room for, so that they tell nothing.
  static let tooLong = PostingTraits(rawValue: 1)
  /// There are more pairs than there is room for, so that they have no codes.
  static let tooManyPairs = PostingTraits(rawValue: 2)
  /// The name is a person's.
  static let person = PostingTraits(rawValue: 4)
}

/// From a term to the names that have it, each with the codes of its terms and with what its
/// anchors lose when they are left over, the least first.
///
/// The postings of a term are in three parts: see ``NamePart``.
struct TermPostings {
  // Invariant: `offsets` has three times as many elements as there are terms, plus one, and does
  // not decrease; the losses of a part do not decrease.
  private let offsets: UnsafePointer<UInt32>
  private let postings: UnsafePointer<Posting>

  /// Reads the postings that ``NameIndexBuilder`` wrote.
  init(_ reader: SectionReader, termCount: Int, nameCount: Int) throws(SectionError) {
    let offsets = try reader.numbers("post.offsets", as: UInt32.self)
    let postings = try reader.numbers("post.names", as: Posting.self)
    let partCount = NamePart.allCases.count
    guard offsets.count == partCount * termCount + 1, isNondecreasing(offsets),
      Int(offsets[partCount * termCount]) == postings.count,
      postings.allSatisfy({ Int($0.name) < nameCount }),
      let start = postings.baseAddress
    else { throw .damaged(section: "post") }
    self.offsets = offsets.baseAddress!
    self.postings = start
  }

  /// The places of the names that have the term, in one of the parts.
  @inline(__always)
  func range(of term: TermID, _ part: NamePart) -> Range<Int> {
    let i = NamePart.allCases.count * Int(term) + part.rawValue
    return Int(offsets[i])..<Int(offsets[i + 1])
  }

  /// The parts of the names that have the term, a bit each.
  @inline(__always)
  func parts(of term: TermID) -> UInt8 {
    var parts: UInt8 = 0
    for part in NamePart.allCases where !range(of: term, part).isEmpty {
      parts |= 1 << UInt8(part.rawValue)
    }
    return parts
  }

  /// The posting at a place.
  @inline(__always)
  subscript(place: Int) -> UnsafePointer<Posting> { postings + place }

  /// Asks for the place of a term's postings to be read soon.
  @inline(__always)
  func prefetchRange(of term: TermID) {
    namesift_prefetch(offsets + NamePart.allCases.count * Int(term))
  }

  /// Asks for the posting at a place to be read soon.
  @inline(__always)
  func prefetch(_ place: Int) { namesift_prefetch(postings + place) }
}

/// The names as searches tell them apart: by what the party is, since scores depend on that, and
/// apart from both those with an initial, which may owe part of their score to a token that no
/// path finds; see ``NameSearch``.
enum NamePart: Int, CaseIterable {
  case other = 0
  case person = 1
  case withInitial = 2
}
