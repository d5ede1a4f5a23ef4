internal import CPrefetch
package import NameSimilarity

/// The number of a term: a distinct token of the listed names, or a distinct pair of neighbours
/// written as one.
package typealias TermID = UInt32

/// The terms of an index with all that comparing them takes.
///
/// Tokens come first, joined pairs behind them. A pair that can be split in two ways is two terms,
/// because its weight depends on its parts.
package struct TermTable {
  // Invariant: all arrays have `count` elements, `offsets` one more; `offsets` does not decrease
  // and ends within `bytes`.
  private let offsets: UnsafePointer<UInt32>
  private let bytes: UnsafePointer<UInt8>
  private let records: UnsafePointer<TermRecord>
  /// The number of terms.
  package let count: Int
  /// The number of terms that are tokens.
  package let tokenCount: Int

  /// Reads the terms that ``TermTableBuilder`` wrote.
  init(_ reader: SectionReader, tokenCount: Int) throws(SectionError) {
    let offsets = try reader.numbers("term.offsets", as: UInt32.self)
    let bytes = try reader.numbers("term.bytes", as: UInt8.self)
    let records = try reader.numbers("term.records", as: TermRecord.self)
    guard offsets.count == records.count + 1, tokenCount <= records.count,
      isNondecreasing(offsets), Int(offsets[records.count]) <= bytes.count,
      let bytesStart = bytes.baseAddress, let recordsStart = records.baseAddress
    else { throw .damaged(section: "term") }
    self.offsets = offsets.baseAddress!
    self.bytes = bytesStart
    self.records = recordsStart
    self.count = records.count
    self.tokenCount = tokenCount
  }

  /// The term, ready to be compared; its bytes live as long as the index.
  @inline(__always)
  package subscript(_ id: TermID) -> ScorableToken {
    records[Int(id)].token(bytes(of: id))
  }

  /// Asks for a term to be read soon.
  @inline(__always)
  func prefetch(_ id: TermID) {
    namesift_prefetch(offsets + Int(id))
    // A record may begin on one line and end on the next.
    namesift_prefetch(records + Int(id))
    namesift_prefetch(UnsafeRawPointer(records + Int(id) + 1) - 1)
  }

  /// Asks for the bytes of a term to be read soon.
  @inline(__always)
  func prefetchBytes(of id: TermID) { namesift_prefetch(bytes + Int(offsets[Int(id)])) }

  /// The folded bytes of the term.
  @inline(__always)
  package func bytes(of id: TermID) -> UnsafeBufferPointer<UInt8> {
    // SAFETY: by the invariant the range lies within `bytes`.
    let start = Int(offsets[Int(id)])
    return UnsafeBufferPointer(start: bytes + start, count: Int(offsets[Int(id) + 1]) - start)
  }

  /// The weight of the term.
  @inline(__always)
  func weight(of id: TermID) -> Int32 { Int32(records[Int(id)].weight) }

  /// What the term may take part in.
  @inline(__always)
  func traits(of id: TermID) -> TokenTraits { TokenTraits(rawValue: records[Int(id)].traits) }
}

/// A term as it is stored.
struct TermRecord: BitwiseCopyable {
  var phoneticKey: UInt64
  var letters: UInt64
  var variantClass: UInt32
  var weight: UInt16
  var traits: UInt8
  var legalClass: UInt8
  /// The ``NameGroups``.
  var groups: UInt64
  /// The ``SoundSkeleton``, whose 12 classes take 48 bits, below the ``Transcription``.
  var sound: UInt64

  init(_ token: ScorableToken) {
    phoneticKey = token.phoneticKey
    letters = token.letters
    variantClass = token.variantClass
    weight = UInt16(token.weight)
    traits = token.traits.rawValue
    legalClass = token.legalClass
    groups = token.groups.rawValue
    let skeleton = token.traits.contains(.fuzzy) ? token.skeleton.rawValue : 0
    sound = skeleton | UInt64(token.transcription.rawValue) << 56
  }

  /// The script that the token was transcribed from.
  var transcription: Transcription { Transcription(rawValue: UInt8(sound >> 56)) ?? .none }

  /// The token whose bytes are `bytes`.
  @inline(__always)
  func token(_ bytes: UnsafeBufferPointer<UInt8>) -> ScorableToken {
    ScorableToken(
      bytes: bytes, weight: Int32(weight), traits: TokenTraits(rawValue: traits),
      legalClass: legalClass, variantClass: variantClass, groups: NameGroups(rawValue: groups),
      phoneticKey: phoneticKey, letters: letters, transcription: transcription,
      skeleton: SoundSkeleton(rawValue: sound & (1 << 56 - 1)))
  }
}

/// Collects distinct terms.
struct TermTableBuilder {
  private var offsets: [UInt32] = [0]
  private var bytes: [UInt8] = []
  private(set) var records: [TermRecord] = []
  // Lookups only: its order reaches nothing.
  private var byHash: [UInt64: [UInt32]] = [:]

  var count: Int { records.count }

  func bytes(of id: UInt32) -> ArraySlice<UInt8> {
    bytes[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])]
  }

  /// The number of the term, which is added when it is new.
  mutating func id(of token: ScorableToken) -> UInt32 {
    let hash = hashBytes(token.bytes.baseAddress!, count: token.bytes.count)
    for id in byHash[hash, default: []]
    where Int32(records[Int(id)].weight) == token.weight
      && records[Int(id)].traits == token.traits.rawValue
      && records[Int(id)].transcription == token.transcription
      && bytes(of: id).elementsEqual(token.bytes)
    {
      return id
    }
    let id = UInt32(records.count)
    byHash[hash, default: []].append(id)
    records.append(TermRecord(token))
    bytes.append(contentsOf: token.bytes)
    offsets.append(UInt32(bytes.count))
    return id
  }

  /// Adds the terms of `other` behind these.
  mutating func append(_ other: TermTableBuilder) {
    let base = UInt32(bytes.count)
    offsets.append(contentsOf: other.offsets.dropFirst().map { $0 + base })
    bytes += other.bytes
    records += other.records
  }

  /// Adds the sections to a file.
  func write(to writer: inout SectionWriter) {
    writer.add("term.offsets", offsets)
    writer.add("term.bytes", bytes)
    writer.add("term.records", records)
  }
}
