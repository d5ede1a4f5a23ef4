/// A run of whole records on its way from the reader through a worker to the writer.
///
/// There is a fixed number of chunks; each is one thread's at a time, as ``ChunkRing`` hands them
/// on, and keeps its memory for the next run of records.
final class Chunk: @unchecked Sendable {
  // SAFETY: `@unchecked` because the ring gives a chunk to one thread at a time, under its lock.

  /// What the reader puts into a chunk.
  enum Content {
    /// The records of `input`, whole.
    case records
    /// One record that was too long and was skipped; `input` is empty.
    case skippedRecord
  }

  // Set by the reader.
  var content = Content.records
  /// The bytes of the records.
  var input: ByteBuffer
  /// What is wanted of them.
  var layout = RecordLayout.lines
  /// The number of their source.
  var sourceNumber = 0
  /// Where `input` starts in its source.
  var offset = 0
  /// The lines of the source before it that are in no chunk, such as the header.
  var precedingLineCount = 0
  /// The lines of a skipped record.
  var skippedLineCount = 0

  // Set by a worker.
  var output = ChunkOutput()

  init(capacity: Int) { input = ByteBuffer(capacity: capacity) }
}

/// What a worker makes of a chunk. It knows no absolute record and line numbers: the writer does.
struct ChunkOutput: ~Copyable {
  /// A place in `text` where the number of a record goes.
  struct NumberHole {
    var position: Int
    /// The number of the record in the chunk, counting from 0.
    var number: Int
  }

  /// A record that was rejected.
  struct Reject {
    /// The number of the record and of its line in the chunk, counting from 0.
    var number: Int
    var line: Int
    var reason: RejectReason
  }

  /// The output lines, without record numbers.
  var text = ByteBuffer(capacity: 4096)
  var holes: [NumberHole] = []
  var rejects: [Reject] = []
  var counts = RecordCounts()
  var lineCount = 0
  /// The records of the sample for the verification, by number in the chunk.
  var samples: [VerificationSample] = []

  mutating func removeAll() {
    text.count = 0
    holes.removeAll(keepingCapacity: true)
    rejects.removeAll(keepingCapacity: true)
    counts = RecordCounts()
    lineCount = 0
    samples.removeAll(keepingCapacity: true)
  }
}
