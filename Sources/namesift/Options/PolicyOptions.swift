internal import ArgumentParser
internal import NameScreening
internal import NameSimilarity
internal import Records

/// Which matches alert: the options that every subcommand which judges matches has.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The policy: thresholds, weak names, corroboration, as JSON.", valueName: "file"))
  var config: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The lowest score that is a match, 0.0001...1, in place of all thresholds of the policy.",
      valueName: "score"),
    transform: Self.threshold)
  var threshold: Score?

  /// The policy that the options ask for.
  ///
  /// - Throws: ``ConfigurationError`` when the file is not one, or a failure to read it.
  func policy() throws -> ScreeningPolicy {
    var policy = ScreeningPolicy()
    if let config {
      policy = try ScreeningPolicy(configuration: try contents(of: config), path: config)
    }
    if let threshold { policy.replaceThresholds(by: threshold) }
    return policy
  }

  private static func threshold(_ text: String) throws -> Score {
    guard let score = Score(text), score > .zero else {
      throw ValidationError(
        "'\(text)' is not a number in 0.0001...1 with at most four digits after the point")
    }
    return score
  }
}
