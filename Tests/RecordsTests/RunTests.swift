import Dispatch
import Glibc
import NameScreening
import NameSimilarity
import Synchronization
import TestSupport
import Testing

@testable import Records

private let listed = "Zylopharm Trading Limited"

/// A pipe whose ends close with it.
private final class Pipe: @unchecked Sendable {
  // SAFETY: `@unchecked` because a test uses each end from one thread at a time.

  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBufferPointer { OutputStream.write($0, to: writeEnd) }
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  func closeReadEnd() {
    if readEnd >= 0 { close(readEnd) }
    readEnd = -1
  }

  /// What comes within a time, at most `byteCount` bytes.
  func read(upTo byteCount: Int, withinMilliseconds timeout: Int32) -> String? {
    var request = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, timeout) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: byteCount)
    let count = Glibc.read(readEnd, &buffer, byteCount)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  deinit {
    closeWriteEnd()
    closeReadEnd()
  }
}

/// A run on a thread of its own.
private final class BackgroundRun: Sendable {
  let control = RunControl()
  private let outcome = Mutex<Result<RunResult, RunError>?>(nil)
  private let group = DispatchGroup()

  init(_ configuration: RunConfiguration) {
    let control = control
    DispatchQueue(label: "test.run").async(group: group) {
      let result = Result { () throws(RunError) in
        try screenRecords(configuration, with: testScreener, control: control) { _ in }
      }
      self.outcome.withLock { $0 = result }
    }
  }

  func wait() throws -> RunResult {
    try #require(group.wait(timeout: .now() + 20) == .success)
    return try #require(outcome.withLock { $0 }).get()
  }
}

