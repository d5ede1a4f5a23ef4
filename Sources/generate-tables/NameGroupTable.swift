/// The groups of related names: short forms of names, and the spellings of Chinese syllables.
struct NameGroupTable {
  /// The most groups that a token may belong to, which ``NameFamilies`` has room for.
  private static let maximumCount = 4
  /// The bit that tells groups of syllables from those of nicknames.
  private static let syllableBit: UInt16 = 1 << 15

  private var groups: [String: [UInt16]] = [:]
  private var count: UInt16 = 0

  /// The tokens that belong to a group.
  var tokens: Dictionary<String, [UInt16]>.Keys { groups.keys }

  /// The groups of a token, packed as in ``NameFamilies``.
  func packed(_ token: String) -> UInt64 {
    (groups[token] ?? []).reversed().reduce(0) { $0 << 16 | UInt64($1) }
  }

  /// Adds `nicknames.tsv`: the spellings of a name, its short forms.
  ///
  /// - Parameter family: All spellings of a name, by one of them.
  mutating func addNicknames(
    _ file: TabSeparatedFile, _ folder: inout SpellingFolder, family: (String) -> [String]
  ) throws {
    for row in file.rows {
      let names = try words(row[0], row, &folder).flatMap(family)
      try addGroup(names + words(row[1], row, &folder), kind: 0, row)
    }
  }

  /// Adds `syllables.tsv`: a syllable in pinyin, its spellings elsewhere.
  mutating func addSyllables(_ file: TabSeparatedFile, _ folder: inout SpellingFolder) throws {
    for row in file.rows {
      let spellings = try words(row[0], row, &folder) + words(row[1], row, &folder)
      try addGroup(spellings, kind: Self.syllableBit, row)
    }
  }

  private mutating func addGroup(
    _ spellings: [String], kind: UInt16, _ row: TabSeparatedFile.Row
  ) throws {
    count += 1
    for spelling in spellings {
      guard groups[spelling]?.last != count | kind else { continue }
      groups[spelling, default: []].append(count | kind)
      guard groups[spelling, default: []].count <= Self.maximumCount else {
        throw row.error("'\(spelling)' is in more than \(Self.maximumCount) groups")
      }
    }
  }

  private func words(
    _ text: String, _ row: TabSeparatedFile.Row, _ folder: inout SpellingFolder
  ) throws -> [String] {
    let words = text.split(separator: " ").map(String.init)
    for word in words where folder.readings(of: word) != [[word]] {
      throw row.error("'\(word)' is not a folded token")
    }
    return words
  }
}
