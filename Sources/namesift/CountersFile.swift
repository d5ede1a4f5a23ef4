internal import NameScreening
internal import Records

/// The counts of the work that a run did, as JSON: what continuous integration compares.
struct CountersFile {
  private let text: String

  init(_ result: RunResult, threadCount: Int) {
    var members = [("threads", threadCount), ("records", result.counts.records)]
    members += result.work.members.map { ("\($0.name)", $0.count) }
    text = "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n"
  }

  func write(to path: String) throws {
    var file = try AtomicOutputFile(path: path)
    var text = text
    try text.withUTF8 { bytes in
      try writeAll(UnsafeRawBufferPointer(bytes), to: file.fileDescriptor, named: path)
    }
    try file.commit()
  }
}
