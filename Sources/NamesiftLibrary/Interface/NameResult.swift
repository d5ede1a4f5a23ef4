internal import NameSimilarity
internal import Records
internal import Watchlists

extension ScreenerHandle {
  /// Screens one name as a record that has nothing else, and tells the result as JSON.
  func screen(
    _ party: PartyText, maximumMatchCount: Int
  ) throws(LibraryError) -> String {
    let layout = try PartyText.layout()
    return withWorker { worker in
      worker.begin(layout, maximumMatchCount: maximumMatchCount)
      worker.beginRow()
      for (text, column) in zip(party.texts, layout.columns) {
        if let text { worker.add(text, field: column.field) }
      }
      return Self.json(worker.screenRow() ?? TableRecord())
    }
  }

  private static func json(_ record: TableRecord) -> String {
    let reason = record.notices.first?.code
    return JSONWriter.text {
      $0.object {
        $0.member(
          "verdict",
          !record.matches.isEmpty ? "alert" : reason != nil ? "unscreenable" : "clear")
        $0.key("matches")
        $0.array(record.matches) { match, json in write(match, &json) }
        $0.member("omitted", record.omittedCount)
        $0.member("reason", record.matches.isEmpty ? reason : nil)
      }
    }
  }

  private static func write(_ match: TableRecord.Match, _ json: inout JSONWriter) {
    let name = match.entry.names[match.nameIndex]
    json.object {
      $0.member("list", match.entry.list)
      $0.member("uid", match.entry.uid)
      $0.member("name", match.entry.names[0].text)
      $0.member("matched_name", name.text)
      $0.member("name_type", name.type.label)
      $0.member("strength", name.strength.label)
      $0.member("score", match.score)
      $0.key("reasons")
      $0.array(match.reasons) { reason, json in json.value(reason) }
      $0.key("explanation")
      if let explanation = match.explanation {
        $0.raw(ExplanationJSON.object(explanation))
      } else {
        $0.null()
      }
      $0.member("identity", match.identity)
      $0.member("outcome", match.outcome)
      $0.key("measures")
      $0.raw(match.measures)
    }
  }
}
