internal import CNameTables

/// The data that names are folded and weighed with: character entries, romanisation rules, legal
/// forms, particles, titles, spelling variants and the rarity of tokens.
///
/// Tables never change. Those inside the binary are ``builtin``; a compiled index carries the ones
/// it was built with, because names folded with other tables would not meet the names in it.
///
/// Copies are cheap: a value holds pointers into memory that the caller of ``init(validating:)``
/// keeps alive.
public struct NameTables: @unchecked Sendable {
  // SAFETY: the pointers are only read through, and `init(validating:)` has checked that every
  // number in the sections that is used as an index lies within its target.
  let bytes: UnsafeRawBufferPointer
  let ascii: UnsafePointer<UInt8>
  let pageIndex: UnsafePointer<UInt16>
  let pages: UnsafePointer<CharacterEntry>
  let expansions: UnsafePointer<UInt32>
  let strings: UnsafePointer<UInt8>
  let syllables: UnsafePointer<StringReference>
  let letterRules: UnsafePointer<UInt32>
  let rules: UnsafePointer<LetterRule>
  let letterSets: UnsafePointer<UInt16>
  let surnames: UnsafeBufferPointer<SurnameReading>
  let classes: UnsafePointer<ClassSlot>
  let classMask: Int
  let classGuard: UnsafePointer<UInt8>
  let tokens: UnsafePointer<TokenSlot>
  let tokenMask: Int
  let families: UnsafePointer<NameFamilies>
  let words: UnsafePointer<WordSlot>
  let wordMask: Int

  /// The weight that stands for 1: weights are in 1/4096.
  public static let weightOfOne: UInt16 = 4096

  /// The tables inside the binary.
  public static let builtin: NameTables = {
    do throws(NameTablesError) {
      return try NameTables(
        validating: UnsafeRawBufferPointer(start: name_tables_bytes(), count: name_tables_size()))
    } catch {
      fatalError("the tables inside the binary are damaged: \(error)")
    }
  }()

  /// The whole tables, to be carried inside a compiled index.
  public var rawBytes: UnsafeRawBufferPointer { bytes }

  /// A number in 16 hexadecimal digits that differs when any byte of the tables does.
  public var version: String {
    let sum = bytes.load(fromByteOffset: NameTablesFormat.Header.checksum, as: UInt64.self)
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The version of ICU that the tables were made from, such as `72.1`.
  public var icuVersion: String {
    let start = NameTablesFormat.Header.icuVersion
    let field = bytes[start..<start + NameTablesFormat.Header.icuVersionLength]
    return String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// How much a token says about who is named, in 1/4096, from its rarity.
  ///
  /// A function of the bytes and the class only, so that a pair of names scores the same whatever
  /// else is loaded.
  ///
  /// - Returns: 1...4096; 4096 for a word that the tables do not know.
  /// - Complexity: O(*n*) in the length of the token; no allocation.
  public func weight(of token: UnsafeBufferPointer<UInt8>, _ tokenClass: TokenClass) -> UInt16 {
    switch tokenClass {
    case .particle, .filler: return TokenWeight.particle
    case .legalForm: return TokenWeight.legalForm
    case .initial: return TokenWeight.initial
    case .title: return TokenWeight.title
    case .number: return TokenWeight.number(digits: token.count)
    case .name, .acronym:
      let known = slot(of: token)?.weight ?? 0
      if isPatronymic(token) {
        return known > 0 ? min(known, TokenWeight.patronymic) : TokenWeight.patronymic
      }
      if known > 0 { return known }
      // Bytes over 0x7F are characters of Han or Hangul, each a token of its own.
      if token.count > 0 && token[0] >= 0x80 { return TokenWeight.character }
      return TokenWeight.unknown(letters: token.count)
    }
  }

  /// The number of the family of spellings of one name that a token belongs to.
  ///
  ///     `mohammed` and `muhamad` are in one family, `smith` is in none.
  ///
  /// - Returns: The number of the family, from 1; 0 for a token in none.
  /// - Complexity: O(*n*) in the length of the token; no allocation.
  public func variantClass(of token: UnsafeBufferPointer<UInt8>) -> UInt32 {
    families(of: token).variantClass
  }

  /// The families of names that a token belongs to.
  ///
  /// - Complexity: O(*n*) in the length of the token; no allocation.
  public func families(of token: UnsafeBufferPointer<UInt8>) -> NameFamilies {
    families[Int(slot(of: token)?.families ?? 0)]
  }

  @inline(__always)
  private func slot(of token: UnsafeBufferPointer<UInt8>) -> TokenSlot? {
    guard let start = token.baseAddress, token.count > 0 else { return nil }
    var i = Int(truncatingIfNeeded: tokenHash(start, token.count)) & tokenMask
    // The table is never full, so a free slot ends the search.
    while tokens[i].text.rawValue != 0 {
      if isEqual(tokens[i].text, start, token.count) { return tokens[i] }
      i = (i + 1) & tokenMask
    }
    return nil
  }

  /// The slot of a token that is no plain word.
  func classSlot(_ start: UnsafePointer<UInt8>, _ count: Int) -> ClassSlot? {
    var i = Int(truncatingIfNeeded: tokenHash(start, count)) & classMask
    while classes[i].text.rawValue != 0 {
      if isEqual(classes[i].text, start, count) { return classes[i] }
      i = (i + 1) & classMask
    }
    return nil
  }

  /// The usual spelling of a skeleton, or nil.
  func wordReference(_ start: UnsafePointer<UInt8>, _ count: Int) -> StringReference? {
    var i = Int(truncatingIfNeeded: tokenHash(start, count)) & wordMask
    while words[i].skeleton.rawValue != 0 {
      if isEqual(words[i].skeleton, start, count) { return words[i].word }
      i = (i + 1) & wordMask
    }
    return nil
  }

  /// The entry of a code point.
  ///
  /// - Precondition: `scalar` is at most 0x10FFFF.
  @inline(__always)
  func entry(of scalar: UInt32) -> CharacterEntry {
    let shift = UInt32(NameTablesFormat.pageShift)
    let page = Int(pageIndex[Int(scalar >> shift)])
    return pages[page << NameTablesFormat.pageShift + Int(scalar & (1 << shift - 1))]
  }

  @inline(__always)
  private func isEqual(
    _ text: StringReference, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard text.length == count else { return false }
    let stored = strings + text.offset
    var i = 0
    while i < count {
      if stored[i] != start[i] { return false }
      i += 1
    }
    return true
  }
}

/// The weights that do not depend on rarity, in 1/4096.
package enum TokenWeight {
  /// 0.12: particles come and go between spellings of one name.
  package static let particle: UInt16 = 492
  /// 0.15: half of all records leave the legal form out.
  package static let legalForm: UInt16 = 614
  /// 0.30
  package static let initial: UInt16 = 1229
  /// 0.05
  package static let title: UInt16 = 205
  /// 0.35: names of Eastern Slavs are given with and without the patronymic.
  package static let patronymic: UInt16 = 1434
  /// 0.6: one character of Han or Hangul, of which a name has two to four.
  package static let character: UInt16 = 2458

  /// From 0.5 for one digit to 1 for four: long numbers are identifiers.
  package static func number(digits: Int) -> UInt16 {
    switch digits {
    case ...1: 2048
    case 2: 2731
    case 3: 3413
    default: 4096
    }
  }

  /// Of a word that the tables do not know: short ones are often abbreviations, particles or slips.
  package static func unknown(letters: Int) -> UInt16 {
    switch letters {
    case ...2: 2048
    case 3: 2867
    case 4: 3686
    default: 4096
    }
  }
}
