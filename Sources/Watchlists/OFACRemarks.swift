/// The Remarks column of OFAC's legacy files: facts with `; ` between them.
enum OFACRemarks {
  /// Puts what is understood of `text` into `entry` and keeps the rest as its remarks.
  ///
  /// - Parameter text: The remarks with their continuation in the comments file.
  static func read(
    _ text: String, line: Int, into entry: inout WatchlistEntry, _ facts: inout EntryFacts
  ) {
    var text = trimmed(text)
    if text.last == "." { text.removeLast() }
    for piece in pieces(text) {
      var feature = piece
      if feature.hasPrefix("alt. ") { feature = feature.dropFirst(5) }
      if let (meaning, value) = FeatureLabel.split(feature), !value.isEmpty,
        facts.add(meaning, value, line: line, to: &entry)
      {
        continue
      }
      entry.addRemark(piece)
    }
  }

  /// The trimmed pieces of `text` between semicolons that white space follows.
  private static func pieces(_ text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var position = start
    while position < bytes.endIndex {
      let next = bytes.index(after: position)
      if bytes[position] == UInt8(ascii: ";"), next == bytes.endIndex || isSpace(bytes[next]) {
        pieces.append(trimmed(text[start..<position]))
        start = next
      }
      position = next
    }
    pieces.append(trimmed(text[start...]))
    return pieces.filter { !$0.isEmpty }
  }
}
