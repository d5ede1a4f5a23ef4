/// Whether a word has the form of a Russian, Ukrainian or Belarusian patronymic: `ivanovich`,
/// `serhiyovych`, `piatrowna`.
///
/// Some surnames have that form, too (`abramovich`): nothing in the word tells them apart.
///
/// - Complexity: O(1); two comparisons for most words.
@inline(__always)
func isPatronymic(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
  // The shortest are those of Ivan and Petr, 8 letters in the feminine.
  guard token.count >= 8 else { return false }
  switch token[token.count - 1] {
  case UInt8(ascii: "h"): return endsLikeSonOf(token)
  case UInt8(ascii: "a"): return endsLikeDaughterOf(token)
  default: return false
  }
}

/// `-ovich`, `-evich`, `-avich`, the same with `y` for `i` and with `tch`.
private func endsLikeSonOf(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
  var end = token.count - 2
  guard token[end] == UInt8(ascii: "c") else { return false }
  if token[end - 1] == UInt8(ascii: "t") { end -= 1 }
  guard token[end - 1] == UInt8(ascii: "i") || token[end - 1] == UInt8(ascii: "y"),
    token[end - 2] == UInt8(ascii: "v")
  else { return false }
  return isLinkingVowel(token[end - 3])
}

/// `-ovna`, `-evna`, `-ivna`, `-avna`, `-auna`, `-owna`, `-ichna`.
private func endsLikeDaughterOf(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
  let end = token.count - 2
  guard token[end] == UInt8(ascii: "n") else { return false }
  switch token[end - 1] {
  case UInt8(ascii: "v"), UInt8(ascii: "w"):
    return isLinkingVowel(token[end - 2]) || token[end - 2] == UInt8(ascii: "i")
  case UInt8(ascii: "u"): return token[end - 2] == UInt8(ascii: "a")
  case UInt8(ascii: "h"):
    return token[end - 2] == UInt8(ascii: "c")
      && (token[end - 3] == UInt8(ascii: "i") || token[end - 3] == UInt8(ascii: "y"))
  default: return false
  }
}

@inline(__always)
private func isLinkingVowel(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "o") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "a")
}
