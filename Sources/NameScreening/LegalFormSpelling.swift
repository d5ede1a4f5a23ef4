internal import NameSimilarity

/// How names print the legal form that they end in: `D.O.O.` and `DOO` fold alike, and an auditor
/// wants to see that they were two spellings.
enum LegalFormSpelling {
  /// Whether two names that are the same spell the legal form at their end differently, case
  /// apart.
  ///
  /// - Parameters:
  ///   - folded: The first name as it is compared.
  static func differs(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>,
    folded: borrowing ScorableName
  ) -> Bool {
    guard folded.count > 0 else { return false }
    let last = folded.token(folded.count - 1)
    guard last.traits.contains(.legalForm) else { return false }
    let letterCount = last.bytes.count { $0 != UInt8(ascii: " ") }
    return !ending(of: a, letterCount).elementsEqual(ending(of: b, letterCount)) { x, y in
      x == y || (isLetter(x) && x | 0x20 == y | 0x20)
    }
  }

  /// The end of a name from its last `letterCount` letters and digits on, without the spaces and
  /// punctuation before them.
  private static func ending(
    of name: UnsafeBufferPointer<UInt8>, _ letterCount: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = name.count
    var count = 0
    while start > 0, count < letterCount {
      start -= 1
      if isLetter(name[start]) || (0x30...0x39).contains(name[start]) || name[start] >= 0x80 {
        count += 1
      }
    }
    return name[start...]
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
