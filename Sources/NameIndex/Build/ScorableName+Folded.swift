public import NameNormalization
public import NameSimilarity

extension ScorableName {
  /// Fills the name with a reading of a folded name, weighed by `tables`.
  ///
  /// The tokens point into `name`, which must outlive the comparison.
  public mutating func fill(
    from name: borrowing FoldedName, _ reading: Reading, _ tables: NameTables
  ) {
    removeAll()
    let first = Int(reading.firstToken)
    for i in first..<first + Int(reading.tokenCount) {
      append(ScorableToken(name.tokens[i], in: name.bytes, tables))
    }
    finish()
  }
}

extension ScorableToken {
  /// Prepares a token of a folded name.
  ///
  /// - Parameter base: The bytes of the name, which must outlive the token.
  @inline(__always)
  package init(
    _ token: FoldedToken, in base: UnsafePointer<UInt8>, _ tables: NameTables
  ) {
    let bytes = UnsafeBufferPointer(start: base + Int(token.start), count: Int(token.length))
    let families =
      token.tokenClass == .name ? tables.families(of: bytes) : NameFamilies()
    self.init(
      bytes: bytes, weight: Int32(tables.weight(of: bytes, token.tokenClass)),
      traits: TokenTraits(token.tokenClass, bytes), legalClass: token.legalClass,
      variantClass: families.variantClass, groups: NameGroups(rawValue: families.groups),
      transcription: Transcription(token.script))
  }
}

extension TokenTraits {
  /// What a token of this class and these bytes may take part in.
  package init(_ tokenClass: TokenClass, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch tokenClass {
    case .name:
      if bytes.allSatisfy({ (0x61...0x7A).contains($0) }) {
        self = [.anchor, .fuzzy, .joinable]
      } else {
        // A Han character or another unit that is not spelt in letters.
        self = [.anchor]
      }
    case .number: self = [.anchor, .number, .joinable]
    case .particle: self = [.joinable]
    case .initial: self = [.initial, .joinable]
    case .legalForm: self = [.legalForm]
    case .title, .filler: self = []
    case .acronym: self = [.anchor, .acronym]
    }
  }
}

extension Transcription {
  /// The transcription of a token of this script.
  @inline(__always)
  package init(_ script: TokenScript) {
    switch script {
    case .latin: self = .none
    case .arabic: self = .arabic
    case .hebrew: self = .hebrew
    case .alphabet: self = .alphabet
    case .kana: self = .kana
    case .han: self = .han
    case .hangul: self = .hangul
    }
  }
}

/// A hash of the reading's bytes without the spaces between and within tokens: equal for names
/// that differ in spacing only.
package func compactHash(of name: borrowing FoldedName, _ reading: Reading) -> UInt64 {
  var capacity = 0
  let first = Int(reading.firstToken)
  let tokens = first..<first + Int(reading.tokenCount)
  for i in tokens { capacity += Int(name.tokens[i].length) }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { compact in
    // SAFETY: at most `capacity` bytes are written, and those that were written are hashed.
    var count = 0
    for i in tokens {
      let token = name.tokens[i]
      for j in Int(token.start)..<Int(token.start) + Int(token.length)
      where name.bytes[j] != 0x20 {
        compact[count] = name.bytes[j]
        count += 1
      }
    }
    return hashBytes(compact.baseAddress!, count: count)
  }
}
