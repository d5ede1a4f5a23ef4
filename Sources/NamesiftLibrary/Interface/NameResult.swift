internal import NameScreening
internal import Records

extension ScreenerHandle {
  /// Screens one name, and tells the result as JSON.
  func screen(_ party: PartyText, maximumMatchCount: Int) -> String {
    withWorker { worker in
      let verdict = worker.screen(party.name, of: party.facts)
      let matches = worker.matches
      return JSONWriter.text {
        $0.object {
          switch verdict {
          case .clear: $0.member("verdict", "clear")
          case .alert: $0.member("verdict", "alert")
          case .unscreenable: $0.member("verdict", "unscreenable")
          }
          $0.key("matches")
          $0.array(Array(matches.prefix(maximumMatchCount))) { match, json in
            write(match, worker.explain(party.name, of: party.facts, against: match), &json)
          }
          $0.member("omitted", max(matches.count - maximumMatchCount, 0))
          if case .unscreenable(let reason) = verdict {
            $0.member("reason", reason.code)
          } else {
            $0.member("reason", nil as String?)
          }
        }
      }
    }
  }

  private func write(
    _ match: NameMatch, _ explanation: ScoreExplanation, _ json: inout JSONWriter
  ) {
    let entry = screener.entry(match.entry)
    let name = entry.names[match.nameIndex]
    json.object {
      $0.member("list", entry.list)
      $0.member("uid", entry.uid)
      $0.member("name", entry.names[0].text)
      $0.member("matched_name", name.text)
      $0.member("name_type", "\(name.type)")
      $0.member("strength", "\(name.strength)")
      $0.member("score", match.score)
      $0.key("reasons")
      $0.array(explanation.reasons) { reason, json in json.value(reason) }
      $0.key("explanation")
      $0.raw(ExplanationJSON.object(explanation))
    }
  }
}
