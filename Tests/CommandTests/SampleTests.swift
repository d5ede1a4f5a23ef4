import Testing

@Suite("The sample transactions")
struct SampleTests {
  /// What the sample expects of a record.
  private struct Expectation {
    var verdict: Substring
    var about: Substring
  }

  private func expectations() throws -> [String: Expectation] {
    let path = "\(RunningCommand.packageRoot)/Data/samples/transactions.csv"
    let text = try #require(contents(of: path))
    // The columns that are read here hold no comma, and are the last of their line.
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return (
          String(fields[0]),
          Expectation(verdict: fields[fields.count - 2], about: fields[fields.count - 1])
        )
      })
  }

  @Test("give an alert exactly where they say so")
  func verdicts() throws {
    let expectations = try expectations()
    #expect(expectations.count > 250)
    let outcome = try RunningCommand.run(
      "screen", "--list", "builtin:", "--emit", "all",
      "\(RunningCommand.packageRoot)/Data/samples/transactions.csv")
    #expect(outcome.status == 0)
    let lines = try AlertLine.lines(outcome.output)
    #expect(lines.count == expectations.count)
    for line in lines {
      let expected = try #require(expectations[line.record.id ?? ""])
      #expect(
        line.verdict == expected.verdict,
        "\(line.record.id ?? ""): \(expected.about) \(line.matches)")
    }
  }

  @Test("name the nine firms, each in its own spellings")
  func firms() throws {
    let alerts = try expectations().values.filter { $0.verdict == "alert" }
    let firms = [
      "DJI", "Megvii", "Dawning", "CloudWalk", "Meiya Pico", "Yitu", "Leon", "NetPosa", "SenseTime",
    ]
    for firm in firms { #expect(alerts.count { $0.about == firm } >= 6, "\(firm)") }
  }

  @Test("give each firm the outcome of each conduct")
  func outcomes() throws {
    let path = "\(RunningCommand.packageRoot)/Data/samples/nine-firms.csv"
    let text = try #require(contents(of: path))
    let expected = text.split(separator: "\n").dropFirst().map { line in
      "\(line.split(separator: ",")[0]) \(line.split(separator: ",").last ?? "")"
    }
    #expect(expected.count == 36)
    let outcome = try RunningCommand.run("screen", "--list", "builtin:", "--emit", "all", path)
    let found = try outcome.lines.map { line in
      let line = try decoded(OutcomeLine.self, from: String(line))
      return "\(line.record.id ?? "") \(line.outcome ?? line.verdict)"
    }
    #expect(found == expected)
  }
}
