package import Watchlists

extension JSONWriter {
  /// Writes what a list is, as `Data/schema/manifest-1.schema.json` has it.
  package mutating func value(_ summary: WatchlistSummary) {
    object {
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
}
