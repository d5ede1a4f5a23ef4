public import NameSimilarity

/// Calls `body` with the words of `text` as a scorable name.
///
/// Words are names, but a word with a digit is a number, a single letter an initial, `al` and `de`
/// are particles, and `ltd`, `limited` (one class) and `gmbh` (another) are legal forms. The weight
/// of a word is one, of the other classes as in the tables; `weights` may give others.
public func withScorableName<R>(
  _ text: String, weights: [String: Int32] = [:], _ body: (borrowing ScorableName) throws -> R
) rethrows -> R {
  let words = text.split(separator: " ").map(String.init)
  let bytes = Array(words.joined().utf8)
  return try bytes.withUnsafeBufferPointer { all in
    var name = ScorableName()
    var start = 0
    for word in words {
      let slice = UnsafeBufferPointer(rebasing: all[start..<start + word.utf8.count])
      start += word.utf8.count
      let (traits, weight, legalClass) = kind(of: word)
      name.append(
        ScorableToken(
          bytes: slice, weight: weights[word] ?? weight, traits: traits, legalClass: legalClass))
    }
    name.finish()
    return try body(name)
  }
}

private func kind(of word: String) -> (TokenTraits, Int32, UInt8) {
  switch word {
  case "ltd", "limited": ([.legalForm], 614, 0x11)
  case "gmbh": ([.legalForm], 614, 0x21)
  case "al", "de": ([.joinable], 492, 0)
  default:
    if word.utf8.count == 1 {
      ([.initial, .joinable], 1229, 0)
    } else if word.contains(where: \.isNumber) {
      ([.anchor, .number, .joinable], TokenWeight.one, 0)
    } else {
      ([.anchor, .fuzzy, .joinable], TokenWeight.one, 0)
    }
  }
}
