internal import ArgumentParser
internal import NameScreening
internal import NameSimilarity
internal import Watchlists

/// Measures the engine and a policy on labelled names.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure recall, precision and alert rate on labelled names, and show what is wrong.",
    discussion: """
      Each line of the labelled file is {"query":…,"candidate":…,"label":0 or 1} or, with --list, \
      {"query":…,"expected_uid":…}; "category" and "type" may be given. Names are shown: it is \
      your own labelled data. Pairs are judged by the threshold of their type, names against \
      lists by the whole policy.
      """)

  @Argument(help: ArgumentHelp("The labelled names, JSON Lines.", valueName: "labelled.jsonl"))
  var labelled: String

  @OptionGroup(title: "Lists") var lists: ListOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Names on no list, one a line: their alerts are false alarms.", valueName: "file"))
  var negatives: String?

  @OptionGroup(title: "Matching") var matching: PolicyOptions

  @Option(name: .long, help: "The most misses and false alarms to show.")
  var show = 20

  @Flag(name: .long, help: "Write one JSON object instead of text.")
  var json = false

  func validate() throws {
    if negatives != nil && lists.list.isEmpty {
      throw ValidationError("--negatives needs a --list to screen them against")
    }
    try require(show, "--show", in: 0...1_000_000)
  }

  func run() throws {
    let rejected = try reportingFailure {
      let policy = try matching.policy()
      let screener = lists.list.isEmpty ? nil : try lists.screener()
      var evaluator = Evaluator(screener, policy: policy)
      var (names, rejected) = try labelledNames(&evaluator)
      if let negatives { names += try negativeNames(negatives, &evaluator) }
      let evaluation = Evaluation(names, threshold: policy.threshold(list: "", type: .unknown))
      let report = EvaluationReport(evaluation: evaluation, shownCount: show)
      var output = StandardOutput()
      for line in json ? [report.json] : report.text { try output.writeLine(line) }
      try output.flush()
      return rejected
    }
    if rejected > 0 { throw ExitCode.someRejected }
  }

  /// The names of the labelled file, and how many lines cannot be used, which are told.
  private func labelledNames(
    _ evaluator: inout Evaluator
  ) throws -> (names: [ScoredName], rejected: Int) {
    // As many lines as a person reads; the count at the end tells of the others.
    let limit = 100
    var names: [ScoredName] = []
    var rejected = 0
    for (line, text) in try lines(of: labelled) {
      do throws(LabelledLineFault) {
        names.append(try evaluator.score(try LabelledName(text, line: line)))
      } catch {
        rejected += 1
        if rejected <= limit { StandardError.write("\(labelled):\(error.line): \(error.words)") }
      }
    }
    if rejected > limit {
      StandardError.write("\(grouped(rejected - limit)) more lines could not be used")
    }
    return (names, rejected)
  }

  private func negativeNames(
    _ path: String, _ evaluator: inout Evaluator
  ) throws -> [ScoredName] {
    var names: [ScoredName] = []
    for (line, text) in try lines(of: path) {
      names.append(evaluator.score(negative: String(decoding: text, as: UTF8.self), line: line))
    }
    return names
  }

  /// The lines of a file that are not blank, with their numbers.
  private func lines(of path: String) throws -> [(number: Int, text: ArraySlice<UInt8>)] {
    try contents(of: path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { ($0 + 1, $1) }
      .filter { line in line.1.contains { $0 > 0x20 } }
  }
}
