import Glibc
import Testing

@Suite("Golden files")
struct GoldenTests {
  @Test("screen writes the recorded lines")
  func screen() throws {
    let folder = "\(RunningCommand.packageRoot)/Data/golden/screen"
    let outcome = try RunningCommand.run(
      "screen", "--list", "\(folder)/list.csv", "--explain", "--emit", "all",
      "--input-format", "csv", "--as-of", "2026-01-28",
      input: try #require(contents(of: "\(folder)/payments.csv")))
    #expect(outcome.status == 1)
    try expectRecorded(outcome.output, in: "\(folder)/alerts.jsonl")
  }
}

/// Expects the lines that a file holds; records them there when `RECORD` is in the environment.
func expectRecorded(_ output: String, in path: String) throws {
  if getenv("RECORD") != nil { try write(output, to: path) }
  let recorded = try #require(contents(of: path))
  // Line by line, so that a failure shows the lines that differ and not both files.
  let lines = output.split(separator: "\n")
  let expected = recorded.split(separator: "\n")
  #expect(lines.count == expected.count)
  for (line, expected) in zip(lines, expected) { #expect(line == expected) }
}

private func write(_ text: String, to path: String) throws {
  let bytes = Array(text.utf8)
  let file = fopen(path, "w")
  guard let file, fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
    throw RunningCommand.Failure(operation: "write \(path)", errno: errno)
  }
}
