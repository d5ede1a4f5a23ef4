internal import Measures
internal import NameScreening
internal import Watchlists

/// The lists that a run was about.
struct ScreenedLists {
  /// Those screened against.
  var current: [WatchlistSummary]
  /// Those that they were compared with, for a run that compares; otherwise nil.
  var previous: [WatchlistSummary]?
}

/// The account of a run, as `Data/schema/manifest-1.schema.json` has it.
struct RunManifest {
  let configuration: RunConfiguration
  let screener: Screener
  let lists: ScreenedLists
  let inputs: [String]
  let result: RunResult
  /// Why the run failed, or nil.
  let error: RunError?

  /// The manifest as JSON with a line end.
  func write(to output: inout ByteBuffer) {
    var json = JSONWriter(output: consume output)
    json.object {
      $0.member("schema", 1)
      $0.member("engine", configuration.engineVersion)
      $0.member("icu", screener.icuVersion)
      $0.member("tables", screener.tableVersion)
      $0.member("complete", error == nil && result.isComplete)
      $0.member("ending", ending)
      $0.member("error", error?.description)
      $0.key("lists")
      $0.array(lists.current) { summary, json in list(summary, &json) }
      if let previous = lists.previous {
        $0.key("previous_lists")
        $0.array(previous) { summary, json in list(summary, &json) }
      }
      $0.key("configuration")
      writeConfiguration(&$0)
      $0.key("inputs")
      $0.array(inputs) { path, json in json.value(path) }
      $0.key("records")
      writeCounts(&$0)
      $0.key("outcomes")
      writeOutcomes(&$0)
      $0.key("suppressed")
      writeSuppressed(&$0)
      if lists.previous != nil {
        $0.key("changes")
        writeChanges(&$0)
      }
      $0.member("names", result.counts.names)
      $0.member("identifiers", result.counts.identifiers)
      $0.member("bytes", result.byteCount)
      $0.member("seconds", thousandths: Int(result.seconds * 1000))
      $0.member("names_per_second", namesPerSecond)
      $0.member("peak_memory_bytes", result.peakByteCount)
      $0.key("verification")
      writeVerification(&$0)
    }
    output = json.finish()
    output.append(ASCII.lineFeed)
  }

  private var ending: String {
    if error != nil { return "failed" }
    return switch result.ending {
    case .complete: "complete"
    case .stopped: "stopped"
    case .outputClosed: "output_closed"
    }
  }

  private var namesPerSecond: Int {
    result.seconds > 0 ? Int(Double(result.counts.names) / result.seconds) : 0
  }

  private func list(_ summary: WatchlistSummary, _ json: inout JSONWriter) {
    json.object {
      $0.member("list", summary.name)
      $0.member("kind", summary.kind.rawValue)
      $0.member("path", summary.path)
      $0.key("parts")
      $0.array(summary.parts) { part, json in json.value(part) }
      $0.member("published", summary.published?.description)
      $0.member("sha256", summary.sha256)
      $0.member("checked", summary.checkedAt?.description)
      $0.member("entries", summary.entryCount)
      $0.member("names", summary.nameCount)
      $0.member("gate", summary.gate)
      $0.key("warnings")
      $0.array(summary.warnings) { warning, json in
        json.object {
          $0.member("path", warning.path)
          $0.member("line", warning.line)
          $0.member("message", warning.message)
          $0.member("count", warning.count)
        }
      }
    }
  }

  private func writeConfiguration(_ json: inout JSONWriter) {
    json.object {
      $0.member("input_format", configuration.inputFormat?.rawValue ?? "auto")
      $0.member("encoding", configuration.encoding.rawValue)
      $0.key("fields")
      if let fields = configuration.fields {
        $0.array(fields.fields) { field, json in
          json.value("\(field.role).\(field.attribute.rawValue)=\(field.path)")
        }
      } else {
        $0.null()
      }
      $0.key("policy")
      $0.value(configuration.policy)
      $0.key("facts")
      $0.array(configuration.judging.facts.specifications) { fact, json in json.value(fact) }
      $0.member("as_of", configuration.judging.asOf?.earliest.description)
      $0.member("now", configuration.judging.now.earliest.description)
      $0.member("measures", configuration.judging.measuresPath)
      $0.member("instruments", configuration.judging.instruments?.path)
      $0.member("ownership", configuration.judging.ownership?.path)
      $0.member("max_matches", configuration.maximumMatchCount)
      $0.member("max_list_age", configuration.maximumListAge)
      $0.member("emit", configuration.emitsAll ? "all" : "alerts")
      $0.member("explain", configuration.explains)
      $0.member("verify", configuration.verificationCount)
      $0.member("threads", configuration.threadCount)
    }
  }

  private func writeCounts(_ json: inout JSONWriter) {
    json.object {
      $0.member("in", result.counts.records)
      $0.member("clear", result.counts.clear)
      $0.member("alert", result.counts.alert)
      $0.member("unscreenable", result.counts.unscreenable)
      $0.member("rejected", result.counts.rejected)
    }
  }

  private func writeOutcomes(_ json: inout JSONWriter) {
    json.object {
      for outcome in Outcome.allCases.reversed() {
        $0.member(outcome.rawValue, result.counts.outcomes[outcome])
      }
    }
  }

  private func writeSuppressed(_ json: inout JSONWriter) {
    json.object {
      for reason in SuppressionReason.allCases {
        $0.member(reason.rawValue, result.counts.suppressed[reason])
      }
    }
  }

  private func writeChanges(_ json: inout JSONWriter) {
    json.object {
      $0.member("new", result.counts.changes.new)
      $0.member("vanished", result.counts.changes.vanished)
      $0.member("changed", result.counts.changes.changed)
    }
  }

  private func writeVerification(_ json: inout JSONWriter) {
    guard let verification = result.verification else { return json.null() }
    json.object {
      $0.member("records", verification.recordCount)
      $0.key("differences")
      $0.array(verification.differences) { difference, json in
        json.object {
          $0.member("source", difference.source)
          $0.member("number", difference.number)
          $0.member("offset", difference.offset)
        }
      }
    }
  }
}
