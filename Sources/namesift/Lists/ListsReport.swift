internal import Records
internal import Watchlists

/// What `namesift lists` writes.
enum ListsReport {
  /// One line of JSON: an array with an object for each list.
  static func json(_ summaries: [WatchlistSummary]) -> String {
    "[" + summaries.map(object).joined(separator: ",") + "]"
  }

  private static func object(_ summary: WatchlistSummary) -> String {
    let programs = summary.programCounts.map { "\(JSONText.quoted($0.program)):\($0.count)" }
    let members = [
      ("list", JSONText.quoted(summary.name)),
      ("kind", JSONText.quoted(summary.kind.rawValue)),
      ("path", JSONText.quoted(summary.path)),
      ("parts", "[" + summary.parts.map(JSONText.quoted).joined(separator: ",") + "]"),
      ("published", summary.published.map { JSONText.quoted($0.description) } ?? "null"),
      ("sha256", JSONText.quoted(summary.sha256)),
      ("entries", "\(summary.entryCount)"),
      ("names", "\(summary.nameCount)"),
      ("weak_names", "\(summary.weakNameCount)"),
      ("identifiers", "\(summary.identifierCount)"),
      ("by_program", "{" + programs.joined(separator: ",") + "}"),
      ("warnings", "[" + summary.warnings.map(object).joined(separator: ",") + "]"),
    ]
    return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  private static func object(_ warning: WatchlistWarning) -> String {
    "{\"file\":\(JSONText.quoted(warning.path)),\"line\":\(warning.line),"
      + "\"message\":\(JSONText.quoted(warning.message)),\"count\":\(warning.count)}"
  }

  /// For people: a block for each list.
  static func text(_ summaries: [WatchlistSummary]) -> [String] {
    summaries.flatMap { summary in
      var lines = ["\(summary.name)  \(summary.path)"]
      if !summary.parts.isEmpty { lines.append("  with " + summary.parts.joined(separator: ", ")) }
      lines.append("  published \(summary.published.map(\.description) ?? "unknown")")
      lines.append("  sha256 \(summary.sha256)")
      lines.append(
        "  \(grouped(summary.entryCount)) entries, \(grouped(summary.nameCount)) names "
          + "(\(grouped(summary.weakNameCount)) weak), "
          + "\(grouped(summary.identifierCount)) identifiers")
      var programs = TextTable(["program", "entries"])
      for program in summary.programCounts {
        programs.append([program.program, grouped(program.count)])
      }
      lines += programs.lines.map { "  \($0)" }
      lines += summary.warnings.map { "  warning: \($0)" }
      return lines + [""]
    }
  }
}
