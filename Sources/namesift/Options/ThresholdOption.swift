internal import ArgumentParser
internal import NameSimilarity

/// The lowest score that is reported.
struct ThresholdOption: ParsableArguments {
  @Option(
    name: .long, help: "The lowest score that is a match, 0.0001...1.", transform: Self.threshold)
  var threshold = Score(tenThousandths: 8500)

  private static func threshold(_ text: String) throws -> Score {
    guard let score = Score(text), score > .zero else {
      throw ValidationError(
        "'\(text)' is not a number in 0.0001...1 with at most four digits after the point")
    }
    return score
  }
}
