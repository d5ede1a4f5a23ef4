// Byte-level handling of the text of lists. All marks that are looked for are ASCII, so that every
// position found lies between characters.

/// Whether `byte` is a space, tab, or line end.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// `text` without the white space around it.
func trimmed(_ text: some StringProtocol) -> Substring {
  var bytes = Substring(text).utf8
  while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
  while let last = bytes.last, isSpace(last) { bytes.removeLast() }
  return Substring(bytes)
}

/// `text` with each line break inside it, and the spaces around the break, as one space: a name that
/// was wrapped is still one name.
func singleLine(_ text: some StringProtocol) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 }) else { return String(text) }
  let lines = Substring(text).utf8.split { $0 < 0x20 }.map { trimmed(Substring($0)) }
  return lines.filter { !$0.isEmpty }.joined(separator: " ")
}

/// The trimmed, non-empty parts of `text` between semicolons that a space follows, outside of
/// parentheses and brackets.
func splitList(_ text: String) -> [Substring] {
  guard !text.isEmpty else { return [] }
  var parts: [Substring] = []
  var depth = 0
  let bytes = text.utf8
  var start = bytes.startIndex
  var position = start
  while position < bytes.endIndex {
    let byte = bytes[position]
    let next = bytes.index(after: position)
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
    case UInt8(ascii: ";") where depth == 0 && (next == bytes.endIndex || isSpace(bytes[next])):
      parts.append(trimmed(text[start..<position]))
      start = next
    default: break
    }
    position = next
  }
  // A parenthesis that never closes must not join all that follows.
  if depth > 0 {
    parts.append(contentsOf: text[start...].split(separator: "; ").map { trimmed($0) })
  } else {
    parts.append(trimmed(text[start...]))
  }
  return parts.filter { !$0.isEmpty }
}

/// The first range of `text` that holds `phrase`, byte for byte.
func firstRange(of phrase: String, in text: Substring) -> Range<Substring.Index>? {
  guard let first = phrase.utf8.first else { return nil }
  var rest = text.utf8
  while let start = rest.firstIndex(of: first) {
    rest = rest[start...]
    if rest.starts(with: phrase.utf8) {
      return start..<rest.index(start, offsetBy: phrase.utf8.count)
    }
    rest = rest.dropFirst()
  }
  return nil
}

/// The last range of `text` that holds `phrase`, byte for byte.
func lastRange(of phrase: String, in text: Substring) -> Range<Substring.Index>? {
  var found: Range<Substring.Index>?
  var rest = text
  while let range = firstRange(of: phrase, in: rest) {
    found = range
    rest = rest[range.upperBound...]
  }
  return found
}
