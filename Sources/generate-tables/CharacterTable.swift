internal import CICU
internal import NameNormalization

/// What each code point folds to.
struct CharacterTable {
  private let letters: LetterRules
  private let overrides: [UInt32: Override]
  private let syllables: SyllableTable
  private let latinToAscii: AsciiLatin
  private var expansions: [UInt32] = []
  private var expansionPlaces: [[UInt32]: Int] = [:]

  /// What `characters.tsv` says of a code point.
  private enum Override {
    case entry(CharacterEntry)
    case text([UInt8])
  }

  /// Reads `characters.tsv`: the character or U+ its number, then `delete`, `separator` or letters.
  init(overrides file: TabSeparatedFile, letters: LetterRules, syllables: SyllableTable) throws {
    var overrides: [UInt32: Override] = [:]
    for row in file.rows {
      let scalar: UInt32
      if row[0].hasPrefix("U+"), let number = UInt32(row[0].dropFirst(2), radix: 16) {
        scalar = number
      } else if let only = row[0].unicodeScalars.first, row[0].unicodeScalars.count == 1 {
        scalar = only.value
      } else {
        throw row.error("'\(row[0])' is not one character")
      }
      guard overrides[scalar] == nil else { throw row.error("'\(row[0])' comes twice") }
      switch row[1] {
      case "delete": overrides[scalar] = .entry(.simple(CharacterEntry.Kind.deleted))
      case "separator": overrides[scalar] = .entry(.simple(CharacterEntry.Kind.separator))
      default: overrides[scalar] = .text(Array(row[1].utf8))
      }
    }
    self.overrides = overrides
    self.letters = letters
    self.syllables = syllables
    latinToAscii = try AsciiLatin()
  }

  /// Writes the sections of characters.
  mutating func write(to sections: inout TableSections) {
    let pageSize = 1 << NameTablesFormat.pageShift
    var index: [UInt16] = []
    var pages: [UInt32] = []
    var known: [[UInt32]: UInt16] = [:]
    for first in stride(from: 0, to: 0x110000, by: pageSize) {
      let page = (first..<first + pageSize).map { entry(of: UInt32($0)).rawValue }
      if known[page] == nil {
        known[page] = UInt16(pages.count / pageSize)
        pages += page
      }
      index.append(known[page]!)
    }
    sections.set(.pageIndex, index)
    sections.set(.pages, pages)
    sections.set(.expansions, expansions)
    sections.set(.ascii, asciiActions())
  }

  /// The signs that stand for letters where people evade screening.
  private static let signs = Array("$@".utf8)

  private mutating func asciiActions() -> [UInt8] {
    (0..<256).map { byte in
      if byte >= 128 { return AsciiAction.notAscii }
      let entry = entry(of: UInt32(byte))
      switch entry.rawValue & 15 {
      case CharacterEntry.Kind.ascii: return UInt8(entry.rawValue >> 8)
      case CharacterEntry.Kind.separator:
        return Self.signs.contains(UInt8(byte)) ? AsciiAction.sign : AsciiAction.separator
      case CharacterEntry.Kind.invisible: return AsciiAction.invisible
      default: return AsciiAction.deleted
      }
    }
  }

  private mutating func entry(of scalar: UInt32) -> CharacterEntry {
    typealias Kind = CharacterEntry.Kind
    guard let value = Unicode.Scalar(scalar) else { return .simple(Kind.separator) }
    switch overrides[scalar] {
    case .entry(let entry): return entry
    case .text(let text): return entry(forText: text)
    case nil: break
    }
    if letters.numbers[value] != nil { return letterEntry(value) }
    let folded = scalars(normalized(Array(String(value).utf8), form: .nfkcCaseFold) ?? [])
    if folded == [value] { return entryOfFolded(value) }
    // Default-ignorable characters fold to nothing.
    if folded.isEmpty { return .simple(Kind.invisible) }
    // A symbol that only decomposes to a space and a mark is one of its own kind.
    if category(scalar).first == "S", folded.contains(where: { category($0.value) == "Zs" }) {
      return .simple(Kind.separator)
    }
    return expanded(folded)
  }

  private mutating func expanded(_ folded: [Unicode.Scalar]) -> CharacterEntry {
    let entries = folded.map { entry(of: $0.value) }
    if entries.count == 1 { return entries[0] }
    let kept = entries.filter { $0.rawValue & 15 != CharacterEntry.Kind.mark }
    let ascii = kept.flatMap(asciiBytes)
    if kept.allSatisfy({ $0.rawValue & 15 == CharacterEntry.Kind.ascii }), ascii.count <= 3 {
      return ascii.isEmpty ? .simple(CharacterEntry.Kind.mark) : .ascii(ascii)
    }
    return expansion(entries)
  }

  private mutating func entry(forText text: [UInt8]) -> CharacterEntry {
    if text.count <= 3 { return .ascii(text) }
    return expansion(text.map { CharacterEntry.ascii([$0]) })
  }

  private mutating func expansion(_ entries: [CharacterEntry]) -> CharacterEntry {
    // Expansions in expansions are written out, so that they do not nest.
    let flat = entries.flatMap { entry -> [UInt32] in
      guard entry.rawValue & 15 == CharacterEntry.Kind.expansion else { return [entry.rawValue] }
      let start = Int(entry.rawValue >> 8)
      return Array(expansions[start + 1..<start + 1 + Int(expansions[start])])
    }
    if let place = expansionPlaces[flat] { return .expansion(at: place) }
    let place = expansions.count
    expansionPlaces[flat] = place
    expansions.append(UInt32(flat.count))
    expansions += flat
    return .expansion(at: place)
  }

