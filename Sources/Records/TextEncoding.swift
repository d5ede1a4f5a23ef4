/// The encodings from which input is converted to UTF-8.
///
/// The raw values are the names that the command takes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8: nothing is converted.
  case utf8 = "utf-8"
  /// Western European, as Windows writes it.
  case windows1252 = "windows-1252"
  /// Western European, ISO 8859-1.
  case latin1 = "iso-8859-1"
  /// UTF-16 with a byte-order mark, little endian when it has none.
  case utf16 = "utf-16"
  /// UTF-16, little endian.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big endian.
  case utf16BigEndian = "utf-16be"

  /// Reads a name in any case, or returns nil for an unknown one.
  public init?(name: String) {
    let lower = name.lowercased()
    guard let encoding = Self.allCases.first(where: { $0.rawValue == lower }) else { return nil }
    self = encoding
  }

  /// The name that `iconv` knows the encoding by.
  var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "CP1252"
    case .latin1: "ISO-8859-1"
    case .utf16: "UTF-16"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }

  /// The number of bytes of the smallest character, which is how far a bad sequence is skipped.
  var unitByteCount: Int {
    switch self {
    case .utf8, .windows1252, .latin1: 1
    case .utf16, .utf16LittleEndian, .utf16BigEndian: 2
    }
  }
}
