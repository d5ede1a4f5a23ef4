/// A phrase of `phrases.tsv` with its alternatives: `nauchno|nauchnoe proizvodstvennoe`.
///
/// Words stand between spaces and their alternatives between bars. An alternative `-` leaves the
/// word out, and `=name` stands for the words of the line that has `=name` in its first column.
struct PhrasePattern {
  private let words: [[String]]

  /// Reads the pattern in the second column of a row.
  init(_ row: TabSeparatedFile.Row, sets: [String: [String]]) throws {
    words = try row[1].split(separator: " ").map { word in
      try word.split(separator: "|").map(String.init).flatMap { alternative in
        if alternative.hasPrefix("=") {
          guard let set = sets[alternative] else {
            throw row.error("'\(alternative)' is not defined above")
          }
          return set
        }
        guard alternative == "-" || alternative.utf8.allSatisfy(Self.isWordByte) else {
          throw row.error("'\(alternative)' is not a folded token")
        }
        return [alternative]
      }
    }
  }

  /// The alternatives of a pattern of one word.
  func singleWords(_ row: TabSeparatedFile.Row) throws -> [String] {
    guard words.count == 1 else { throw row.error("\(words.count) words; expected one") }
    return words[0]
  }

  /// Every phrase that the pattern stands for.
  var phrases: [[String]] {
    words.reduce([[]]) { phrases, alternatives in
      phrases.flatMap { phrase in alternatives.map { $0 == "-" ? phrase : phrase + [$0] } }
    }
  }

  /// A phrase with some of its spaces left out, as where hyphens stood and were dropped.
  static func gluings(of phrase: [String]) -> [[String]] {
    if phrase.count < 2 { return [] }
    let pairs = (1..<phrase.count).map { i in
      Array(phrase[..<(i - 1)]) + [phrase[i - 1] + phrase[i]] + Array(phrase[(i + 1)...])
    }
    return phrase.count == 2 ? pairs : pairs + [[phrase.joined()]]
  }

  /// A phrase with the last word first, and the same where some words hang together, as those
  /// between hyphens do in a name with the last word first: `bureau experimental design`.
  static func reversals(of phrase: [String]) -> [[String]] {
    // Each bit says whether a space is where the phrase is cut; 0 cuts nowhere.
    let everywhere = (1 << (phrase.count - 1)) - 1
    let cuts = phrase.count <= 5 ? Array(stride(from: 1, through: everywhere, by: 1)) : [everywhere]
    return cuts.map { cut in
      var parts = [[phrase[0]]]
      for i in 1..<phrase.count {
        if cut & (1 << (i - 1)) != 0 {
          parts.append([phrase[i]])
        } else {
          parts[parts.count - 1].append(phrase[i])
        }
      }
      return Array(parts.reversed().joined())
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
