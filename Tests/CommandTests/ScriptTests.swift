import Testing

@Suite("Scripts")
struct ScriptTests {
  /// What `Scripts/generate-corpus` writes, or nil where there is no Python.
  private func corpus(_ arguments: [String], _ folder: TemporaryFolder) throws -> String? {
    let output = "\(folder.path)/corpus"
    let script = "\(RunningCommand.packageRoot)/Scripts/generate-corpus"
    let outcome = try RunningCommand.run(
      program: script, arguments + ["--output", output])
    // The status of `env` when it does not find the interpreter.
    if outcome.status == 127 {
      print("skipped: there is no python3")
      return nil
    }
    #expect(outcome.status == 0, "\(outcome.errors)")
    return folder.text("corpus")
  }

  @Test(
    "generate-corpus gives the same bytes for a seed, and others for another",
    arguments: [
      "mixed", "traffic", "distinct", "common", "new", "long", "han", "near",
    ])
  func corpusIsSeeded(stream: String) throws {
    let folder = try TemporaryFolder()
    let arguments = ["--stream", stream, "--records", "200", "--seed"]
    guard let first = try corpus(arguments + ["1"], folder) else { return }
    #expect(first.split(separator: "\n").count == 200)
    #expect(try corpus(arguments + ["1"], folder) == first)
    #expect(try corpus(arguments + ["2"], folder) != first)
  }

  @Test("the distinct stream has no name twice, and the shape that it promises")
  func distinctStream() throws {
    let folder = try TemporaryFolder()
    let arguments = ["--stream", "distinct", "--format", "lines", "--records", "20000"]
    guard let text = try corpus(arguments, folder) else { return }
    let names = text.split(separator: "\n")
    #expect(Set(names).count == 20_000)
    let tokens = names.reduce(0) { $0 + $1.split(separator: " ").count }
    #expect((60_000...68_000).contains(tokens))
    let foreign = names.count { $0.utf8.contains { $0 > 0x7F } }
    #expect((1_500...2_500).contains(foreign))
  }

  @Test(
    "every record of a corpus can be read in every format",
    arguments: [
      "jsonl", "csv", "lines",
    ])
  func corpusIsReadable(format: String) throws {
    let folder = try TemporaryFolder()
    guard try corpus(["--records", "500", "--format", format], folder) != nil else { return }
    let outcome = try RunningCommand.run(
      "screen", "--list", "builtin:", "--input-format", format, "\(folder.path)/corpus")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("500 records"))
  }
}
