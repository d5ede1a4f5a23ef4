import Glibc
import NameScreening
import NameSimilarity
import Synchronization
import Testing
import Watchlists

@testable import Records

/// A directory for one test, removed with it.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/namesift-records-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The files in it, in no order.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  func write(_ bytes: [UInt8], to name: String) -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBufferPointer { OutputStream.write($0, to: descriptor) }
    close(descriptor)
    return file
  }
}

func readFile(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return readAll(descriptor)
}

func readAll(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count <= 0 { return bytes }
    bytes += buffer[..<count]
  }
}

/// Two listed parties whose names nothing else here is like.
let testScreener: Screener = {
  var summary = WatchlistSummary(name: "TEST", kind: .namesift, path: "test.csv", sha256: "00")
  summary.entryCount = 2
  var entries = [
    WatchlistEntry(
      list: "SDN", uid: "17", type: .organisation,
      names: [
        ListedName("ZYLOPHARM TRADING LIMITED", type: .primary, strength: .strong),
        ListedName("Qaxnorp \"East\"", type: .alias, strength: .weak),
      ]),
    WatchlistEntry(
      list: "BIS-EL", uid: "a2", type: .organisation,
      names: [ListedName("Zylopharm Trading Limited", type: .former, strength: .unknown)]),
  ]
  for i in entries.indices {
    entries[i].countries = ["Iran"]
    if let day = CalendarDate(year: 1950, month: 1, day: 1) {
      entries[i].birthDates = [DateInterval(first: day, last: day, isApproximate: false)]
    }
  }
  return Screener(watchlists: [Watchlist(summary: summary, entries: entries)])
}()

/// What a run gave.
struct Outcome {
  var output: String
  var notices: [RunNotice]
  var result: RunResult

  var lines: [Substring] { output.split(separator: "\n") }

  /// The verdict of each output line, by record number.
  var verdicts: [String] {
    lines.map { line in
      let parts = line.split(separator: "\"")
      return parts.firstIndex(of: "verdict").map { String(parts[$0 + 2]) } ?? "?"
    }
  }

  /// The rejected records that were told, without the path of their file.
  var rejects: [RejectedRecord] {
    notices.compactMap { notice in
      guard case .rejected(var record) = notice else { return nil }
      record.source = "FILE"
      return record
    }
  }
}

/// Screens `input` from a file named `name`, with every record in the output.
func screen(
  _ input: [UInt8], name: String = "in.csv", screener: Screener = testScreener,
  _ configure: (inout RunConfiguration) -> Void = { _ in }
) throws -> Outcome {
  let scratch = try Scratch()
  let path = scratch.write(input, to: name)
  let outputPath = "\(scratch.path)/out.jsonl"
  var configuration = RunConfiguration(inputPaths: [path])
  configuration.emitsAll = true
  configuration.threadCount = 2
  configuration.outputPath = outputPath
  configure(&configuration)
  let notices = Mutex<[RunNotice]>([])
  let result = try screenRecords(configuration, with: screener) { notice in
    notices.withLock { $0.append(notice) }
  }
  let bytes = readFile(outputPath) ?? []
  let output = String(decoding: bytes, as: UTF8.self).replacing(path, with: "FILE")
  #expect(result.counts.isConserved)
  return Outcome(output: output, notices: notices.withLock { $0 }, result: result)
}

func screen(
  _ input: String, name: String = "in.csv", screener: Screener = testScreener,
  _ configure: (inout RunConfiguration) -> Void = { _ in }
) throws -> Outcome {
  try screen(Array(input.utf8), name: name, screener: screener, configure)
}

extension String {
  fileprivate func replacing(_ text: String, with other: String) -> String {
    var result = ""
    var rest = Substring(self)
    while !rest.isEmpty {
      if rest.hasPrefix(text) {
        result += other
        rest = rest.dropFirst(text.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
