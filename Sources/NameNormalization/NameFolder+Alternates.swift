extension NameFolder {
  /// Adds the names that a stroke parts, `Al-Qa'ida` and `Islamic Army` of
  /// `Al-Qa'ida/Islamic Army`, as readings of their own.
  ///
  /// For listed names. There must be two words or more on both sides of the stroke, and no single
  /// letter beside it, as in `I/E` and `C/O`; only names in ASCII are looked at.
  ///
  /// - Precondition: `folded` holds what ``fold(_:into:)`` made of the name.
  public mutating func addAlternates(
    of name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) {
    guard name.contains(UInt8(ascii: "/")), name.allSatisfy({ $0 < 0x80 }) else { return }
    let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy(Self.isName) else { return }
    for part in parts {
      _ = foldAscii(UnsafeBufferPointer(rebasing: part), into: &folded)
    }
  }

  /// Whether a part of a name has two words or more, the first and the last longer than a letter.
  private static func isName(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = part.split { byte in
      !(byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte == UInt8(ascii: "'"))
    }
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return first.count > 1 && last.count > 1
  }
}
