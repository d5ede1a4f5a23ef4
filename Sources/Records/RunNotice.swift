/// Something that a run tells while it works; the command prints it on stderr.
///
/// Notices of one input come in input order. None carries a name or a text of a record.
public enum RunNotice: Sendable, Hashable, CustomStringConvertible {
  /// The fields that were recognised in an input without `--fields`.
  case recognisedFields(source: String, fields: [RecognisedField])
  /// Something odd about a file of facts, with its place.
  case warning(String)
  /// A record that could not be read.
  case rejected(RejectedRecord)
  /// The number of rejected records after the first 100, which were not reported one by one.
  case furtherRejects(count: Int)

  /// The words for a person.
  public var description: String {
    switch self {
    case .recognisedFields(let source, let fields):
      "\(source): screening " + fields.map(\.description).joined(separator: ", ")
    case .warning(let text): "warning: \(text)"
    case .rejected(let record): record.description
    case .furtherRejects(let count): "\(count) more records were rejected"
    }
  }
}

/// A field that was recognised by its name.
public struct RecognisedField: Sendable, Hashable, CustomStringConvertible {
  /// The role and attribute, such as `debtor.name`.
  public var target: String
  /// The column or path, as in the input.
  public var path: String

  /// `debtor.name=debtor_name`, as in `--fields`.
  public var description: String { "\(target)=\(path)" }
}

/// A record that could not be read, without its text.
public struct RejectedRecord: Sendable, Hashable, CustomStringConvertible {
  /// The input, as the caller named it; `-` is the standard input.
  public var source: String
  /// The line on which the record starts, counting from 1.
  public var line: Int
  /// The number of the record in its source, counting from 1.
  public var number: Int
  /// What is wrong.
  public var reason: RejectReason

  /// `source:line: record 7: reason`.
  public var description: String { "\(source):\(line): record \(number): \(reason)" }
}
