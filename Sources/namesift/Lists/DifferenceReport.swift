internal import Records
internal import Watchlists

/// What `namesift lists diff` writes.
struct DifferenceReport {
  private let old: ListVersion
  private let new: ListVersion
  private let difference: ListDifference

  init(from old: ListVersion, to new: ListVersion) {
    self.old = old
    self.new = new
    difference = ListDifference(from: old.entries, to: new.entries)
  }

  // MARK: - For people

  /// The longest text of a fact in the table, in characters; JSON has all of it.
  private static let factWidth = 60

  /// A table with a row for each entry, and for each field of a changed one, and a sum.
  var text: [String] {
    var table = TextTable(["change", "list", "uid", "name", "field", "was", "is"])
    func append(_ change: String, _ entry: WatchlistEntry, _ fields: [String]) {
      table.append(
        [change, entry.list, entry.uid, Self.cut(entry.names[0].text)] + fields)
    }
    for entry in difference.added { append("added", entry, ["", "", ""]) }
    for entry in difference.removed { append("removed", entry, ["", "", ""]) }
    for change in difference.changed {
      for field in change.fields {
        append(
          "changed", change.new,
          [field.name, Self.cut(field.removed), Self.cut(field.added)])
      }
    }
    return (difference.isEmpty ? [] : table.lines) + [sum]
  }

  private var sum: String {
    "\(grouped(difference.added.count)) added, \(grouped(difference.removed.count)) removed, "
      + "\(grouped(difference.changed.count)) changed, "
      + "\(grouped(difference.unchangedCount)) unchanged"
  }

  private static func cut(_ facts: [EntryFact]) -> String {
    cut(facts.map(\.description).joined(separator: "; "))
  }

  private static func cut(_ text: String) -> String {
    text.count > factWidth ? text.prefix(factWidth - 1) + "…" : text
  }

  // MARK: - For programs

  /// One JSON object, as `Data/schema/lists-diff-1.schema.json` has it.
  var json: String {
    JSONWriter.text { json in
      json.object {
        $0.member("schema", 1)
        $0.key("old")
        Self.write(old, to: &$0)
        $0.key("new")
        Self.write(new, to: &$0)
        $0.key("added")
        $0.array(difference.added) { entry, json in
          json.object { Self.write(entry, to: &$0) }
        }
        $0.key("removed")
        $0.array(difference.removed) { entry, json in
          json.object { Self.write(entry, to: &$0) }
        }
        $0.key("changed")
        $0.array(difference.changed) { change, json in Self.write(change, to: &json) }
        $0.member("unchanged", difference.unchangedCount)
      }
    }
  }

  private static func write(_ version: ListVersion, to json: inout JSONWriter) {
    json.array(version.summaries) { summary, json in
      json.object {
        $0.member("list", summary.name)
        $0.member("path", summary.path)
        $0.member("published", summary.published?.description)
        $0.member("sha256", summary.sha256)
        $0.member("entries", summary.entryCount)
      }
    }
  }

  /// Writes the members that tell which entry it is, and its state.
  private static func write(_ entry: WatchlistEntry, to json: inout JSONWriter) {
    json.member("list", entry.list)
    json.member("uid", entry.uid)
    json.member("name", entry.names[0].text)
    json.member("hash", entry.contentHash.description)
  }

  private static func write(_ change: ListDifference.Change, to json: inout JSONWriter) {
    json.object {
      write(change.new, to: &$0)
      $0.member("old_hash", change.old.contentHash.description)
      $0.key("fields")
      $0.array(change.fields) { field, json in
        json.object {
          $0.member("field", field.name)
          $0.key("removed")
          $0.array(field.removed) { fact, json in json.value(fact.description) }
          $0.key("added")
          $0.array(field.added) { fact, json in json.value(fact.description) }
        }
      }
    }
  }
}
