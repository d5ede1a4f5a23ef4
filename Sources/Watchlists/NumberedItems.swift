/// The parts of a text that numbers its parts: `(1) A (2) B`, `1) A 2) B`, `(a) A, (b) B`.
///
///     numberedItems("(1)-(2) Algeria (3) -")   // ["Algeria"]
///
/// - Returns: The trimmed parts that hold more than punctuation; the text itself when it does not
///   start with a number; nothing for an empty text.
func numberedItems(_ text: String) -> [Substring] {
  let text = trimmed(text)
  var items: [Substring] = []
  func add(_ item: Substring) {
    var item = trimmed(item)
    while let last = item.last, ",;".contains(last) { item = trimmed(item.dropLast()) }
    if item.utf8.contains(where: { $0 >= 0x30 && !(0x3A...0x40).contains($0) }) {
      items.append(item)
    }
  }
  guard let first = markerEnd(text) else {
    add(text)
    return items
  }
  var start = first
  var position = first
  while position < text.endIndex {
    let before = text.utf8[text.utf8.index(before: position)]
    if isSpace(before) || [UInt8(ascii: ")"), UInt8(ascii: "-")].contains(before),
      let next = markerEnd(text[position...])
    {
      add(text[start..<position])
      start = next
      position = next
    } else {
      position = text.utf8.index(after: position)
    }
  }
  add(text[start...])
  return items
}

/// The end of the number in parentheses that `text` starts with; the opening one may be missing
/// before digits.
private func markerEnd(_ text: Substring) -> Substring.Index? {
  var bytes = text.utf8
  let isOpen = bytes.first == UInt8(ascii: "(")
  if isOpen { bytes.removeFirst() }
  let digits = bytes.prefix(2).prefix { (0x30...0x39).contains($0) }
  if !digits.isEmpty {
    bytes.removeFirst(digits.count)
  } else if isOpen, let letter = bytes.first, (0x61...0x7A).contains(letter) {
    bytes.removeFirst()
  } else {
    return nil
  }
  return bytes.first == UInt8(ascii: ")") ? bytes.index(after: bytes.startIndex) : nil
}
