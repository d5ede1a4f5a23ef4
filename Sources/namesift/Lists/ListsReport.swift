internal import Records
internal import Watchlists

/// What `namesift lists show` writes.
enum ListsReport {
  /// One line of JSON: an array with an object for each list.
  static func json(_ summaries: [WatchlistSummary]) -> String {
    JSONWriter.text { json in json.array(summaries, write) }
  }

  private static func write(_ summary: WatchlistSummary, to json: inout JSONWriter) {
    json.object {
      $0.member("list", summary.name)
      $0.member("kind", summary.kind.rawValue)
      $0.member("path", summary.path)
      $0.key("parts")
      $0.array(summary.parts) { part, json in json.value(part) }
      $0.member("published", summary.published?.description)
      $0.member("checked", summary.checkedAt?.description)
      $0.member("sha256", summary.sha256)
      $0.member("entries", summary.entryCount)
      $0.member("names", summary.nameCount)
      $0.member("weak_names", summary.weakNameCount)
      $0.member("identifiers", summary.identifierCount)
      $0.key("by_program")
      $0.object { json in
        for program in summary.programCounts { json.member(program.program, program.count) }
      }
      $0.member("gate", summary.gate)
      $0.key("warnings")
      $0.array(summary.warnings) { warning, json in
        json.object {
          $0.member("file", warning.path)
          $0.member("line", warning.line)
          $0.member("message", warning.message)
          $0.member("count", warning.count)
        }
      }
    }
  }

  /// For people: a block for each list.
  static func text(_ summaries: [WatchlistSummary]) -> [String] {
    summaries.flatMap { summary in
      var lines = ["\(summary.name)  \(summary.path)"]
      if !summary.parts.isEmpty { lines.append("  with " + summary.parts.joined(separator: ", ")) }
      lines.append("  published \(summary.published.map(\.description) ?? "unknown")")
      if let checked = summary.checkedAt { lines.append("  checked \(checked)") }
      lines.append("  sha256 \(summary.sha256)")
      lines.append(
        "  \(grouped(summary.entryCount)) entries, \(grouped(summary.nameCount)) names "
          + "(\(grouped(summary.weakNameCount)) weak), "
          + "\(grouped(summary.identifierCount)) identifiers")
      if let gate = summary.gate { lines += text(gate) }
      var programs = TextTable(["program", "entries"])
      for program in summary.programCounts {
        programs.append([program.program, grouped(program.count)])
      }
      lines += programs.lines.map { "  \($0)" }
      lines += summary.warnings.map { "  warning: \($0)" }
      return lines + [""]
    }
  }

  private static func text(_ gate: GateRecord) -> [String] {
    [
      "  gate: \(grouped(gate.addedCount)) added, \(grouped(gate.changedCount)) changed, "
        + "\(grouped(gate.removedCount)) removed, \(grouped(gate.heldCount)) removals held, "
        + "\(grouped(gate.approvedCount)) approved",
      "  in place of sha256 \(gate.previousSHA256)",
    ] + gate.suspicions.map { "  suspicious: \($0)" }
  }
}
