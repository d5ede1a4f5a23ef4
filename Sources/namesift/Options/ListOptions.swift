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
  /// - Parameter admit: What becomes of the lists before they are indexed.
  /// - Throws: As ``load()``, and what `admit` throws.
  func screener(admitting admit: ([Watchlist]) throws -> [Watchlist] = { $0 }) throws -> Screener {
    let screener = Screener(watchlists: try admit(try load()))
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

/// Lists or the index that was made of them: the options of a subcommand that takes either.
struct ListsOrIndex: ParsableArguments {
  @OptionGroup(title: "Lists") var lists: ListOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An index made by 'namesift compile', in place of --list.", valueName: "file"))
  var index: String?

  func validate() throws {
    if index == nil { return try lists.requireSome() }
    if !(lists.list.isEmpty && lists.part.isEmpty && !lists.requireComplete) {
      throw ValidationError("give --list or --index, not both: an index carries its lists")
    }
  }

  /// Opens the index, or reads and indexes the lists, and tells on stderr what was found wrong.
  ///
  /// - Throws: `IndexFileError`, or as ``ListOptions/load()``.
  func screener() throws -> Screener {
    guard let index else { return try lists.screener() }
    let screener = try Screener(indexFile: index)
    screener.summaries.forEach(report)
    return screener
  }
}

/// Tells on stderr what a person must know of a list before trusting the results.
func report(_ summary: WatchlistSummary) {
  let limit = 20
  if summary.kind == .builtin {
    StandardError.write("builtin: is a sample list for trying out, not a compliance list")
  }
  if let gate = summary.gate { gate.warnings(of: summary).forEach(StandardError.write) }
  for warning in summary.warnings.prefix(limit) { StandardError.write("warning: \(warning)") }
  if summary.warnings.count > limit {
    StandardError.write(
      "warning: \(summary.path): \(summary.warnings.count - limit) more; "
        + "'namesift lists' shows them all")
  }
}

extension GateRecord {
  /// What a person must know of the gate, without names.
  fileprivate func warnings(of list: WatchlistSummary) -> [String] {
    var warnings = suspicions.map { "warning: \(list.path): \($0)" }
    if heldCount > 0 {
      warnings.append(
        "warning: \(list.path): \(grouped(heldCount)) removals are held and screened against; "
          + "approve them by 'namesift compile --approve-removals'")
    }
    if approvedCount > 0 {
      warnings.append(
        "\(list.path): \(grouped(approvedCount)) suspicious removals were approved")
    }
    return warnings
  }
}
