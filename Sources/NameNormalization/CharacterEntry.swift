/// What the tables say about one code point: a kind in the lowest four bits, the rest by kind.
///
/// Every script that the tables cover is folded by looking at these entries only.
package struct CharacterEntry: Hashable, Sendable {
  /// The packed entry.
  package var rawValue: UInt32

  /// Wraps a packed entry.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What to do with a code point.
  package enum Kind {
    /// Leave it out: accents and vowel points.
    package static let mark: UInt32 = 0
    /// Leave it out; it joins the letters around it: apostrophes and full stops.
    package static let deleted: UInt32 = 1
    /// Leave it out; it is invisible, and people who evade screening use it.
    package static let invisible: UInt32 = 2
    /// It ends a token.
    package static let separator: UInt32 = 3
    /// One to three ASCII letters or digits, in the three high bytes, first letter lowest.
    package static let ascii: UInt32 = 4
    /// Several entries in its place: the index of their count in the expansions.
    package static let expansion: UInt32 = 5
    /// A letter that rules read: bits 4...7 language evidence, bits 8... letter number.
    package static let letter: UInt32 = 6
    /// A Han character: bits 4...13 syllable, bits 14... the character to read it as, or 0.
    package static let han: UInt32 = 7
    /// The iteration mark, which repeats the Han character before it.
    package static let repetition: UInt32 = 8
    /// A Hangul syllable: bits 4... syllable.
    package static let hangul: UInt32 = 9
    /// A letter of a script that ICU romanises at run time.
    package static let foreign: UInt32 = 10
    /// A mark that may make another letter of the one before it; otherwise as `mark`.
    package static let composing: UInt32 = 11
  }

  /// The language that a Cyrillic letter proves; only letters that few languages share do.
  package enum Evidence {
    package static let none: UInt32 = 0
    package static let ukrainian: UInt32 = 1
    package static let belarusian: UInt32 = 2
    package static let serbian: UInt32 = 3
    package static let macedonian: UInt32 = 4
    package static let kazakh: UInt32 = 5
    package static let bulgarian: UInt32 = 6
    /// No evidence: read as Russian.
    package static let russian: UInt32 = 7
  }

  @inline(__always) var kind: UInt32 { rawValue & 15 }
  @inline(__always) var payload: UInt32 { rawValue >> 8 }
  @inline(__always) var evidence: UInt32 { (rawValue >> 4) & 15 }
  @inline(__always) var letter: UInt32 { rawValue >> 8 }
  @inline(__always) var hanSyllable: UInt32 { (rawValue >> 4) & 1023 }
  @inline(__always) var hanScalar: UInt32 { rawValue >> 14 }
  @inline(__always) var hangulSyllable: UInt32 { rawValue >> 4 }

  /// An entry without payload.
  package static func simple(_ kind: UInt32) -> CharacterEntry { CharacterEntry(rawValue: kind) }

  /// An entry for up to three ASCII bytes.
  package static func ascii(_ bytes: [UInt8]) -> CharacterEntry {
    precondition((1...3).contains(bytes.count), "one to three bytes fit in an entry")
    var value = Kind.ascii
    for (i, byte) in bytes.enumerated() { value |= UInt32(byte) << UInt32(8 + 8 * i) }
    return CharacterEntry(rawValue: value)
  }

  /// An entry for a letter that rules read.
  package static func letter(_ number: Int, evidence: UInt32) -> CharacterEntry {
    CharacterEntry(rawValue: Kind.letter | evidence << 4 | UInt32(number) << 8)
  }

  /// An entry for a Han character; `scalar` is 0 when it is read as itself.
  package static func han(syllable: Int, scalar: UInt32) -> CharacterEntry {
    precondition(syllable < 1024 && scalar < 1 << 18)
    return CharacterEntry(rawValue: Kind.han | UInt32(syllable) << 4 | scalar << 14)
  }

  /// An entry for a Hangul syllable.
  package static func hangul(syllable: Int) -> CharacterEntry {
    CharacterEntry(rawValue: Kind.hangul | UInt32(syllable) << 4)
  }

  /// An entry that stands for several.
  package static func expansion(at index: Int) -> CharacterEntry {
    CharacterEntry(rawValue: Kind.expansion | UInt32(index) << 8)
  }
}

/// A run of bytes in the string pool of the tables: offset in the high 24 bits, length below.
package struct StringReference: Hashable, Sendable {
  /// The packed reference; 0 is the empty string.
  package var rawValue: UInt32

  /// Wraps a packed reference.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Refers to `length` bytes from `offset`.
  package init(offset: Int, length: Int) {
    precondition(offset < 1 << 24 && length < 1 << 8)
    rawValue = UInt32(offset) << 8 | UInt32(length)
  }

  @inline(__always) var offset: Int { Int(rawValue >> 8) }
  @inline(__always) var length: Int { Int(rawValue & 255) }
}

/// How one spelling of one to four letters is romanised, and where.
///
/// The rules of a letter stand in the order in which they are tried.
package struct LetterRule: Sendable {
  /// The letters after the first, 0 for none.
  package var following: (UInt16, UInt16, UInt16)
  /// One bit per language of ``CharacterEntry/Evidence`` that the rule is for.
  package var languages: UInt16
  /// Where the rule applies: see ``Position``.
  package var position: UInt16
  /// The number of letters one of which must follow, or 0 for no condition.
  package var nextCount: UInt16
  /// The first of those letters in the letter sets.
  package var nextStart: UInt32
  /// What the letters become.
  package var result: StringReference

  /// Creates a rule.
  package init(
    following: (UInt16, UInt16, UInt16), languages: UInt16, position: UInt16, nextStart: UInt32,
    nextCount: UInt16, result: StringReference
  ) {
    self.following = following
    self.languages = languages
    self.position = position
    self.nextStart = nextStart
    self.nextCount = nextCount
    self.result = result
  }

  /// Where in a token a rule applies.
  package enum Position {
    package static let anywhere: UInt16 = 0
    package static let start: UInt16 = 1
    package static let inner: UInt16 = 2
    /// At the start, and after a vowel.
    package static let iotated: UInt16 = 3
  }

  /// The letter number that stands for the end of the token in a set of next letters.
  package static let endOfToken: UInt16 = 0xFFFF
}

/// A surname of one or two characters that is read otherwise than its characters usually are.
package struct SurnameReading: Sendable {
  /// The first character.
  package var first: UInt32
  /// The second character, or 0.
  package var second: UInt32
  /// The syllables of the characters.
  package var reading: (UInt16, UInt16)
  /// The syllables of another reading, or 0.
  package var alternate: (UInt16, UInt16)

  /// Creates a reading.
  package init(
    first: UInt32, second: UInt32, reading: (UInt16, UInt16), alternate: (UInt16, UInt16)
  ) {
    self.first = first
    self.second = second
    self.reading = reading
    self.alternate = alternate
  }
}
