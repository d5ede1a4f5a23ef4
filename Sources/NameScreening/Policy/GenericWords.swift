internal import CPolicyData

/// The words of `Data/policy/generic-words.tsv`: they name kinds of organisations and trades, not
/// one organisation.
struct GenericWords: Sendable {
  // Invariant: in ascending order of their bytes.
  private let words: [[UInt8]]

  /// The words inside the program.
  static let shared = GenericWords(
    UnsafeBufferPointer(
      start: namesift_generic_words(), count: namesift_generic_words_byte_count()))

  /// Reads one word a line; lines that start with `#` are comments.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    words = text.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { [UInt8]($0) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The number of words.
  var count: Int { words.count }

  /// Whether a folded token is one of the words.
  ///
  /// - Complexity: O(log *n*) comparisons; nothing is allocated.
  func contains(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].lexicographicallyPrecedes(token) { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low].elementsEqual(token)
  }
}
