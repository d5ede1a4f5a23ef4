internal import NameNormalization

/// The letters of `letters.tsv`, numbered, with the rules that romanise them.
struct LetterRules {
  /// The number of each letter, from 1.
  private(set) var numbers: [Unicode.Scalar: Int] = [:]
  /// The language that a letter proves.
  private(set) var evidence: [Unicode.Scalar: UInt32] = [:]

  private struct Line {
    var letters: [Unicode.Scalar]
    var next: [Unicode.Scalar?]
    var position: UInt16
    var languages: UInt16
    var result: String
    var order: Int
  }
  private var lines: [Line] = []

  private static let languages: [String: UInt32] = [
    "uk": CharacterEntry.Evidence.ukrainian, "be": CharacterEntry.Evidence.belarusian,
    "sr": CharacterEntry.Evidence.serbian, "mk": CharacterEntry.Evidence.macedonian,
    "kk": CharacterEntry.Evidence.kazakh, "bg": CharacterEntry.Evidence.bulgarian,
    "ru": CharacterEntry.Evidence.russian,
  ]

  /// Reads `letters.tsv`: letters, result, where, languages, language that the letter proves.
  init(_ file: TabSeparatedFile) throws {
    for row in file.rows { try add(row) }
    for (letter, number) in numbers.sorted(by: { $0.value < $1.value }) where !hasDefault(letter) {
      _ = number
      throw InputError(
        path: file.rows[0].path, line: 0,
        "no rule for letter U+\(String(letter.value, radix: 16)) that applies everywhere")
    }
  }

  private func hasDefault(_ letter: Unicode.Scalar) -> Bool {
    lines.contains {
      $0.letters == [letter] && $0.next.isEmpty && $0.languages == .max
        && $0.position == LetterRule.Position.anywhere
    }
  }

  private mutating func add(_ row: TabSeparatedFile.Row) throws {
    let letters = Array(row[0].unicodeScalars)
    guard (1...4).contains(letters.count) else { throw row.error("expected one to four letters") }
    let result = row[1] == "-" ? "" : row[1]
    guard result.utf8.allSatisfy({ (97...122).contains($0) || $0 == 32 }) else {
      throw row.error("'\(row[1])' is not of lower-case ASCII letters")
    }
    var line = Line(
      letters: letters, next: [], position: LetterRule.Position.anywhere, languages: .max,
      result: result, order: lines.count)
    for condition in row[2].split(separator: " ") { try apply(condition, to: &line, row) }
    if !row[3].isEmpty {
      line.languages = 0
      for name in row[3].split(separator: " ") {
        guard let language = Self.languages[String(name)] else {
          throw row.error("unknown language '\(name)'")
        }
        line.languages |= 1 << UInt16(language)
      }
    }
    if !row[4].isEmpty {
      guard let language = Self.languages[row[4]] else {
        throw row.error("unknown language '\(row[4])'")
      }
      evidence[letters[0]] = language
    }
    for letter in letters + line.next.compactMap({ $0 }) where numbers[letter] == nil {
      numbers[letter] = numbers.count + 1
    }
    lines.append(line)
  }

  private func apply(
    _ condition: Substring, to line: inout Line, _ row: TabSeparatedFile.Row
  ) throws {
    switch condition {
    case "start": line.position = LetterRule.Position.start
    case "inner": line.position = LetterRule.Position.inner
    case "iotated": line.position = LetterRule.Position.iotated
    case _ where condition.hasPrefix("before="):
      // `$` is the end of the token.
      line.next = condition.dropFirst(7).unicodeScalars.map { $0 == "$" ? nil : $0 }
    default: throw row.error("unknown condition '\(condition)'")
    }
  }

  /// Writes the sections of the rules.
  func write(to sections: inout TableSections, _ strings: inout StringPool) {
    var firstRules: [UInt32] = [0]
    var rules: [LetterRule] = []
    var sets: [UInt16] = []
    let byLetter = Dictionary(grouping: lines, by: { numbers[$0.letters[0]] ?? 0 })
    for number in 1...numbers.count {
      firstRules.append(UInt32(rules.count))
      // Longer spellings first, then as the file has them.
      let ordered = (byLetter[number] ?? []).sorted {
        ($1.letters.count, $0.order) < ($0.letters.count, $1.order)
      }
      for line in ordered {
        let following = line.letters.dropFirst().map { UInt16(numbers[$0] ?? 0) } + [0, 0, 0]
        rules.append(
          LetterRule(
            following: (following[0], following[1], following[2]), languages: line.languages,
            position: line.position, nextStart: UInt32(sets.count),
            nextCount: UInt16(line.next.count), result: strings.reference(line.result)))
        sets += line.next.map { next in
          next.map { UInt16(numbers[$0] ?? 0) } ?? LetterRule.endOfToken
        }
      }
    }
    firstRules.append(UInt32(rules.count))
    sections.set(.letterRules, firstRules)
    sections.set(.rules, rules)
    sections.set(.letterSets, sets)
  }
}
