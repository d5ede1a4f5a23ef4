/// Why a record could not be read; never carries its text.
public enum RejectReason: Sendable, Hashable, CustomStringConvertible {
  /// It is longer than the limit, in bytes; it was skipped without being held.
  case tooLong(limit: Int)
  /// It is not valid UTF-8, or not valid in the encoding it was converted from.
  case invalidEncoding(byte: Int)
  /// It contains a NUL byte.
  case nulByte(byte: Int)
  /// It has not as many fields as the header.
  case fieldCount(found: Int, expected: Int)
  /// A quoted field does not end before the input does.
  case unterminatedQuote
  /// Something other than a delimiter follows a quoted field.
  case textAfterQuote(byte: Int)
  /// It is not a JSON object as RFC 8259 has it.
  case invalidJSON(byte: Int)
  /// A string in it has an escape for half a surrogate pair.
  case loneSurrogate(byte: Int)
  /// An object in it has the same key twice.
  case duplicateKey(byte: Int)
  /// It is nested deeper than the limit.
  case tooDeep(limit: Int)
  /// A value that should be text, an object or an array is something else.
  case unexpectedType(path: String)

  /// The reason as a code, for the output.
  public var code: String {
    switch self {
    case .tooLong: "TOO_LONG"
    case .invalidEncoding: "INVALID_ENCODING"
    case .nulByte: "NUL_BYTE"
    case .fieldCount: "FIELD_COUNT"
    case .unterminatedQuote: "UNTERMINATED_QUOTE"
    case .textAfterQuote: "TEXT_AFTER_QUOTE"
    case .invalidJSON: "INVALID_JSON"
    case .loneSurrogate: "LONE_SURROGATE"
    case .duplicateKey: "DUPLICATE_KEY"
    case .tooDeep: "TOO_DEEP"
    case .unexpectedType: "UNEXPECTED_TYPE"
    }
  }

  /// The words for a person.
  public var description: String {
    switch self {
    case .tooLong(let limit): "record is longer than \(limit) bytes"
    case .invalidEncoding(let byte):
      "invalid UTF-8 at byte \(byte) of the record; --encoding tells of another encoding"
    case .nulByte(let byte): "NUL byte at byte \(byte) of the record"
    case .fieldCount(let found, let expected):
      "record has \(found) fields, the header has \(expected)"
    case .unterminatedQuote: "a quoted field does not end"
    case .textAfterQuote(let byte): "text after a quoted field at byte \(byte) of the record"
    case .invalidJSON(let byte): "not a JSON object: error at byte \(byte) of the record"
    case .loneSurrogate(let byte): "half a surrogate pair at byte \(byte) of the record"
    case .duplicateKey(let byte): "a key occurs twice in the object at byte \(byte) of the record"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .unexpectedType(let path): "'\(path)' is not of the type that --fields expects"
    }
  }
}
