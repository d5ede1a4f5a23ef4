internal import CPolicyData

/// The countries of `Data/policy/countries.tsv`, by code and by name.
struct Countries: Sendable {
  /// The two-letter code of a country.
  typealias Code = String

  // Looked up in, never iterated: its order reaches nothing.
  private let codes: [String: Code]

  /// The table inside the program.
  static let shared = Countries(
    String(
      decoding: UnsafeBufferPointer(
        start: namesift_countries(), count: namesift_countries_byte_count()), as: UTF8.self))

  /// Reads lines of `code TAB three-letter code TAB names joined by "; "`.
  init(_ text: String) {
    var codes: [String: Code] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count == 3 else { continue }
      let code = String(columns[0])
      codes[Self.key(columns[0])] = code
      codes[Self.key(columns[1])] = code
      for name in columns[2].split(separator: ";") { codes[Self.key(name)] = code }
    }
    self.codes = codes
  }

  /// The number of codes and names.
  var count: Int { codes.count }

  /// The code of a country given by a code or an English name in any case, or nil when it is not
  /// known.
  func code(of text: String) -> Code? { codes[Self.key(text)] }

  /// Small letters, without spaces and punctuation; accents stay.
  private static func key(_ text: some StringProtocol) -> String {
    var key = ""
    for character in text where character.isLetter { key += character.lowercased() }
    return key
  }
}