  private func asciiBytes(_ entry: CharacterEntry) -> [UInt8] {
    [8, 16, 24].map { UInt8(truncatingIfNeeded: entry.rawValue >> $0) }.filter { $0 != 0 }
  }

  /// The entry of a character that NFKC case folding leaves as it is.
  private mutating func entryOfFolded(_ value: Unicode.Scalar) -> CharacterEntry {
    typealias Kind = CharacterEntry.Kind
    let category = category(value.value)
    switch category.first {
    case "Z", "P", "S": return .simple(Kind.separator)
    case "C":
      if category == "Cf" { return .simple(Kind.invisible) }
      if category == "Cc" {
        return .simple((9...13).contains(value.value) ? Kind.separator : Kind.invisible)
      }
      return .simple(Kind.separator)
    case "M": return markEntry(value)
    case "N":
      if case let digit = cicu_digit(value.value), digit >= 0 {
        return .ascii([UInt8(ascii: "0") + UInt8(digit)])
      }
      return script(value.value) == "Hani" ? hanEntry(value) : .simple(Kind.separator)
    default: return letterEntry(value)
    }
  }

  private func markEntry(_ value: Unicode.Scalar) -> CharacterEntry {
    typealias Kind = CharacterEntry.Kind
    if cicu_may_compose(value.value) != 0, Self.isCovered(script(value.value)) {
      return .simple(Kind.composing)
    }
    return .simple(Self.isCovered(script(value.value)) ? Kind.mark : Kind.foreign)
  }

  private mutating func letterEntry(_ value: Unicode.Scalar) -> CharacterEntry {
    typealias Kind = CharacterEntry.Kind
    var value = value
    // Katakana is read by the rules of Hiragana.
    if (0x30A1...0x30F6).contains(value.value), let kana = Unicode.Scalar(value.value - 0x60) {
      value = kana
    }
    let script = script(value.value)
    if let number = letters.numbers[value] {
      let isAbjad = script == "Arab" || script == "Hebr"
      return .letter(
        number, evidence: letters.evidence[value] ?? (isAbjad ? CharacterEntry.Evidence.abjad : 0))
    }
    switch script {
    case "Hani":
      return value.value == 0x3005 ? .simple(Kind.repetition) : hanEntry(value)
    case "Hang":
      guard let syllable = syllables.hangul[value.value] else { return .simple(Kind.composing) }
      return .hangul(syllable: syllable)
    default: break
    }
    if Self.isCovered(script) {
      let base = scalars(normalized(Array(String(value).utf8), form: .nfd) ?? [])
        .filter { category($0.value).first != "M" }
      if !base.isEmpty, base != [value] { return expanded(base) }
    }
    return asciiEntry(value, script)
  }

  /// The entry of a letter that has no rule: ASCII if ICU has letters for it.
  private mutating func asciiEntry(_ value: Unicode.Scalar, _ script: String) -> CharacterEntry {
    typealias Kind = CharacterEntry.Kind
    if value.isASCII { return .ascii([UInt8(value.value)]) }
    if !Self.isCovered(script) { return .simple(Kind.foreign) }
    let ascii = latinToAscii.letters(for: value)
    if !ascii.isEmpty { return entry(forText: ascii) }
    return .simple(category(value.value) == "Lm" ? Kind.mark : Kind.foreign)
  }

  private func hanEntry(_ value: Unicode.Scalar) -> CharacterEntry {
    let read = syllables.character(readAs: value)
    return .han(syllable: syllables.han(value, read), scalar: read == value.value ? 0 : read)
  }

  /// Whether the tables fold a script without ICU at run time.
  private static func isCovered(_ script: String) -> Bool {
    switch script {
    case "Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr", "Arab", "Hira", "Kana", "Hrkt", "Hang",
      "Hani", "Zyyy", "Zinh":
      true
    default: false
    }
  }
}

/// Latin letters that ICU knows to write in ASCII.
final class AsciiLatin {
  private let transliterator: Transliterator

  init() throws {
    guard let opened = Transliterator("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower") else {
      throw InputError(path: "ICU", line: 0, "has no Latin-ASCII transliterator")
    }
    transliterator = opened
  }

  /// The ASCII letters and digits that a letter becomes; empty if it stays what it is.
  func letters(for value: Unicode.Scalar) -> [UInt8] {
    let text = transliterator.transliterate(Array(String(value).utf8)) ?? []
    guard text.allSatisfy({ $0 < 128 }) else { return [] }
    return text.filter { (97...122).contains($0) || (48...57).contains($0) }
  }
}

/// The general category of a code point.
func category(_ scalar: UInt32) -> String {
  let code = cicu_category(scalar)
  return String(decoding: [UInt8(code >> 8), UInt8(code & 255)], as: UTF8.self)
}

/// The ISO 15924 code of a code point's script.
func script(_ scalar: UInt32) -> String {
  let code = cicu_script(scalar)
  return String(
    decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }, as: UTF8.self)
}

/// The code points of text in UTF-8.
func scalars(_ text: [UInt8]) -> [Unicode.Scalar] {
  Array(String(decoding: text, as: UTF8.self).unicodeScalars)
}
