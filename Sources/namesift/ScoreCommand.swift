internal import ArgumentParser
internal import NameNormalization
internal import NameScreening
internal import Records
private import Glibc

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

  @Flag(name: .long, help: "Write the explanation of two names as one JSON object.")
  var json = false

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
        if case .unscreenable(let reason) = scorer.score(a, b, type: party.type) {
          return ["unscreenable: \(reason.words)"]
        }
        return scorer.explain(a, b, type: party.type).map { shown($0) } ?? []
      }
    }
    var output = StandardOutput()
    for line in lines { try output.writeLine(line) }
    try output.flush()
    return .success
  }

  private func shown(_ explanation: ScoreExplanation) -> [String] {
    guard json else { return ExplanationText(explanation).lines }
    return [ExplanationJSON.score(explanation)]
  }

  private func scoreStream() throws -> ExitCode {
    // As many lines as a person reads; the count at the end tells of the others.
    let limit = 100
    var shown = 0
    var stream = PairStream(scorer: PairScorer(tables: .builtin), output: STDOUT_FILENO) { pair in
      shown += 1
      if shown <= limit { StandardError.write("\(pair)") }
    }
    let counts = try stream.run(input: STDIN_FILENO)
    if counts.rejected > limit {
      StandardError.write("\(grouped(counts.rejected - limit)) more lines could not be read")
    }
    return counts.rejected > 0 ? .someRejected : .success
  }
}
