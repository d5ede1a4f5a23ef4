public import NameScreening

/// How a run ended and what it counted.
public struct RunResult: Sendable, Hashable {
  /// How a run ended.
  public enum Ending: Sendable, Hashable {
    /// All input was read.
    case complete
    /// It was asked to stop: the chunks in hand were finished.
    case stopped
    /// The reader of the output went away; exit as SIGPIPE does.
    case outputClosed
  }

  /// How it ended.
  public var ending: Ending
  /// What was counted; ``RecordCounts/isConserved`` holds.
  public var counts = RecordCounts()
  /// The bytes read from the inputs.
  public var byteCount = 0
  /// The time from the start of the run to the last output, in seconds.
  public var seconds = 0.0
  /// The most memory that the process had, in bytes.
  public var peakByteCount = 0
  /// The work of all workers, without that of the verification. It depends on the number of
  /// threads and on how the input was cut, unless there is one thread.
  public var work = WorkCounters()
  /// What `--verify` found, or nil when nothing was verified.
  public var verification: VerificationResult?

  /// Whether every record of the input has been written.
  public var isComplete: Bool { ending == .complete }

  /// The exit status: 0, 1 when records were rejected, 2 when verification found a difference,
  /// 141 when the reader of the output went away.
  ///
  /// A stopped run gives 0, 1 or 2 as well: only the command knows the signal, and puts 130 or
  /// 143 in its place unless the status is 2.
  public var exitStatus: Int32 {
    if ending == .outputClosed { return 141 }
    if let verification, !verification.differences.isEmpty { return 2 }
    return counts.rejected > 0 ? 1 : 0
  }
}

/// How many records got which verdict.
public struct RecordCounts: Sendable, Hashable {
  /// The records read.
  public var records = 0
  /// Those without a match.
  public var clear = 0
  /// Those with a match.
  public var alert = 0
  /// Those without a match that could not be screened whole.
  public var unscreenable = 0
  /// Those that could not be read.
  public var rejected = 0
  /// The names screened.
  public var names = 0
  /// The identifiers looked up.
  public var identifiers = 0
  /// The records with a match by what follows from it.
  public var outcomes = OutcomeCounts()
  /// The matches that the policy held back.
  public var suppressed = SuppressionCounts()
  /// The alerts that differ between two versions of lists, when these are compared.
  public var changes = AlertChangeCounts()

  /// Whether every record has exactly one verdict.
  public var isConserved: Bool { records == clear + alert + unscreenable + rejected }

  static func += (a: inout RecordCounts, b: RecordCounts) {
    a.records += b.records
    a.clear += b.clear
    a.alert += b.alert
    a.unscreenable += b.unscreenable
    a.rejected += b.rejected
    a.names += b.names
    a.identifiers += b.identifiers
    a.outcomes += b.outcomes
    a.suppressed += b.suppressed
    a.changes += b.changes
  }
}

/// How many alerts differ between two versions of lists: one for each name and listed party.
public struct AlertChangeCounts: Sendable, Hashable {
  /// Those that only the new version gives.
  public var new = 0
  /// Those that only the old version gives.
  public var vanished = 0
  /// Those that both give, of an entry that changed.
  public var changed = 0

  static func += (a: inout AlertChangeCounts, b: AlertChangeCounts) {
    a.new += b.new
    a.vanished += b.vanished
    a.changed += b.changed
  }
}

/// What screening a sample again by brute force found.
public struct VerificationResult: Sendable, Hashable {
  /// A record whose matches differ.
  public struct Difference: Sendable, Hashable, CustomStringConvertible {
    /// The input, as the caller named it.
    public var source: String
    /// The byte offset of the record in its source.
    public var offset: Int
    /// The number of the record in its source, counting from 1.
    public var number: Int

    /// The words for a person.
    public var description: String {
      "\(source): record \(number) at byte \(offset): "
        + "the indexed and the exhaustive screening differ"
    }
  }

  /// The number of records that were screened again.
  public var recordCount: Int
  /// Those that differ, in input order.
  public var differences: [Difference]
}
