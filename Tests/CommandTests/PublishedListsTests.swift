import TestSupport
import Testing

@Suite("namesift lists on published lists")
struct PublishedListsTests {
  /// A published list and what is known of it, counted by other means than ours.
  struct Published: Sendable, CustomTestStringConvertible {
    var path: String
    var name: String
    var published: String?
    var entries: Int
    /// The names in its columns; names in remarks come on top.
    var names: Int
    var programs: [String: Int]

    var testDescription: String { path }
  }

  static let lists = [
    Published(
      path: "lists/ofac_sdn/sdn_2024-05-03.csv", name: "OFAC-SDN", entries: 14_965,
      names: 14_965, programs: [:]),
    Published(
      path: "lists/ofac_sdn/set_2021-07", name: "OFAC-SDN", entries: 8_976,
      names: 8_976 + 11_910, programs: [:]),
    Published(
      path: "lists/ofac_consolidated/csv_2025-12/cons_prim.csv", name: "OFAC-CONSOLIDATED",
      entries: 442, names: 442 + 1_073,
      programs: [
        "UKRAINE-EO13662": 286, "RUSSIA-EO14024": 93, "NS-PLC": 78, "CMIC-EO13959": 68,
      ]),
    Published(
      path: "lists/ofac_consolidated/consolidated_2026-01-08.xml", name: "OFAC-CONSOLIDATED",
      published: "2026-01-08", entries: 442, names: 442 + 1_144, programs: ["CMIC-EO13959": 68]),
    Published(
      path: "lists/us_csl/consolidated_2022-04-21.csv.gz", name: "US-CSL", entries: 14_160,
      names: 14_160 + 20_011, programs: ["CMIC-EO13959": 68]),
    Published(
      path: "lists/us_csl/consolidated_2026-07-31_derived.csv.gz", name: "US-CSL",
      entries: 25_921, names: 25_921 + 31_253, programs: ["CMIC-EO13959": 68]),
  ]

  @Test("agrees with what is known of them", arguments: lists)
  func counts(published: Published) throws {
    guard let path = SharedFiles.path(published.path) else { return }
    let outcome = try RunningCommand.run("lists", "--json", "--list", path)
    #expect(outcome.status == 0)
    let list = try #require(try decoded([ListDocument].self, from: outcome.output).first)
    #expect(list.list == published.name)
    #expect(list.published == published.published)
    #expect(list.entries == published.entries)
    #expect(list.names >= published.names)
    // Remarks and the structure of a name give at most a quarter more names.
    #expect(list.names < published.names * 5 / 4 + 1)
    for (program, count) in published.programs {
      #expect(list.by_program[program] == count, "\(program)")
    }
  }

  @Test("tells of parts that are missing, and refuses them with --require-complete")
  func missingParts() throws {
    guard let path = SharedFiles.path("lists/ofac_sdn/sdn_2024-05-03.csv") else { return }
    let outcome = try RunningCommand.run("lists", "--json", "--list", path)
    let list = try #require(try decoded([ListDocument].self, from: outcome.output).first)
    #expect(list.warnings.contains { $0.message.contains("alt") })
    #expect(outcome.errors.contains("alt"))
    let strict = try RunningCommand.run("lists", "--require-complete", "--list", path)
    #expect(strict.status == 2)
    #expect(strict.output.isEmpty)
  }
}
