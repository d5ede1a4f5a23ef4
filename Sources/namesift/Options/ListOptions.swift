internal import ArgumentParser
internal import NameScreening
internal import Watchlists

/// The lists to use: the options that every subcommand with lists has.
struct ListOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A list, repeatable; KIND is one of \(Self.kinds), by default told from the content.",
      discussion: "'builtin:' is a small sample inside the program, not a compliance list.",
      valueName: "[kind:]path"))
  var list: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A further file of an OFAC list (alt, add, comments), repeatable; without it such files "
        + "are looked for beside the list.", valueName: "path"))
  var part: [String] = []

  @Flag(name: .long, help: "Refuse lists with missing parts, unjoined ids or a missing end mark.")
  var requireComplete = false

  private static var kinds: String {
    WatchlistKind.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// Reads the lists.
  ///
  /// - Throws: `ValidationError` when there is no list, `WatchlistError` when one is refused.
  func load() throws -> [Watchlist] {
    try requireSome()
    return try list.map { specification in
      try WatchlistLoader.load(
        specification: specification, parts: part, requireComplete: requireComplete)
    }
  }

  /// Reads and indexes the lists, and tells on stderr what was found wrong in them.
  ///
  /// - Throws: As ``load()``.
  func screener() throws -> Screener {
    let screener = Screener(watchlists: try load())
    screener.summaries.forEach(report)
    return screener
  }

  /// Without a list nothing would be found, and that must not look like a clear result.
  func requireSome() throws {
    if list.isEmpty {
      throw ValidationError("no list: give --list [KIND:]PATH (--list builtin: is a sample)")
    }
    if list.count > 1 && !part.isEmpty {
      throw ValidationError(
        "with --part give one --list; parts beside their list are found without it")
    }
  }
}

/// Tells on stderr what a person must know of a list before trusting the results.
func report(_ summary: WatchlistSummary) {
  let limit = 20
  if summary.kind == .builtin {
    StandardError.write("builtin: is a sample list for trying out, not a compliance list")
  }
  for warning in summary.warnings.prefix(limit) { StandardError.write("warning: \(warning)") }
  if summary.warnings.count > limit {
    StandardError.write(
      "warning: \(summary.path): \(summary.warnings.count - limit) more; "
        + "'namesift lists' shows them all")
  }
}
