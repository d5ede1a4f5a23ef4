import FoundationEssentials
import TestSupport
import Testing

@testable import Watchlists

/// The SDN list as published on eleven days, and the log of what changed between, row by row.
@Suite("Snapshots of the SDN list and their deltas")
struct SnapshotDeltaTests {
  private static let dates = [
    "2021-08-18", "2022-01-05", "2022-02-17", "2022-04-08", "2022-12-28", "2023-06-29",
    "2023-12-28", "2024-02-20", "2024-02-23", "2024-04-26", "2024-05-02",
  ]
  private static let log =
    "lists/ofac_sdn/sdn_history_deltas_2021-08-18_to_2024-05-03.jsonl.gz"

  /// What a line of the log says.
  private struct Delta: Decodable {
    var date: String
    var total: Int
    var added: [[String]]
    var removed: [String]
    var changed: [[String]]
  }

  @Test("applying the deltas gives each snapshot, and comparing snapshots gives the deltas")
  func agree() throws {
    guard let log = SharedFiles.path(Self.log) else { return }
    let lines = try SourceFile(path: log).bytes.split(separator: UInt8(ascii: "\n"))
    var deltas = try lines.map { try JSONDecoder().decode(Delta.self, from: Data($0)) }[...]

    guard var snapshot = try load(Self.dates[0]) else { return }
    var rows = try self.rows(Self.dates[0])
    for date in Self.dates.dropFirst() {
      guard let next = try load(date) else { return }
      let rowsBefore = rows
      while let delta = deltas.first, delta.date <= date {
        deltas.removeFirst()
        for uid in delta.removed { rows[uid] = nil }
        for row in delta.added + delta.changed { rows[row[0]] = row }
        #expect(rows.count == delta.total)
      }
      #expect(try rows == self.rows(date))
      let applied = try watchlist(rows)
      let rest = ListDifference(from: applied, to: next.entries)
      #expect(rest.isEmpty && rest.unchangedCount == next.entries.count, "\(date)")

      let difference = ListDifference(from: snapshot.entries, to: next.entries)
      let (old, new) = (Set(rowsBefore.keys), Set(rows.keys))
      #expect(Set(difference.added.map(\.uid)) == new.subtracting(old), "\(date)")
      #expect(Set(difference.removed.map(\.uid)) == old.subtracting(new), "\(date)")
      let changed = Set(new.intersection(old).filter { rows[$0] != rowsBefore[$0] })
      #expect(Set(difference.changed.map(\.new.uid)) == changed, "\(date)")
      snapshot = next
    }
    // The last delta is that of the day after the last snapshot.
    #expect(deltas.map(\.date) == ["2024-05-03"])
  }

  private func path(_ date: String) -> String? {
    SharedFiles.path("lists/ofac_sdn/snapshots/sdn_\(date).csv.gz")
  }

  private func load(_ date: String) throws -> Watchlist? {
    guard let path = path(date) else { return nil }
    return try WatchlistLoader.load(specification: path)
  }

  /// The rows of a snapshot by their identifiers.
  private func rows(_ date: String) throws -> [String: [String]] {
    let file = try SourceFile(path: path(date) ?? "")
    var scanner = CSVScanner(file)
    var row = CSVRow()
    var rows: [String: [String]] = [:]
    while try scanner.next(&row) {
      let fields = row.fields.map { file.text($0) }
      if fields.count == 12 { rows[fields[0]] = fields }
    }
    return rows
  }

  /// The entries of a file with these rows.
  private func watchlist(_ rows: [String: [String]]) throws -> [WatchlistEntry] {
    let lines = rows.values.sorted { $0[0] < $1[0] }.map { row in
      row.enumerated().map { column, text in
        column == 0 || text == "-0- "
          ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: ",")
    }
    let folder = TemporaryFolder()
    let path = folder.write("sdn.csv", lines.joined(separator: "\r\n") + "\r\n\u{1A}")
    return try WatchlistLoader.load(specification: path).entries
  }
}
