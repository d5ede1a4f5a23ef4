private import Glibc

/// Why a run could not start or could not finish.
public struct RunError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A system call failed.
    case system(operation: String, errno: Int32)
    /// The format cannot be told.
    case unknownFormat
    /// The input starts like UTF-16.
    case looksLikeUTF16
    /// Lines have no fields.
    case fieldsOfLines
    /// No field with a name was recognised.
    case noNameField(seen: [String])
    /// A field of `--fields` is not in the header.
    case noSuchColumn(String, seen: [String])
    /// Two columns have the same name.
    case repeatedColumn(String)
    /// The header cannot be read.
    case badHeader(RejectReason)
    /// A path of `--fields` is none of JSON.
    case badPath(String)
    /// The counts of a run do not add up; a bug in the engine.
    case countsDoNotAddUp(RecordCounts)
  }

  /// The file, as the caller named it.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  /// Creates an error.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Whether the command line is at fault (exit status 64) rather than a file (2).
  public var isUsage: Bool {
    switch reason {
    case .fieldsOfLines, .badPath: true
    default: false
    }
  }

  /// The words for a person.
  public var description: String { "\(path): \(words)" }

  private var words: String {
    switch reason {
    case .system(let operation, let errno):
      "\(operation) failed: \(String(cString: strerror(errno)))"
    case .unknownFormat:
      "cannot tell the format; give --input-format lines, csv, tsv or jsonl"
    case .looksLikeUTF16: "starts like UTF-16; give --encoding utf-16"
    case .fieldsOfLines: "input of format 'lines' has no fields; leave --fields out"
    case .noNameField(let seen):
      "no field with a name is recognised among \(Self.list(seen)); give --fields"
    case .noSuchColumn(let column, let seen):
      "no column '\(column)'; the columns are \(Self.list(seen))"
    case .repeatedColumn(let column): "two columns are named '\(column)'"
    case .badHeader(let reason): "the header cannot be read: \(reason)"
    case .badPath(let path):
      "--fields: path '\(path)' is not keys joined by '.', each with at most one '[]', "
        + "and at most \(JSONPath.maximumArrayCount) '[]' in all"
    case .countsDoNotAddUp(let counts):
      "\(counts.records) records in, but \(counts.clear) clear, \(counts.alert) alert, "
        + "\(counts.unscreenable) unscreenable and \(counts.rejected) rejected out"
    }
  }

  /// At most 40 of the names, so that a broken header cannot flood a terminal.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(40).map { "'\($0.prefix(60))'" }.joined(separator: ", ")
    if names.isEmpty { return "no fields" }
    return names.count > 40 ? "\(shown) and \(names.count - 40) more" : shown
  }
}