@Suite("Runs", .serialized)
struct RunTests {
  static func randomCSV(seed: UInt64) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    var text = "id,name,note\r\n"
    let names = [listed, "John Public", "-", "", "\"A \"\"B\"\"\nC\"", "\"\(listed)\"", "Qaxnorp"]
    let notes = ["", "x", "\"line\nline\"", "\"a,b\"", "5\" pipe", "\"bad\"x", "\"\r\n\""]
    for i in 0..<600 {
      let name = names.randomElement(using: &generator) ?? ""
      let note = notes.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: text += "\n"
      case 1: text += "\(i),\(name)\n"
      default: text += "\(i),\(name),\(note)" + (i % 3 == 0 ? "\r\n" : "\n")
      }
    }
    return Array(text.utf8)
  }

  static func randomJSONL(seed: UInt64) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    var text = #"{"id":0,"parties":[{"name":"A B"}]}"# + "\n"
    for i in 1..<600 {
      let parties = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        let name =
          [listed, "John", "????", "Zylopharm\\u0020Trading Limited", ""]
          .randomElement(using: &generator) ?? ""
        return "{\"name\":\"\(name)\",\"type\":\"company\"}"
      }
      text += "{\"id\":\(i),\"parties\":[" + parties.joined(separator: ",") + "]}"
      text += ["\n", "\r\n", "\n\n", "}\n", " \n"].randomElement(using: &generator) ?? "\n"
    }
    return Array(text.utf8)
  }

  @Test("output does not depend on threads and chunks", arguments: UInt64(0)..<4)
  func sameBytes(seed: UInt64) throws {
    for (name, input) in [
      ("in.csv", Self.randomCSV(seed: seed)), ("in.jsonl", Self.randomJSONL(seed: seed)),
    ] {
      let first = try screen(input, name: name) { $0.threadCount = 1 }
      #expect(first.result.counts.alert > 50)
      #expect(first.result.counts.rejected > 20)
      for (threadCount, chunkByteCount) in [
        (1, 1), (1, 1 << 10), (2, 1 << 10), (7, 100), (7, 1 << 16),
      ] {
        let other = try screen(input, name: name) {
          $0.threadCount = threadCount
          $0.chunkByteCount = chunkByteCount
        }
        #expect(other.output == first.output, "\(name) \(threadCount) \(chunkByteCount)")
        #expect(other.rejects == first.rejects)
        #expect(other.result.counts == first.result.counts)
      }
    }
  }

  @Test func onlyTheFirstHundredRejectsAreTold() throws {
    let input = "id,name\n" + String(repeating: "x\n", count: 130)
    let outcome = try screen(input)
    #expect(outcome.rejects.count == 100)
    #expect(outcome.notices.last == .furtherRejects(count: 30))
    #expect(outcome.result.counts.rejected == 130)
  }

  @Test func allRejectsGoToTheirFile() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/rejects"
    let outcome = try screen("id,name\n" + String(repeating: "secret\n", count: 130)) {
      $0.rejectsPath = path
    }
    #expect(outcome.rejects.isEmpty)
    let text = String(decoding: readFile(path) ?? [], as: UTF8.self)
    #expect(text.split(separator: "\n").count == 130)
    #expect(text.hasPrefix("/tmp"))
    #expect(text.contains(":2: record 1: record has 1 fields, the header has 2\n"))
    #expect(!text.contains("secret"))
  }

  @Test func inputsAreReadInOrderAndNumberedEach() throws {
    let scratch = try Scratch()
    let a = scratch.write(Array("name\nA\n\(listed)".utf8), to: "a.csv")
    let b = scratch.write(Array("x\tdebtor_name\n1\t\(listed)\n".utf8), to: "b.tsv")
    var configuration = RunConfiguration(inputPaths: [a, b, a])
    configuration.outputPath = "\(scratch.path)/out"
    let result = try screenRecords(configuration, with: testScreener) { _ in }
    let lines = String(decoding: readFile("\(scratch.path)/out") ?? [], as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("a.csv\",\"number\":2,\"offset\":7}"))
    #expect(lines[1].contains("b.tsv\",\"number\":1,\"offset\":14}"))
    #expect(result.counts.records == 5)
  }

  @Test func aMissingInputStopsTheRunBeforeItStarts() throws {
    let scratch = try Scratch()
    let a = scratch.write(Array("name\nA\n".utf8), to: "a.csv")
    var configuration = RunConfiguration(inputPaths: [a, "\(scratch.path)/none.csv"])
    configuration.outputPath = "\(scratch.path)/out"
    configuration.manifestPath = "\(scratch.path)/manifest"
    #expect {
      try screenRecords(configuration, with: testScreener) { _ in }
    } throws: {
      ($0 as? RunError)?.reason == .system(operation: "open", errno: ENOENT)
    }
    #expect(readFile("\(scratch.path)/out") == nil)
    let manifest = String(decoding: readFile("\(scratch.path)/manifest") ?? [], as: UTF8.self)
    #expect(manifest.contains(#""complete":false,"ending":"failed""#))
  }

  @Test(
    "one record on an open pipe is answered at once",
    arguments: [
      (InputFormat.lines, "", "Zylopharm Trading Limited\n"),
      (.csv, "id,name\n", "1,\"Zylopharm Trading Limited\"\n"),
      (.jsonl, "", "{\"name\":\"Zylopharm Trading Limited\"}\n"),
    ])
  func latency(format: InputFormat, header: String, record: String) throws {
    let input = try Pipe()
    let output = try Pipe()
    var configuration = RunConfiguration()
    configuration.inputFormat = format
    configuration.standardInput = input.readEnd
    configuration.standardOutput = output.writeEnd
    configuration.threadCount = 2
    let run = BackgroundRun(configuration)
    input.write(header)
    for _ in 0..<3 {
      // Half a record is not answered, and does not hold back the whole one before it.
      input.write(record + record.prefix(5))
      let start = DispatchTime.now().uptimeNanoseconds
      let answer = output.read(upTo: 1 << 16, withinMilliseconds: 2000)
      let milliseconds = (DispatchTime.now().uptimeNanoseconds - start) / 1_000_000
      #expect(answer?.contains("\"verdict\":\"alert\"") == true)
      #expect(milliseconds < 100)
      input.write(String(record.dropFirst(5)))
      #expect(output.read(upTo: 1 << 16, withinMilliseconds: 2000) != nil)
    }
    input.closeWriteEnd()
    #expect(try run.wait().counts.alert == 6)
  }

  @Test func aSlowReaderSlowsTheInputDown() throws {
    let input = try Pipe()
    let output = try Pipe()
    var configuration = RunConfiguration()
    configuration.inputFormat = .lines
    configuration.emitsAll = true
    configuration.standardInput = input.readEnd
    configuration.standardOutput = output.writeEnd
    configuration.threadCount = 1
    configuration.chunkByteCount = 1024
    let run = BackgroundRun(configuration)
    let lineCount = 20_000
    let writer = DispatchGroup()
    DispatchQueue(label: "test.writer").async(group: writer) {
      for _ in 0..<lineCount / 100 { input.write(String(repeating: "John Public\n", count: 100)) }
      input.closeWriteEnd()
    }
    // Nothing is read: what fits into pipes and chunks is taken, and then no more.
    var taken = -1
    while taken != run.control.byteCount || taken == 0 {
      taken = run.control.byteCount
      usleep(50_000)
    }
    #expect(taken < 64 << 10)
    var read = 0
    while let text = output.read(upTo: 1 << 16, withinMilliseconds: 500) {
      read += text.utf8.count(where: { $0 == 10 })
    }
    #expect(read == lineCount)
    #expect(try run.wait().counts.records == lineCount)
    #expect(writer.wait(timeout: .now() + 5) == .success)
  }

  @Test func aReaderThatGoesAwayEndsTheRun() throws {
    let scratch = try Scratch()
    let path = scratch.write(
      Array(String(repeating: "\(listed)\n", count: 50_000).utf8), to: "in.txt")
    let output = try Pipe()
    var configuration = RunConfiguration(inputPaths: [path])
    configuration.inputFormat = .lines
    configuration.manifestPath = "\(scratch.path)/manifest"
    configuration.standardOutput = dup(output.writeEnd)
    configuration.chunkByteCount = 4096
    defer { close(configuration.standardOutput) }
    let run = BackgroundRun(configuration)
    #expect(output.read(upTo: 100, withinMilliseconds: 20_000) != nil)
    output.closeReadEnd()
    let result = try run.wait()
    #expect(result.ending == .outputClosed)
    #expect(result.exitStatus == 141)
    let manifest = String(decoding: readFile("\(scratch.path)/manifest") ?? [], as: UTF8.self)
    #expect(manifest.contains(#""complete":false,"ending":"output_closed","error":null"#))
  }

  @Test func aFullDiskIsAnError() throws {
    #expect {
      try screen("name\n\(listed)\n") { $0.outputPath = "/dev/full" }
    } throws: {
      ($0 as? RunError)?.reason == .system(operation: "write", errno: ENOSPC)
    }
  }

  @Test func specialFilesAreWrittenDirectly() throws {
    let outcome = try screen("name\n\(listed)\n") { $0.outputPath = "/dev/null" }
    #expect(outcome.result.counts.alert == 1)
  }

  @Test func aStoppedRunFinishesWhatItHasAndSaysSo() throws {
    let scratch = try Scratch()
    let input = try Pipe()
    var configuration = RunConfiguration()
    configuration.inputFormat = .lines
    configuration.standardInput = input.readEnd
    configuration.outputPath = "\(scratch.path)/out"
    configuration.manifestPath = "\(scratch.path)/manifest"
    let run = BackgroundRun(configuration)
    input.write("\(listed)\nJohn Public\nhalf")
    for _ in 0..<200 where run.control.recordCount < 2 { usleep(10_000) }
    run.control.requestStop()
    let result = try run.wait()
    #expect(result.ending == .stopped)
    #expect(result.counts.records == 2)
    #expect(readFile("\(scratch.path)/out")?.isEmpty == false)
    let manifest = String(decoding: readFile("\(scratch.path)/manifest") ?? [], as: UTF8.self)
    #expect(manifest.contains(#""complete":false,"ending":"stopped","error":null"#))
    #expect(manifest.contains(#""records":{"in":2,"clear":1,"alert":1,"#))
  }

  @Test func theManifestAccountsForTheRun() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/manifest"
    let outcome = try screen("id,name\n1,\(listed)\n2,A\n3\n4,-\n") {
      $0.manifestPath = path
      $0.verificationCount = 10
      $0.fields = try? FieldSpecification("p.name=name,record.id=id")
    }
    let manifest = String(decoding: readFile(path) ?? [], as: UTF8.self)
    #expect(
      manifest.contains(
        #""records":{"in":4,"clear":1,"alert":1,"unscreenable":1,"rejected":1},"outcomes":{"#))
    #expect(manifest.contains(#""INDETERMINATE":1,"REVIEW":0,"#))
    #expect(manifest.contains(#""type":0},"names":3"#))
    #expect(manifest.contains(#""complete":true,"ending":"complete","error":null"#))
    #expect(
      manifest.contains(
        #""fields":["p.name=name","record.id=id"],"policy":{"thresholds":{"default":0.6600,"#))
    #expect(manifest.contains(#""verification":{"records":3,"differences":[]}"#))
    #expect(manifest.contains(#""list":"TEST","kind":"namesift","path":"test.csv""#))
    #expect(outcome.result.peakByteCount > 1 << 20)
    let object = ReferenceJSONReader.object(Array(manifest.utf8.dropLast()))
    #expect(object != nil)
  }

  @Test func progressIsCounted() throws {
    let scratch = try Scratch()
    let path = scratch.write(Array("name\nA\n\(listed)\n".utf8), to: "in.csv")
    var configuration = RunConfiguration(inputPaths: [path])
    configuration.outputPath = "/dev/null"
    let control = RunControl()
    _ = try screenRecords(configuration, with: testScreener, control: control) { _ in }
    #expect(control.recordCount == 2)
    #expect(control.alertCount == 1)
    #expect(control.byteCount == 33)
    #expect(control.totalByteCount == 33)
  }
}
