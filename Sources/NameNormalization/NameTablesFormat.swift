/// The layout of the tables in memory and in a file.
///
/// All numbers are little-endian. A header is followed by sections, each aligned to 8 bytes; the
/// checksum covers every byte but its own eight.
package enum NameTablesFormat {
  /// `NSTABLES` in ASCII.
  package static let magic: UInt64 = 0x5345_4C42_4154_534E
  /// The number of this layout; a change of layout changes it.
  package static let version: UInt32 = 3
  /// Where the header's fields are, in bytes.
  package enum Header {
    package static let magic = 0
    package static let version = 8
    package static let sectionCount = 12
    package static let byteCount = 16
    package static let checksum = 24
    /// The version of ICU, up to 15 ASCII bytes and a zero.
    package static let icuVersion = 32
    package static let icuVersionLength = 16
    /// Offset and size of each section, 4 bytes each.
    package static let sections = 48
  }

  /// The sections, in order.
  package enum Section: Int, CaseIterable {
    /// For each ASCII byte what it folds to; see ``AsciiAction``.
    case ascii
    /// For each 128 code points the number of their page.
    case pageIndex
    /// Pages of 128 ``CharacterEntry``.
    case pages
    /// Counts, each followed by as many ``CharacterEntry``.
    case expansions
    /// Text that the other sections refer to.
    case strings
    /// ``StringReference`` of each syllable of Han and Hangul; number 0 is no syllable.
    case syllables
    /// For each letter its first rule, and one more for the end.
    case letterRules
    /// ``LetterRule``.
    case rules
    /// Letter numbers of the conditions of rules.
    case letterSets
    /// ``SurnameReading``, sorted by its characters.
    case surnames
    /// Open-addressing table of ``ClassSlot``.
    case classes
    /// 65,536 bits, set for the first eight bytes of each token in `classes`.
    case classGuard
    /// Open-addressing table of ``TokenSlot``.
    case tokens
    /// ``NameFamilies``; number 0 is of tokens in none.
    case families
    /// Open-addressing table of pairs of ``StringReference``: a romanised skeleton and its word.
    case words
  }

  /// The size of one element of a section, of which every section holds a whole number.
  package static func stride(of section: Section) -> Int {
    switch section {
    case .ascii, .strings, .classGuard: 1
    case .pageIndex, .letterSets: 2
    case .pages, .expansions, .syllables, .letterRules: 4
    case .rules: MemoryLayout<LetterRule>.stride
    case .surnames: MemoryLayout<SurnameReading>.stride
    case .classes: MemoryLayout<ClassSlot>.stride
    case .tokens: MemoryLayout<TokenSlot>.stride
    case .families: MemoryLayout<NameFamilies>.stride
    case .words: MemoryLayout<WordSlot>.stride
    }
  }

  /// Code points a page holds, as a power of two.
  package static let pageShift = 7
  /// Pages that cover Unicode.
  package static let pageIndexCount = 0x110000 >> pageShift
  /// The size of the header in bytes, a multiple of 8.
  package static let headerByteCount = Header.sections + 8 * Section.allCases.count
  /// Bits in the class guard, as a power of two.
  package static let guardShift = 16

  /// A 64-bit checksum in which every change of one word shows.
  ///
  /// Each step is one-to-one in the sum and in the word, so two inputs that differ in one word
  /// cannot agree. It guards against damage, not against forgery.
  ///
  /// - Precondition: The bytes are a whole number of 8-byte words and aligned to 8 bytes.
  package static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i < bytes.count {
      if i != Header.checksum {
        // SAFETY: `i` is a multiple of 8 below `count`, which is a multiple of 8.
        sum = (sum ^ bytes.load(fromByteOffset: i, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
        sum ^= sum >> 32
      }
      i += 8
    }
    return sum
  }
}

/// What the ASCII table says of a byte, apart from the byte it folds to.
package enum AsciiAction {
  /// Leave the byte out.
  package static let deleted: UInt8 = 0
  /// The byte ends a token.
  package static let separator: UInt8 = 1
  /// The byte is not ASCII.
  package static let notAscii: UInt8 = 2
  /// Leave the byte out and note that it was there.
  package static let invisible: UInt8 = 3
  /// The byte ends a token, and may stand for a letter.
  package static let sign: UInt8 = 4
}

/// A word or phrase that is not a plain word: a particle, a title, a legal form, or what is
/// written otherwise.
package struct ClassSlot: Sendable {
  /// The token's bytes; empty for a free slot.
  package var text = StringReference(rawValue: 0)
  /// The words to write instead, with single spaces between them; empty for none.
  package var replacement = StringReference(rawValue: 0)
  /// The ``TokenClass``, or `.name` for a word that only begins a phrase or is rewritten.
  package var tokenClass: UInt8 = 0
  /// The legal form's class, or 0.
  package var legalClass: UInt8 = 0
  /// The most words a phrase that begins with this token has; 0 or 1 if there is none.
  package var maximumWordCount: UInt8 = 0
  /// 1 for a word that begins compounds with any other word, such as `abdel` in `abdelmoumen`.
  package var beginsCompounds: UInt8 = 0

  /// Creates a free slot.
  package init() {}

  /// Whether the word or phrase has a meaning of its own, and does not only begin others.
  ///
  /// - Parameter rewriting: Whether to be rewritten is a meaning.
  @inline(__always)
  package func isUsed(_ rewriting: Bool) -> Bool {
    tokenClass != TokenClass.name.rawValue || rewriting && replacement.rawValue != 0
  }
}

/// The weight and the families of a token.
package struct TokenSlot: Sendable {
  /// The token's bytes; empty for a free slot.
  package var text = StringReference(rawValue: 0)
  /// The weight in 1/4096, or 0 if only the families are known.
  package var weight: UInt16 = 0
  /// The number of its ``NameFamilies``, or 0.
  package var families: UInt16 = 0

  /// Creates a free slot.
  package init() {}
}

/// The usual spelling of a word whose script leaves vowels out.
package struct WordSlot: Sendable {
  /// The romanised letters; empty for a free slot.
  package var skeleton = StringReference(rawValue: 0)
  /// The word.
  package var word = StringReference(rawValue: 0)

  /// Creates a free slot.
  package init() {}
}

/// The hash of a token's bytes, the same on every machine.
///
/// - Complexity: O(*n*) in the number of bytes; no allocation.
@inline(__always)
package func tokenHash(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
  var i = 0
  while i + 8 <= count {
    // SAFETY: the eight bytes from `i` are within `count`.
    hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    i += 8
  }
  if i < count { hash = mixed(hash ^ word(bytes + i, count - i)) }
  return hash
}

/// Up to eight bytes as one little-endian word; zero bytes fill it.
@inline(__always)
package func word(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
  // SAFETY: each load lies within `count` bytes; the two loads of a pair may overlap.
  if count >= 8 { return bytes.loadUnaligned(as: UInt64.self) }
  if count >= 4 {
    let low = UInt64(bytes.loadUnaligned(as: UInt32.self))
    let high = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    return low | high << UInt64(8 * (count - 4))
  }
  var value: UInt64 = 0
  var i = 0
  while i < count {
    value |= UInt64(bytes.load(fromByteOffset: i, as: UInt8.self)) << UInt64(8 * i)
    i += 1
  }
  return value
}

/// The bit of the class guard for a token that starts with the eight bytes of `word`.
@inline(__always)
package func guardBit(_ word: UInt64) -> Int {
  Int((word &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - NameTablesFormat.guardShift))
}

@inline(__always)
private func mixed(_ value: UInt64) -> UInt64 {
  let product = value &* 0xD6E8_FEB8_6659_FD93
  return product ^ (product >> 32)
}
