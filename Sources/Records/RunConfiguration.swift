public import NameScreening

/// How a run reads, screens and writes.
///
///     var configuration = RunConfiguration(inputPaths: ["payments.csv"])
///     configuration.policy.weakNames = .alert
public struct RunConfiguration: Sendable {
  /// The input files in order; `-`, or no path at all, is the standard input.
  public var inputPaths: [String]
  /// The format of all inputs, or nil to tell it from extension and first bytes.
  public var inputFormat: InputFormat?
  /// Where the parties are in a record, or nil to recognise well-known names.
  public var fields: FieldSpecification?
  /// The encoding of all inputs; other than UTF-8 it is converted.
  public var encoding = TextEncoding.utf8
  /// Which matches alert.
  public var policy = ScreeningPolicy()
  /// What the matches are judged by.
  public var judging = JudgingConfiguration()
  /// The most matches in one output line; the others are counted as `omitted`.
  public var maximumMatchCount = 25
  /// Whether every record gives an output line, or only alerts and unscreenable records.
  public var emitsAll = false
  /// Whether matches carry an `explanation`.
  public var explains = false
  /// The number of records that are screened again by brute force after the run.
  public var verificationCount = 0
  /// What the sample for the verification depends on.
  public var verificationSeed: UInt64 = 1
  /// The number of workers; at least 1.
  public var threadCount = ThreadCount.available
  /// The output file, or nil for ``standardOutput``.
  public var outputPath: String?
  /// The file for rejected records, or nil to report the first 100 of them as notices.
  public var rejectsPath: String?
  /// The file for the run manifest, or nil for none.
  public var manifestPath: String?
  /// The age over which the caller refuses lists, such as `36h`, for the manifest; nil for none.
  public var maximumListAge: String?
  /// The version of the engine, for the manifest.
  public var engineVersion = "0"

  /// The file descriptor that stands for `-`.
  public var standardInput: Int32 = 0
  /// The file descriptor that is written to without ``outputPath``.
  public var standardOutput: Int32 = 1
  /// The bytes that a worker takes at a time; tests make it small.
  public var chunkByteCount = 1 << 20
  /// The longest record in bytes; a longer one is rejected without being held.
  public var maximumRecordByteCount = 16 << 20

  /// Creates a configuration with the defaults of the command.
  public init(inputPaths: [String] = []) { self.inputPaths = inputPaths }
}
