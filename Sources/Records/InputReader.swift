/// Reads the inputs one after the other and cuts them into chunks of whole records.
struct InputReader: ~Copyable {
  private let configuration: RunConfiguration
  private let ring: ChunkRing
  private let control: RunControl
  private let notify: @Sendable (RunNotice) -> Void
  // What is left behind the last cut.
  private var carry = ByteBuffer(capacity: 4096)

  /// How long to wait for more input before the records at hand are passed on, in milliseconds.
  /// Long enough to gather what a busy writer sends in small pieces, and far below the 100 ms
  /// within which a record is answered.
  private static let patience: Int32 = 2
  /// How often a paused input looks whether the run is to stop, in milliseconds.
  private static let stopInterval: Int32 = 50

  init(
    _ configuration: RunConfiguration, ring: ChunkRing, control: RunControl,
    notify: @escaping @Sendable (RunNotice) -> Void
  ) {
    self.configuration = configuration
    self.ring = ring
    self.control = control
    self.notify = notify
  }

  private var isStopped: Bool { control.isStopRequested || ring.wasCancelled }

  /// Reads everything, until the end or until the run is stopped.
  ///
  /// - Returns: Whether it came to the end of all inputs.
  mutating func run(_ paths: [String]) throws(RunError) -> Bool {
    for (number, path) in paths.enumerated() {
      carry.count = 0
      let source = try ByteSource(
        path: path, standardInput: configuration.standardInput, encoding: configuration.encoding)
      guard let chunk = nextChunk(), !isStopped else { return false }
      guard let prelude = try readPrelude(of: source, path: path, into: chunk) else {
        if isStopped { return false }
        continue
      }
      guard try readRecords(of: source, number: number, prelude, from: chunk) else {
        return false
      }
    }
    return true
  }

  // MARK: - The start of an input

  /// Reads up to what tells the layout: the header, or the first record.
  ///
  /// - Returns: The layout, or nil for an input without a record or header.
  private mutating func readPrelude(
    of source: ByteSource, path: String, into chunk: Chunk
  ) throws(RunError) -> InputPrelude? {
    var prelude = InputPrelude(
      path: path, format: configuration.inputFormat, fields: configuration.fields,
      isDecoded: configuration.encoding != .utf8)
    while true {
      let isAtEnd = try fill(&chunk.input, from: source)
      if isStopped { return nil }
      let isFull = chunk.input.count == chunk.input.capacity && !grow(&chunk.input)
      do {
        let recognised = try prelude.read(&chunk.input, isAtEnd: isAtEnd, isFull: isFull)
        if let fields = recognised {
          if !fields.isEmpty { notify(.recognisedFields(source: path, fields: fields)) }
          return prelude
        }
      } catch {
        throw RunError(path: path, reason: error.reason)
      }
      if isAtEnd { return nil }
    }
  }

  // MARK: - The records

  /// - Returns: Whether it came to the end.
  private mutating func readRecords(
    of source: ByteSource, number: Int, _ prelude: InputPrelude, from first: Chunk
  ) throws(RunError) -> Bool {
    var chunk = first
    var offset = prelude.byteCount
    var precedingLineCount = prelude.lineCount
    var boundary = RecordBoundary(format: prelude.format ?? .lines)
    var isAtEnd = false

    func submit(_ chunk: Chunk, _ content: Chunk.Content) {
      chunk.content = content
      chunk.layout = prelude.layout
      chunk.sourceNumber = number
      chunk.offset = offset
      chunk.precedingLineCount = precedingLineCount
      precedingLineCount = 0
      ring.submit()
    }

    // Invariant: `chunk.input` starts with the record at `offset`, and `boundary` has been told
    // of cuts. Each turn reads, cuts, grows or skips, so it ends when the input does.
    while !isStopped {
      boundary.advance(chunk.input.base, to: chunk.input.count)
      let isFull = chunk.input.count >= chunk.input.capacity
      if boundary.end == 0, chunk.input.count > configuration.maximumRecordByteCount {
        let skipped = try skipRecord(in: chunk, of: source)
        guard let skipped else { return false }
        submit(chunk, .skippedRecord)
        offset += skipped
        boundary.reset()
      } else if isAtEnd {
        if chunk.input.count > 0 { submit(chunk, .records) }
        return true
      } else if boundary.end > 0, isFull || !source.isReady(withinMilliseconds: Self.patience) {
        let cut = boundary.end
        carry.count = 0
        carry.append(chunk.input.bytes[bytes: cut..<chunk.input.count])
        chunk.input.count = cut
        submit(chunk, .records)
        offset += cut
        boundary.drop(cut)
      } else {
        if isFull { _ = grow(&chunk.input) }
        isAtEnd = try fill(&chunk.input, from: source)
        continue
      }
      guard let next = nextChunk() else { return false }
      chunk = next
    }
    return false
  }

  /// Passes over the rest of a record that is too long, up to the first line end behind the
  /// limit, and carries over what follows.
  ///
  /// A delimited record ends there as well, whatever its quotes say: the limit is most often
  /// passed by a quote that is never closed.
  ///
  /// - Returns: The length of the record in bytes, or nil when the run was stopped.
  private mutating func skipRecord(
    in chunk: Chunk, of source: ByteSource
  ) throws(RunError) -> Int? {
    var byteCount = 0
    chunk.skippedLineCount = 0
    var start = configuration.maximumRecordByteCount + 1
    carry.count = 0
    while true {
      let count = chunk.input.count
      let lineFeed = ByteSearch.first(
        ASCII.lineFeed, in: chunk.input.base, from: start, to: count)
      let end = lineFeed.map { $0 + 1 } ?? count
      chunk.skippedLineCount += ByteSearch.count(
        ASCII.lineFeed, in: chunk.input.base, from: 0, to: end)
      byteCount += end
      if lineFeed != nil {
        carry.append(chunk.input.bytes[bytes: end..<count])
        break
      }
      chunk.input.count = 0
      start = 0
      if try fill(&chunk.input, from: source) { break }
      if isStopped { return nil }
    }
    chunk.input.count = 0
    return byteCount
  }

  // MARK: - Buffers

  /// The next chunk, holding what was carried over.
  private mutating func nextChunk() -> Chunk? {
    guard let chunk = ring.chunkToFill() else { return nil }
    let capacity = max(
      min(configuration.chunkByteCount, configuration.maximumRecordByteCount + 1), carry.count)
    chunk.input.count = 0
    if chunk.input.capacity != capacity { chunk.input.resize(to: capacity) }
    chunk.input.append(carry.bytes)
    carry.count = 0
    return chunk
  }

  /// Makes room for a longer record.
  ///
  /// - Returns: Whether there is more; none beyond the longest record.
  private func grow(_ buffer: inout ByteBuffer) -> Bool {
    let limit = configuration.maximumRecordByteCount + 1
    guard buffer.capacity < limit else { return false }
    buffer.resize(to: min(2 * buffer.capacity, limit))
    return true
  }

  /// Reads once, as soon as there is something.
  ///
  /// - Returns: Whether the input is at its end.
  private func fill(_ buffer: inout ByteBuffer, from source: ByteSource) throws(RunError) -> Bool {
    while !source.isReady(withinMilliseconds: Self.stopInterval) {
      if isStopped { return false }
    }
    guard let count = try source.read(into: &buffer) else { return true }
    control.addBytes(count)
    return false
  }
}
