import Glibc
import Testing

@Suite("namesift screen")
struct ScreenTests {
  private let record = "{\"name\":\"SZ DJI Technology Co., Ltd.\"}\n"

  private func screen(_ arguments: String..., input: String) throws -> RunningCommand.Outcome {
    try RunningCommand.run(["screen", "--list", "builtin:"] + arguments, input: Array(input.utf8))
  }

  @Test("nothing in is nothing out")
  func emptyInput() throws {
    let outcome = try screen("--input-format", "lines", input: "")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
  }

  @Test("finds a listed firm and says where")
  func alert() throws {
    let outcome = try screen("--input-format", "jsonl", input: "{\"name\":\"Ann\"}\n" + record)
    #expect(outcome.status == 0)
    let line = try #require(try AlertLine.lines(outcome.output).first)
    #expect(line.schema == 1)
    #expect(line.verdict == "alert")
    #expect((line.record.number, line.record.offset) == (2, 15))
    #expect(line.matches.contains { $0.list == "NS-CMIC" && $0.uid == "33111" })
    #expect(outcome.errors.contains("sample list"))
    #expect(outcome.errors.contains("2 records: 1 alert, 0 unscreenable, 1 clear, 0 rejected"))
  }

  @Test("--emit all writes a line for every record")
  func emitAll() throws {
    let input = "Ann\n????\nDJI\n"
    let outcome = try screen("--input-format", "lines", "--emit", "all", input: input)
    let verdicts = try AlertLine.lines(outcome.output).map(\.verdict)
    #expect(verdicts == ["clear", "unscreenable", "alert"])
  }

  @Test("a record that cannot be read ends it with 1, and no text of it is told")
  func rejects() throws {
    let input = record + "{\"name\":\"Secretperson\"\n" + record
    let outcome = try screen("--input-format", "jsonl", input: input)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 2)
    #expect(outcome.errors.contains("-:2: record 2: "))
    #expect(!outcome.errors.contains("Secretperson"))
  }

  @Test("no screened name is told on stderr")
  func privacy() throws {
    let input = "Zyxwvut Quorlian\nDJI Zyxwvut\n\u{FFFD}\n" + String(repeating: "Zyx ", count: 200)
    let outcome = try screen("--input-format", "lines", input: input)
    #expect(!outcome.errors.lowercased().contains("zyx"))
    #expect(!outcome.errors.contains("DJI"))
  }

  @Test("a file that is missing, or whose format cannot be told, ends it with 2")
  func badInput() throws {
    let missing = try RunningCommand.run("screen", "--list", "builtin:", "/no/such/file.csv")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("/no/such/file.csv"))
    let unclear = try screen(input: "DOE, JOHN\n")
    #expect(unclear.status == 2)
    #expect(unclear.errors.contains("--input-format"))
  }

  @Test("a full disk ends it with 2")
  func fullDisk() throws {
    let outcome = try RunningCommand.run(
      ["screen", "--list", "builtin:", "--input-format", "lines"], input: Array("DJI\n".utf8),
      outputPath: "/dev/full")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("No space left on device"))
  }

  @Test("a reader that goes away ends it silently, as SIGPIPE does")
  func readerGone() throws {
    let command = try RunningCommand([
      "screen", "--list", "builtin:", "--input-format", "lines", "--emit", "all",
    ])
    command.closeOutput()
    let input = String(repeating: "Ann Miller\n", count: 20_000)
    let outcome = try command.finish(sending: Array(input.utf8))
    #expect(outcome.signal == SIGPIPE, "\(outcome)")
    #expect(!outcome.errors.contains("records"))
  }

  @Test(
    "a signal ends it with 128 and its number, after what was read is written",
    arguments: [
      SIGTERM, SIGINT,
    ])
  func stops(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let command = try RunningCommand([
      "screen", "--list", "builtin:", "--input-format", "jsonl", "--emit", "all",
      "--manifest", "\(folder.path)/manifest.json",
    ])
    command.send(record)
    #expect(command.readLine(withinMilliseconds: 30_000) != nil)
    command.kill(signal)
    // The end of the input would end it as well, with another status.
    usleep(300_000)
    let outcome = try command.finish()
    #expect(outcome.status == 128 + signal, "\(outcome)")
    let manifest = try #require(folder.text("manifest.json"))
    #expect(manifest.contains("\"complete\":false"))
    #expect(!manifest.contains("SZ DJI Technology"))
  }

  @Test("one record on an open pipe is answered within 100 ms")
  func latency() throws {
    let command = try RunningCommand([
      "screen", "--list", "builtin:", "--input-format", "jsonl", "--emit", "all",
    ])
    command.send(record)
    #expect(command.readLine(withinMilliseconds: 30_000) != nil)
    // The best of ten: other processes may hold up one of them, but not all.
    let times = (0..<10).map { _ -> Duration in
      let start = ContinuousClock.now
      command.send(record)
      #expect(command.readLine(withinMilliseconds: 5_000) != nil)
      return ContinuousClock.now - start
    }
    let best = try #require(times.min())
    #expect(best < .milliseconds(100))
    #expect(try command.finish().status == 0)
  }

  @Test("the output is the same bytes for 1, 2 and 7 threads")
  func threads() throws {
    let names = ["DJI", "Sense Time Group", "Ann Miller", "曙光信息产业股份有限公司", "Yitu Ltd"]
    let input = (0..<6000).map { "\(names[$0 % 5])\(["", " Ltd", " \($0)"][$0 % 3])\n" }.joined()
    let outputs = try ["1", "2", "7"].map { threads in
      try screen(
        "--input-format", "lines", "--emit", "all", "--threads", threads, input: input
      ).output
    }
    #expect(outputs[0].split(separator: "\n").count == 6000)
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }

  @Test("--output appears whole, --rejects and --manifest beside it")
  func files() throws {
    let folder = try TemporaryFolder()
    let outcome = try screen(
      "--input-format", "jsonl", "--output", "\(folder.path)/alerts.jsonl", "--rejects",
      "\(folder.path)/rejects.txt", "--manifest", "\(folder.path)/manifest.json",
      input: record + "nonsense\n")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(folder.names == ["alerts.jsonl", "manifest.json", "rejects.txt"])
    #expect(try AlertLine.lines(folder.text("alerts.jsonl") ?? "").map(\.verdict) == ["alert"])
    #expect(folder.text("rejects.txt")?.split(separator: "\n").count == 1)
    #expect(folder.text("manifest.json")?.contains("\"complete\":true") == true)
  }

  @Test("--verify agrees with brute force")
  func verify() throws {
    let outcome = try screen(
      "--input-format", "lines", "--verify", "50", input: "DJI\nSense Time\nAnn Miller\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("verification: 0 of 3 records differ"))
  }

  @Test("what was recognised without --fields is told")
  func recognisedFields() throws {
    let outcome = try screen(
      "--input-format", "csv", input: "txn_id,debtor_name,amount\n7,DJI,3\n")
    #expect(try AlertLine.lines(outcome.output).map(\.record.id) == ["7"])
    #expect(outcome.errors.contains("debtor.name=debtor_name"))
  }

  @Test("without a name field it stops with the columns it saw")
  func noNameField() throws {
    let outcome = try screen("--input-format", "csv", input: "colour,amount\nred,3\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'colour'"))
  }
}
