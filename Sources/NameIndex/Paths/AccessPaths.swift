internal import NameSimilarity

/// The ways from a query token to the terms that it relates to, one for each relation of
/// ``TokenComparison``.
///
/// | relation | path |
/// |---|---|
/// | equal | hash of the bytes |
/// | edit, longer token up to 12 bytes | deletion neighbourhood |
/// | edit, longer token from 13 bytes | trigrams |
/// | phonetic | hash of the key |
/// | variant | hash of the class |
/// | nickname, syllable | hash of each group |
/// | transcription | deletion neighbourhood of the consonant skeleton |
/// | joined in the query | hash of the pair, deletion neighbourhood for one edit |
/// | split in the query | hash of the query's pair |
///
/// Initials and legal forms have no path: they are never what finds a name, see ``NameSearch``.
struct AccessPaths {
  let tokens: HashedPostings
  let joined: HashedPostings
  let oneDeletion: HashedPostings
  let twoDeletions: HashedPostings
  let joinedDeletion: HashedPostings
  let phonetic: HashedPostings
  let variants: HashedPostings
  let groups: HashedPostings
  let sounds: SoundPaths
  let trigrams: TrigramIndex

  init(_ reader: SectionReader, termCount: Int) throws(SectionError) {
    tokens = try HashedPostings(reader, "token")
    joined = try HashedPostings(reader, "joined")
    oneDeletion = try HashedPostings(reader, "delete1")
    twoDeletions = try HashedPostings(reader, "delete2")
    joinedDeletion = try HashedPostings(reader, "deletej")
    phonetic = try HashedPostings(reader, "phonetic")
    variants = try HashedPostings(reader, "variant")
    groups = try HashedPostings(reader, "group")
    sounds = try SoundPaths(reader)
    trigrams = try TrigramIndex(reader, termCount: termCount)
  }

  // The lengths for which a table is written and asked. Two tokens whose longer one has up to
  // five bytes are at most one edit apart, up to twelve bytes two.
  static let oneDeletionLengths = 3...5

  /// How many bytes of a token of this length are left out to meet tokens two edits away, the
  /// longer of which has six to twelve bytes; nil where there are none. A token of four bytes is two
  /// edits from one of six only if nothing of it is left out, one of five if one byte is.
  static func deletions(length: Int) -> Int? {
    (4...12).contains(length) ? min(2, length - 4) : nil
  }
  static let joinedDeletionMinimum = TokenComparison.minimumFuzzyJoinLength - 1

  /// Appends to `result` every term that gives evidence for `token`, and others, with repeats.
  func findCandidates(
    of token: ScorableToken, _ counter: inout TrigramIndex.Counter, into result: inout [TermID]
  ) {
    let length = token.bytes.count
    let hash = hashBytes(token.bytes.baseAddress!, count: length)
    tokens.forEach(hash) { result.append($0) }
    joined.forEach(hash) { result.append($0) }
    guard token.traits.contains(.fuzzy) else { return }
    if Self.oneDeletionLengths.contains(length) {
      DeletionKeys.forEach(token.bytes, deletions: 1) { key in
        oneDeletion.forEach(key) { result.append($0) }
      }
    }
    if let deletions = Self.deletions(length: length) {
      DeletionKeys.forEach(token.bytes, deletions: deletions) { key in
        twoDeletions.forEach(key) { result.append($0) }
      }
    }
    if length >= Self.joinedDeletionMinimum {
      DeletionKeys.forEach(token.bytes, deletions: 1) { key in
        joinedDeletion.forEach(key) { result.append($0) }
      }
    }
    if length >= TrigramIndex.minimumLength {
      trigrams.findCandidates(of: token.bytes, &counter, into: &result)
    }
    if token.phoneticKey != 0 && length >= TokenComparison.minimumPhoneticLength {
      phonetic.forEach(hashNumber(token.phoneticKey)) { result.append($0) }
    }
    if token.variantClass != 0 {
      variants.forEach(hashNumber(UInt64(token.variantClass))) { result.append($0) }
    }
    token.groups.forEach { group in
      groups.forEach(hashNumber(UInt64(group))) { result.append($0) }
    }
    sounds.findCandidates(of: token, into: &result)
  }
}

/// Collects the access paths of terms.
struct AccessPathsBuilder {
  private var tokens = HashedPostingsBuilder()
  private var joined = HashedPostingsBuilder()
  private var oneDeletion = HashedPostingsBuilder()
  private var twoDeletions = HashedPostingsBuilder()
  private var joinedDeletion = HashedPostingsBuilder()
  private var phonetic = HashedPostingsBuilder()
  private var variants = HashedPostingsBuilder()
  private var groups = HashedPostingsBuilder()
  private var sounds = SoundPathsBuilder()
  /// The trigrams of the long tokens; a test puts those of all in their place.
  var trigrams = TrigramIndexBuilder()

  /// Adds a term that is a token.
  mutating func add(token id: TermID, _ bytes: UnsafeBufferPointer<UInt8>, _ record: TermRecord) {
    tokens.add(hashBytes(bytes.baseAddress!, count: bytes.count), id)
    guard TokenTraits(rawValue: record.traits).contains(.fuzzy) else { return }
    sounds.add(id, record.token(bytes))
    if AccessPaths.oneDeletionLengths.contains(bytes.count) {
      DeletionKeys.forEach(bytes, deletions: 1) { oneDeletion.add($0, id) }
    }
    if let deletions = AccessPaths.deletions(length: bytes.count) {
      DeletionKeys.forEach(bytes, deletions: deletions) { twoDeletions.add($0, id) }
    }
    if bytes.count >= TrigramIndex.minimumLength { trigrams.add(id, bytes) }
    if record.phoneticKey != 0 && bytes.count >= TokenComparison.minimumPhoneticLength {
      phonetic.add(hashNumber(record.phoneticKey), id)
    }
    if record.variantClass != 0 { variants.add(hashNumber(UInt64(record.variantClass)), id) }
    NameGroups(rawValue: record.groups).forEach { groups.add(hashNumber(UInt64($0)), id) }
  }

  /// Adds a term that is a joined pair.
  mutating func add(joined id: TermID, _ bytes: UnsafeBufferPointer<UInt8>, _ record: TermRecord) {
    joined.add(hashBytes(bytes.baseAddress!, count: bytes.count), id)
    let isFuzzy = TokenTraits(rawValue: record.traits).contains(.fuzzy)
    if isFuzzy && bytes.count >= AccessPaths.joinedDeletionMinimum {
      DeletionKeys.forEach(bytes, deletions: 1) { joinedDeletion.add($0, id) }
    }
  }

  /// Adds the sections to a file.
  consuming func write(to writer: inout SectionWriter) {
    tokens.write(to: &writer, "token")
    joined.write(to: &writer, "joined")
    oneDeletion.write(to: &writer, "delete1")
    twoDeletions.write(to: &writer, "delete2")
    joinedDeletion.write(to: &writer, "deletej")
    phonetic.write(to: &writer, "phonetic")
    variants.write(to: &writer, "variant")
    groups.write(to: &writer, "group")
    sounds.write(to: &writer)
    trigrams.write(to: &writer)
  }
}
