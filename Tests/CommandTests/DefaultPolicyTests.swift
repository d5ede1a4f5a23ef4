import TestSupport
import Testing

/// Names that must alert, and names that must not, with nothing configured.
@Suite("Default policy")
struct DefaultPolicyTests {
  private static let consolidated = "lists/us_csl/consolidated_2026-07-31_derived.csv.gz"

  /// What screening names, one a line, against a list gives.
  private func lines(
    _ names: String, list: String, _ arguments: [String] = []
  ) throws -> [AlertLine] {
    let outcome = try RunningCommand.run(
      ["screen", "--list", list, "--input-format", "lines", "--emit", "all"] + arguments,
      input: Array(names.utf8))
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try AlertLine.lines(outcome.output)
  }

  private func isAlert(_ name: String, listedAs listed: String, _ type: String) throws -> Bool {
    let folder = try TemporaryFolder()
    let list = try folder.file("list.csv", "uid,type,name\n1,\(type),\"\(listed)\"\n")
    return try !lines(name + "\n", list: list).flatMap(\.matches).isEmpty
  }

  @Test(
    "alerts",
    arguments: [
      ("SIS DOO", "SIS d.o.o.", "organisation"),
      ("Jon Smith", "John Smith", "person"),
      ("SZ DJI", "SZ DJI Technology Co., Ltd.", "organisation"),
      ("iFLYTEK Co.,Ltd", "IFLYTEK", "organisation"),
    ])
  func alerts(name: String, listed: String, type: String) throws {
    #expect(try isAlert(name, listedAs: listed, type))
  }

  @Test("alerts when words of low evidence are left over")
  func lowEvidenceLeftOver() throws {
    #expect(try isAlert("Sense Time", listedAs: "SENSETIME GROUP LIMITED", "organisation"))
  }

  @Test(
    "is clear",
    arguments: [
      ("A-B-C Company", "X-Y-Z Company", "organisation"), ("Li Wu", "Lu Wang", "person"),
      ("Leon", "Leon Technology Co., Ltd.", "organisation"),
      ("Leon", "LEON, Manzi", "person"),
      ("Institute of Basic Medicine", "Institute of Hygiene and Basic Medicine", "organisation"),
    ])
  func isClear(name: String, listed: String, type: String) throws {
    #expect(try !isAlert(name, listedAs: listed, type))
  }

  @Test("alerts against the Consolidated Screening List")
  func alertsAgainstTheConsolidatedList() throws {
    guard let path = SharedFiles.path(Self.consolidated) else { return }
    let lines = try lines(
      "DJI\nDa Jiang Innovations\n"
        + "Academy of Military Medical Science, Institute of Basic Medicine\n", list: path)
    let expected = [
      "DJI", "DJI", "Academy of Military Medical Sciences, Institute of Basic Medicine",
    ]
    #expect(lines.count == expected.count)
    for (line, name) in zip(lines, expected) {
      #expect(line.matches.contains { $0.list == "BIS-EL" && $0.name == name }, "\(name)")
    }
  }

  @Test("the Chinese name of DJI alerts against the Entity List")
  func chineseName() throws {
    guard let path = SharedFiles.path(Self.consolidated) else { return }
    let matches = try lines("大疆创新科技有限公司\n", list: path).flatMap(\.matches)
    #expect(matches.contains { $0.list == "BIS-EL" && $0.name == "DJI" })
  }

  @Test("is clear against the Consolidated Screening List", arguments: [nil, "0.7"])
  func isClearAgainstTheConsolidatedList(threshold: String?) throws {
    guard let path = SharedFiles.path(Self.consolidated) else { return }
    // At a low threshold, too, what rests on one word or on generic words does not alert.
    let folder = try TemporaryFolder()
    let config = try threshold.map {
      ["--config", try folder.file("policy.json", "{\"thresholds\":{\"default\":\($0)}}")]
    }
    let names = "Leon\nInstitute of Basic Medicine\nInternational Trading Company Limited\n"
    let lines = try lines(names + "A-B-C Company\nX-Y-Z Company\n", list: path, config ?? [])
    #expect(lines.count == 5)
    #expect(lines.flatMap(\.matches).map(\.matched_name) == [])
  }
}
