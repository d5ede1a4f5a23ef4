import Testing

@Suite("namesift --config")
struct PolicyTests {
  private let list = """
    list,uid,type,name,name_type,strength,countries
    BANK,1,organisation,Dawnmoor Zentrix Limited,primary,strong,China
    BANK,1,,Sugomik,alias,weak,

    """

  private func run(
    _ subcommand: String, _ arguments: [String], config: String? = nil, input: String = ""
  ) throws -> RunningCommand.Outcome {
    let folder = try TemporaryFolder()
    let list = try folder.file("list.csv", list)
    var all = [subcommand, "--list", list] + arguments
    if let config { all += ["--config", try folder.file("policy.json", config)] }
    return try RunningCommand.run(all, input: Array(input.utf8))
  }

  private func screen(
    _ arguments: [String] = [], config: String? = nil, input: String
  ) throws -> RunningCommand.Outcome {
    try run("screen", ["--input-format", "lines"] + arguments, config: config, input: input)
  }

  @Test("a weak name is held back, told in the summary and the manifest")
  func heldBack() throws {
    let folder = try TemporaryFolder()
    let outcome = try screen(["--manifest", "\(folder.path)/m.json"], input: "Sugomik\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("1 matches held back by the policy: 1 on weak names"))
    let manifest = folder.text("m.json") ?? ""
    #expect(manifest.contains(#""suppressed":{"below_threshold":0,"weak_name":1,"#))
    #expect(manifest.contains(#""weak_names":"confirm""#))
  }

  @Test("a file changes what alerts")
  func config() throws {
    let outcome = try screen(config: #"{"weak_names":"alert"}"#, input: "Sugomik\n")
    #expect(try AlertLine.lines(outcome.output).map(\.verdict) == ["alert"])
  }

  @Test("--threshold takes the place of the thresholds of the file")
  func threshold() throws {
    let high = #"{"thresholds":{"default":1}}"#
    let name = "Dawnmore Zentrix Limited\n"
    #expect(try screen(config: high, input: name).output.isEmpty)
    #expect(try !screen(["--threshold", "0.8"], config: high, input: name).output.isEmpty)
  }

  @Test("explain tells why an entry is held back")
  func explain() throws {
    let held = try run("explain", ["Sugomik"])
    #expect(held.lines.first?.hasSuffix("held back: a weak name that nothing confirms") == true)
    let alert = try run("explain", ["Sugomik"], config: #"{"weak_names":"alert"}"#)
    #expect(alert.lines.first?.hasSuffix("Dawnmoor Zentrix Limited: match") == true)
  }

  @Test("a mistake in the file ends it with 2, file and line")
  func mistake() throws {
    for subcommand in ["screen", "explain"] {
      let outcome = try run(
        subcommand, subcommand == "explain" ? ["Ann"] : [], config: "{\n\"weak\": 1}")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("policy.json:2: unknown key 'weak'"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("a file that is not there ends it with 2")
  func noFile() throws {
    let outcome = try screen(["--config", "/no/such/policy.json"], input: "Ann\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("/no/such/policy.json"))
  }
}
