internal import ArgumentParser
internal import NameNormalization
internal import NameScreening

/// Scores pairs of names: two arguments with an explanation, or a stream of pairs.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score two names, or the pairs {\"a\",\"b\",\"type\"} that stdin gives a line.",
    discussion: """
      Each line of stdin gives one line {"score":…} of stdout. A line that cannot be read gives \
      {"score":null}, its number on stderr and exit status 1.
      """)

  @Argument(help: "The name to screen and the listed name; without them stdin is read.")
  var names: [String] = []

  @OptionGroup var party: PartyTypeOption

  func validate() throws {
    if names.count != 0 && names.count != 2 {
      throw ValidationError("give two names, or none to read pairs from stdin")
    }
  }

  func run() throws {
    let status = try reportingFailure {
      names.isEmpty ? try scoreStream() : try scoreTwo()
    }
    if status != .success { throw status }
  }

  private func scoreTwo() throws -> ExitCode {
    var scorer = PairScorer(tables: .builtin)
    var (a, b) = (names[0], names[1])
    let lines = a.withUTF8 { a in
      b.withUTF8 { b in
        switch scorer.score(a, b, type: party.type) {
        case .unscreenable(let reason): ["unscreenable: \(reason)"]
        case .score: ExplanationText(scorer.explain(a, b, type: party.type)).lines
        }
      }
    }
    var output = StandardOutput()
    for line in lines { try output.writeLine(line) }
    try output.flush()
    return .success
  }
}
