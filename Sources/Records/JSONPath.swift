/// A path to values of a JSON object, such as `parties[].name`.
struct JSONPath: Hashable {
  /// One step down.
  enum Step: Hashable {
    /// The value of a key.
    case key(String)
    /// Every element of an array.
    case elements
  }

  /// The steps, outermost first.
  let steps: [Step]

  /// The most `[]` in a path: a party is known by at most so many indices.
  static let maximumArrayCount = 2

  /// Reads a path, or returns nil when `text` is none.
  init?(_ text: String) {
    var steps: [Step] = []
    // Byte by byte, as thousands of paths are recognised.
    for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      let isArray = part.suffix(2).elementsEqual([ASCII.openBracket, ASCII.closeBracket])
      let key = isArray ? part.dropLast(2) : part
      guard !key.isEmpty, !key.contains(ASCII.openBracket), !key.contains(ASCII.closeBracket)
      else { return nil }
      steps.append(.key(String(Substring(key))))
      if isArray { steps.append(.elements) }
    }
    guard steps.count(where: { $0 == .elements }) <= Self.maximumArrayCount else { return nil }
    self.steps = steps
  }
}
