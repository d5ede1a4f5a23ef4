private import Glibc

/// Writes what the workers made, in input order: output lines with their record numbers, and
/// rejected records.
struct RecordWriter: ~Copyable {
  private let sources: [String]
  private let output: OutputTarget
  private let rejects: OutputTarget?
  private let notify: @Sendable (RunNotice) -> Void

  /// The totals so far.
  private(set) var counts = RecordCounts()
  /// The records to screen again.
  private var reservoir: VerificationReservoir
  private var sourceNumber = 0
  // The records and lines of the current source before the current chunk.
  private var recordBase = 0
  private var lineBase = 0
  private var toldRejectCount = 0
  private var text = ByteBuffer(capacity: 1 << 16)
  private var rejectText = ByteBuffer(capacity: 4096)

  /// The rejected records that are told one by one when there is no file for them.
  static let toldRejectLimit = 100

  init(
    sources: [String], output: OutputTarget, rejects: OutputTarget?, verificationCount: Int,
    notify: @escaping @Sendable (RunNotice) -> Void
  ) {
    self.sources = sources
    self.output = output
    self.rejects = rejects
    self.notify = notify
    reservoir = VerificationReservoir(limit: verificationCount)
  }

  /// Writes every chunk of a ring until its end.
  ///
  /// - Throws: ``WriteError`` when the output cannot be written; the rest is then not wanted.
  mutating func run(_ ring: ChunkRing, control: RunControl) throws(WriteError) {
    while let chunk = ring.chunkToWrite() {
      try write(chunk)
      control.addRecords(
        chunk.output.counts.records, alerts: chunk.output.counts.alert)
      ring.release(sampleBound: reservoir.bound)
    }
    let further = counts.rejected - toldRejectCount
    if rejects == nil, further > 0 { notify(.furtherRejects(count: further)) }
  }

  /// The sample for the verification, in input order.
  mutating func sample() -> [VerificationSample] { reservoir.finish() }

  private mutating func write(_ chunk: Chunk) throws(WriteError) {
    if chunk.sourceNumber != sourceNumber {
      sourceNumber = chunk.sourceNumber
      recordBase = 0
      lineBase = 0
    }
    lineBase += chunk.precedingLineCount
    try writeRejects(chunk)
    try writeLines(chunk)
    for var sample in chunk.output.samples {
      sample.number += recordBase
      reservoir.add(sample)
    }
    counts += chunk.output.counts
    recordBase += chunk.output.counts.records
    lineBase += chunk.output.lineCount
  }

  private mutating func writeLines(_ chunk: Chunk) throws(WriteError) {
    text.count = 0
    var position = 0
    for hole in chunk.output.holes {
      text.append(chunk.output.text.bytes[bytes: position..<hole.position])
      text.append(decimal: recordBase + hole.number + 1)
      position = hole.position
    }
    text.append(chunk.output.text.bytes[bytes: position..<chunk.output.text.count])
    try output.write(text.bytes)
  }

  private mutating func writeRejects(_ chunk: Chunk) throws(WriteError) {
    rejectText.count = 0
    for reject in chunk.output.rejects {
      let record = RejectedRecord(
        source: sources[sourceNumber], line: lineBase + reject.line + 1,
        number: recordBase + reject.number + 1, reason: reject.reason)
      if rejects != nil {
        rejectText.append(Array(record.description.utf8))
        rejectText.append(ASCII.lineFeed)
      } else if toldRejectCount < Self.toldRejectLimit {
        toldRejectCount += 1
        notify(.rejected(record))
      }
    }
    if let rejects { try rejects.write(rejectText.bytes) }
  }
}

/// Where bytes go, with the name for messages.
struct OutputTarget {
  var path: String
  var fileDescriptor: Int32
  /// Whether it is the output, whose reader may go away.
  var isOutput: Bool

  func write(_ bytes: Bytes) throws(WriteError) {
    let fault = OutputStream.write(bytes, to: fileDescriptor)
    if fault == 0 { return }
    if fault == EPIPE, isOutput { throw .closed }
    throw .failed(RunError(path: path, reason: .system(operation: "write", errno: fault)))
  }
}

/// Why writing ended early.
enum WriteError: Error {
  /// The reader of the output went away.
  case closed
  /// A file cannot be written.
  case failed(RunError)
}
