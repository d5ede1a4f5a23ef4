import Glibc
import NameScreening
import NameSimilarity
import Testing
import Watchlists

/// The labelled pairs of `Data/golden/pairs.tsv`, with the scores that they have.
///
/// `RECORD=1 swift test --filter GoldenPairTests` records scores and states anew; the difference is
/// for an auditor to read.
@Suite("Golden pairs")
struct GoldenPairTests {
  private struct Pair {
    var line: Int
    var category: String
    var type: PartyType
    var isSame: Bool
    var query: String
    var listed: String
    var reason: String
    var score: String
    /// `held` where the default threshold agrees with the label, `open` where it does not yet.
    var state: String

    var text: String {
      let type = [PartyType.person: "person", .organisation: "organisation", .vessel: "vessel"]
      return [
        category, type[self.type] ?? "", isSame ? "1" : "0", query, listed, reason, score, state,
      ].joined(separator: "\t")
    }
  }

  private static var path: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
      + "/Data/golden/pairs.tsv"
  }

  private static func contents() throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The comments with the header, and the pairs.
  private static func read() throws -> (head: [Substring], pairs: [Pair]) {
    let lines = try contents().split(separator: "\n")
    let headCount = lines.prefix { $0.hasPrefix("#") }.count + 1
    let pairs = try lines.enumerated().dropFirst(headCount).map { i, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 8, "line \(i + 1)")
      let types = ["person": PartyType.person, "organisation": .organisation, "vessel": .vessel]
      return Pair(
        line: i + 1, category: cells[0], type: try #require(types[cells[1]], "line \(i + 1)"),
        isSame: cells[2] == "1", query: cells[3], listed: cells[4], reason: cells[5],
        score: cells[6], state: cells[7])
    }
    return (Array(lines[..<headCount]), pairs)
  }

  /// The pair with the score and the state that it has now.
  private static func scored(_ pair: Pair, by scorer: inout PairScorer) throws -> Pair {
    var pair = pair
    var (query, listed) = (pair.query, pair.listed)
    let result = query.withUTF8 { query in
      listed.withUTF8 { scorer.score(query, $0, type: pair.type) }
    }
    guard case .score(let score) = result else {
      Issue.record("line \(pair.line): unscreenable")
      return pair
    }
    let threshold = ScreeningPolicy().threshold(list: "", type: pair.type)
    pair.score = score.description
    pair.state = (score >= threshold) == pair.isSame ? "held" : "open"
    return pair
  }

  @Test func everyPairScoresAsRecorded() throws {
    let (head, pairs) = try Self.read()
    var scorer = PairScorer(tables: .builtin)
    let scored = try pairs.map { try Self.scored($0, by: &scorer) }
    if getenv("RECORD") != nil {
      let text = (head.map(String.init) + scored.map(\.text)).joined(separator: "\n") + "\n"
      let file = try #require(fopen(Self.path, "w"))
      defer { fclose(file) }
      #expect(fputs(text, file) >= 0)
      return
    }
    for (now, recorded) in zip(scored, pairs) {
      #expect(
        now.score == recorded.score && now.state == recorded.state,
        "line \(now.line): \(now.query) | \(now.listed): \(now.reason)")
    }
  }

  @Test func thePairsAreManyAndOfBothKinds() throws {
    let pairs = try Self.read().pairs
    #expect(pairs.count >= 250)
    #expect(pairs.count { !$0.isSame } >= 80)
    let names = pairs.map { "\($0.query)\t\($0.listed)" }
    #expect(Set(names).count == names.count)
    #expect(pairs.allSatisfy { !$0.reason.isEmpty })
  }
}
