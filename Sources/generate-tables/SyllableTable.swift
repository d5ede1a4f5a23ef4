internal import NameNormalization

/// The sounds of Han and Hangul characters, and the characters that are one under two forms.
final class SyllableTable {
  /// The syllables by number; number 0 is none.
  private(set) var syllables: [String] = [""]
  /// The syllable of each Hangul character.
  private(set) var hangul: [UInt32: Int] = [:]
  private var numbers: [String: Int] = [:]
  private var forms: [UInt32: UInt32] = [:]
  private var readings: [UInt32: String] = [:]
  private let simplifier: Transliterator
  private let romaniser: Transliterator

  /// Reads `han-forms.tsv` (form, form to read it as) and `han-readings.tsv` (character, pinyin).
  init(forms formFile: TabSeparatedFile, readings readingFile: TabSeparatedFile) throws {
    guard let simplifier = Transliterator("Traditional-Simplified"),
      let romaniser = Transliterator("Han-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower")
    else { throw InputError(path: "ICU", line: 0, "has no transliterator for Han") }
    self.simplifier = simplifier
    self.romaniser = romaniser
    for row in formFile.rows {
      let pair = row[0].unicodeScalars.map(\.value) + row[1].unicodeScalars.map(\.value)
      guard pair.count == 2 else { throw row.error("expected one character for one") }
      forms[pair[0]] = pair[1]
    }
    for row in readingFile.rows {
      guard let value = row[0].unicodeScalars.first, row[0].unicodeScalars.count == 1 else {
        throw row.error("expected one character")
      }
      readings[value.value] = row[1]
      _ = number(row[1])
    }
  }

  /// The number of a syllable, which is added if it is new.
  func number(_ syllable: String) -> Int {
    if syllable.isEmpty { return 0 }
    if let number = numbers[syllable] { return number }
    numbers[syllable] = syllables.count
    syllables.append(syllable)
    return syllables.count - 1
  }

  /// The form of a Han character that all its forms are read as: the simplified one.
  func character(readAs value: Unicode.Scalar) -> UInt32 {
    if let form = forms[value.value] { return form }
    let simplified = scalars(simplifier.transliterate(Array(String(value).utf8)) ?? [])
    guard simplified.count == 1 else { return value.value }
    return forms[simplified[0].value] ?? simplified[0].value
  }

  /// The syllable of a Han character, or of the form that it is read as.
  func han(_ value: Unicode.Scalar, _ form: UInt32) -> Int {
    for candidate in [value.value, form] {
      if let reading = readings[candidate] { return number(reading) }
    }
    for candidate in [value.value, form] {
      guard let scalar = Unicode.Scalar(candidate) else { continue }
      let text = romaniser.transliterate(Array(String(scalar).utf8)) ?? []
      if !text.isEmpty, text.allSatisfy({ (97...122).contains($0) }) {
        return number(String(decoding: text, as: UTF8.self))
      }
    }
    return 0
  }

  /// Gives every Hangul syllable its Revised Romanisation, each character on its own.
  ///
  /// Source: the Revised Romanisation of Korean, 2000. Han must be numbered before: entries of Han
  /// characters have room for 1,024 syllables only.
  func numberHangul() {
    let leads = [
      "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
      "p", "h",
    ]
    let vowels = [
      "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
      "we", "wi", "yu", "eu", "ui", "i",
    ]
    let tails = [
      "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
      "t", "t", "ng", "t", "t", "k", "t", "p", "t",
    ]
    var scalar: UInt32 = 0xAC00
    for lead in leads {
      for vowel in vowels {
        for tail in tails {
          hangul[scalar] = number(lead + vowel + tail)
          scalar += 1
        }
      }
    }
  }

  /// Gives every Han character its number before Hangul takes the higher ones.
  func numberHan() {
    for range in [0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD] {
      for scalar in range {
        guard let value = Unicode.Scalar(UInt32(scalar)), script(value.value) == "Hani" else {
          continue
        }
        _ = han(value, character(readAs: value))
      }
    }
  }

  /// The surnames of `surnames.tsv`: characters, reading, other reading, syllables between spaces.
  func surnames(_ file: TabSeparatedFile) throws -> [SurnameReading] {
    var seen: Set<String> = []
    let readings = try file.rows.map { row in
      let characters = row[0].unicodeScalars.map { script($0.value) == "Hani" ? character(readAs: $0) : $0.value }
      guard (1...2).contains(characters.count), seen.insert(row[0]).inserted else {
        throw row.error("expected one or two characters that did not come before")
      }
      return SurnameReading(
        first: characters[0], second: characters.count > 1 ? characters[1] : 0,
        reading: try pair(row[1], characters.count, row),
        alternate: row[2].isEmpty ? (0, 0) : try pair(row[2], characters.count, row))
    }
    return readings.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func pair(
    _ text: String, _ count: Int, _ row: TabSeparatedFile.Row
  ) throws -> (UInt16, UInt16) {
    let parts = text.split(separator: " ").map { UInt16(number(String($0))) }
    guard parts.count == count else { throw row.error("'\(text)' is not \(count) syllables") }
    return (parts[0], count > 1 ? parts[1] : 0)
  }
}
