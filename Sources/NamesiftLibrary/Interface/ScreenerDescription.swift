internal import NameScreening
internal import Records

extension ScreenerHandle {
  /// What the screener was made of, as JSON, with the members of the run manifest.
  var description: String {
    JSONWriter.text {
      $0.object {
        $0.member("schema", 1)
        $0.member("engine", EngineVersion.current)
        $0.member("icu", screener.icuVersion)
        $0.member("tables", screener.tableVersion)
        $0.member("entries", screener.entryCount)
        $0.member("names", screener.nameCount)
        $0.key("lists")
        $0.array(screener.summaries) { summary, json in json.value(summary) }
        $0.key("policy")
        $0.value(policy)
      }
    }
  }
}
