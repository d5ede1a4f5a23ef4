/// The formats in which records come.
///
/// In every format a line ends with LF or CR LF, a byte-order mark at the start is skipped, and a
/// blank line is no record and is not counted.
public enum InputFormat: String, Sendable, CaseIterable {
  /// One name a line.
  case lines
  /// Comma-separated fields as in RFC 4180, with a header.
  case csv
  /// Tab-separated fields, otherwise as ``csv``.
  case tsv
  /// One JSON object a line.
  case jsonl

  /// The byte between two fields, for the formats that have one.
  var delimiter: UInt8? {
    switch self {
    case .csv: ASCII.comma
    case .tsv: ASCII.tab
    case .lines, .jsonl: nil
    }
  }
}
