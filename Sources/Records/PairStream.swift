private import Glibc
public import NameScreening
internal import NameSimilarity
internal import Watchlists

/// Scores pairs of names, one JSON object `{"a","b","type"}` a line in, one line out for each.
///
///     {"a":"Jon Smith","b":"John Smith","type":"person"}   // {"score":0.9012}
///
/// A name that cannot be screened scores 0; a line that cannot be read gives `{"score":null}`.
/// Whatever lines the input has given are answered before more is waited for.
public struct PairStream: ~Copyable {
  /// What was done with the lines.
  public struct Counts: Sendable, Hashable {
    /// The lines read, each of which gave a line.
    public var lines = 0
    /// Those that could not be read.
    public var rejected = 0
  }

  /// The longest line in bytes; a longer one is rejected without being held.
  public static let maximumLineByteCount = 16 << 20

  private static let readByteCount = 1 << 18
  private static let members = ["a", "b", "type"]

  private let output: Int32
  private let notify: (RejectedPair) -> Void
  private var scorer: PairScorer
  private var scanner = JSONScanner(tree: FieldTree(members.compactMap { JSONPath($0) }))
  private var values = RecordValues()
  private var lines = ByteBuffer(capacity: 2 * readByteCount)
  private var results = ByteBuffer(capacity: 2 * readByteCount)
  private var counts = Counts()
  // Whether the line that is being read is too long, so that its bytes are dropped.
  private var isSkipping = false

  /// Creates a stream that writes to the file descriptor `output`.
  ///
  /// - Parameter notify: Called for each line that cannot be read, in order.
  public init(
    scorer: consuming PairScorer, output: Int32, notify: @escaping (RejectedPair) -> Void
  ) {
    self.scorer = scorer
    self.output = output
    self.notify = notify
  }

  /// Scores all pairs that the file descriptor `input` gives.
  ///
  /// - Throws: ``RunError`` when reading or writing fails.
  public mutating func run(input: Int32) throws(RunError) -> Counts {
    let source = try ByteSource(path: "-", standardInput: input, encoding: .utf8)
    while true {
      if lines.capacity - lines.count < Self.readByteCount {
        lines.resize(to: 2 * lines.capacity)
      }
      guard try source.read(into: &lines) != nil else { break }
      scoreWholeLines()
      try flush()
    }
    if lines.count > 0 || isSkipping {
      scoreLine(from: 0, to: lines.count)
      try flush()
    }
    return counts
  }

  /// Scores the lines that have come whole and keeps the start of the next one.
  private mutating func scoreWholeLines() {
    let base = UnsafePointer(lines.base)
    var start = 0
    while let lineFeed = ByteSearch.first(
      ASCII.lineFeed, in: base, from: start, to: lines.count)
    {
      scoreLine(from: start, to: lineFeed)
      start = lineFeed + 1
    }
    var rest = lines.count - start
    if isSkipping || rest > Self.maximumLineByteCount {
      isSkipping = true
      rest = 0
    }
    // SAFETY: both ranges lie in the buffer; they may overlap.
    memmove(lines.base, lines.base + start, rest)
    lines.count = rest
  }

  private mutating func scoreLine(from start: Int, to end: Int) {
    counts.lines += 1
    let reason = isSkipping ? .tooLong(limit: Self.maximumLineByteCount) : answer(start, end)
    isSkipping = false
    guard let reason else { return }
    results.append("{\"score\":null}\n")
    counts.rejected += 1
    notify(RejectedPair(line: counts.lines, reason: reason))
  }

  /// Writes the score of the pair on a line, or tells why there is none.
  private mutating func answer(_ start: Int, _ end: Int) -> RejectedPair.Reason? {
    let base = UnsafePointer(lines.base)
    if end - start > Self.maximumLineByteCount { return .tooLong(limit: Self.maximumLineByteCount) }
    if let fault = TextCheck.fault(in: base, from: start, to: end) { return .unreadable(fault) }
    values.removeAll()
    switch scanner.scan(base, from: start, to: end, into: &values).outcome {
    case .blank: return .blank
    case .rejected(let reason): return .unreadable(reason)
    case .record: break
    }
    guard let query = bytes(of: 0) else { return .missingMember("a") }
    guard let listed = bytes(of: 1) else { return .missingMember("b") }
    let type = bytes(of: 2).map { PartyType(recordValue: $0) } ?? .unknown
    switch scorer.score(query, listed, type: type) {
    case .score(let score): append(score)
    case .unscreenable: append(.zero)
    }
    return nil
  }

  private func bytes(of field: Int32) -> Bytes? {
    values.values.first { $0.field == field }.map { values.bytes(of: $0, in: lines.base) }
  }

  private mutating func append(_ score: Score) {
    results.append("{\"score\":")
    OutputLine.append(score, to: &results)
    results.append("}\n")
  }

  private mutating func flush() throws(RunError) {
    var written = 0
    while written < results.count {
      // SAFETY: the range lies within the bytes in use.
      let count = write(output, results.base + written, results.count - written)
      if count < 0 && errno == EINTR { continue }
      if count < 0 {
        throw RunError(path: "standard output", reason: .system(operation: "write", errno: errno))
      }
      written += count
    }
    results.count = 0
  }
}

/// A line of pairs that could not be read, without its text.
public struct RejectedPair: Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// The line is not a JSON object in UTF-8.
    case unreadable(RejectReason)
    /// The line is blank.
    case blank
    /// It is longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// The object has no such member, or it is null.
    case missingMember(String)
  }

  /// The line, counting from 1.
  public var line: Int
  /// What is wrong.
  public var reason: Reason

  /// `-:7: missing member 'b'`.
  public var description: String {
    switch reason {
    case .unreadable(let reason): "-:\(line): \(reason)"
    case .blank: "-:\(line): blank line where a pair is expected"
    case .tooLong(let limit): "-:\(line): line is longer than \(limit) bytes"
    case .missingMember(let name): "-:\(line): missing member '\(name)'"
    }
  }
}
