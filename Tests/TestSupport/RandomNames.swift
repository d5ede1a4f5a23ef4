/// Makes random names in which every relation of tokens occurs often.
///
/// Syllables are few, so that tokens collide, differ by an edit, sound alike and join; particles,
/// initials, numbers and legal forms are mixed in, and words of other scripts that sound like the
/// syllables; and names with their short forms and other spellings.
public struct RandomNames {
  /// The source of randomness, for drawing more than names.
  public var generator: SplitMix64
  private let syllables = [
    "al", "ba", "kha", "ka", "mo", "ham", "med", "mad", "se", "rgei", "ov", "ev", "li", "wan",
    "zhou", "tra", "ding", "ph", "fo", "ya", "ts", "ko", "va", "ch", "ski",
  ]
  private let extras = [
    "al", "bin", "de", "ltd", "co ltd", "gmbh", "ooo", "a", "m", "k", "17", "44", "b12", "the",
    "mr", "limited", "bill", "william", "sasha", "aleksandr", "aleksandra", "chan", "chen", "kwok",
    "guo",
  ]

  private let foreignSyllables = [
    ["ба", "ка", "мо", "хам", "мед", "сер", "гей", "ов", "ли", "ван", "фо"],
    ["با", "كا", "مو", "حم", "مد", "سر", "جي", "لي", "وان", "فو"],
    ["バ", "カ", "モ", "ハム", "メド", "セル", "ゲイ", "リ", "ワン", "フォ"],
    ["巴", "卡", "莫", "哈", "德", "谢", "尔", "盖", "利", "万", "福"],
    ["바", "카", "모", "함", "메", "드", "세", "르", "게", "이", "완"],
    ["ב", "כ", "מו", "חמ", "מד", "סר", "גי", "לי", "ון", "פו"],
  ]

  /// Creates a source of names that depends on `seed` only.
  public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// A random number below `bound`.
  public mutating func number(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &generator)
  }

  /// A name of one to six tokens.
  public mutating func name() -> String {
    var tokens: [String] = []
    for _ in 0..<1 + number(below: 4) {
      if number(below: 4) == 0 { tokens.append(extras[number(below: extras.count)]) }
      tokens.append(number(below: 8) == 0 ? foreignWord() : word())
    }
    if number(below: 12) == 0 { tokens = [extras[number(below: extras.count)]] }
    return tokens.joined(separator: " ")
  }

  /// A word of one to six syllables: some have over twelve letters.
  public mutating func word() -> String {
    let count = number(below: 10) == 0 ? 4 + number(below: 3) : 1 + number(below: 3)
    return (0..<count).map { _ in syllables[number(below: syllables.count)] }.joined()
  }

  /// A word of two to four syllables of another script.
  public mutating func foreignWord() -> String {
    let script = foreignSyllables[number(below: foreignSyllables.count)]
    return (0..<2 + number(below: 3)).map { _ in script[number(below: script.count)] }.joined()
  }

  /// The name with one to four changes: edits, swaps, tokens joined, split, dropped, added,
  /// shortened to an initial or all of them to one word, put in another order, or disguised.
  public mutating func mutation(of name: String) -> String {
    var tokens = name.split(separator: " ").map(String.init)
    for _ in 0..<1 + number(below: 4) {
      let i = number(below: tokens.count)
      switch number(below: 10) {
      case 0, 1, 2: tokens[i] = edited(tokens[i])
      case 3: if i + 1 < tokens.count { tokens[i] += tokens.remove(at: i + 1) }
      case 4: if tokens[i].count > 3 { split(&tokens, at: i) }
      case 5: if tokens.count > 1 { tokens.remove(at: i) }
      case 6: tokens[i] = String(tokens[i].prefix(1))
      case 7: tokens[i] = disguised(tokens[i])
      case 8: tokens = [String(tokens.compactMap(\.first))]
      default: tokens.insert(tokens.remove(at: i), at: number(below: tokens.count + 1))
      }
    }
    return tokens.joined(separator: " ")
  }

  /// The token with digits and signs in the place of some letters.
  private mutating func disguised(_ token: String) -> String {
    let signs: [Character: Character] = [
      "o": "0", "i": "1", "l": "1", "e": "3", "a": "@", "s": "5",
    ]
    return String(token.map { number(below: 2) == 0 ? signs[$0] ?? $0 : $0 })
  }

  private mutating func split(_ tokens: inout [String], at i: Int) {
    let cut = tokens[i].index(
      tokens[i].startIndex, offsetBy: 1 + number(below: tokens[i].count - 1))
    let rest = String(tokens[i][cut...])
    tokens[i] = String(tokens[i][..<cut])
    tokens.insert(rest, at: i + 1)
  }

  private mutating func edited(_ token: String) -> String {
    var letters = Array(token.unicodeScalars)
    let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8(number(below: 26)))
    let i = number(below: letters.count)
    switch number(below: 4) {
    case 0: letters.insert(letter, at: i)
    case 1: letters[i] = letter
    case 2: if letters.count > 1 { letters.remove(at: i) }
    default: if i + 1 < letters.count { letters.swapAt(i, i + 1) }
    }
    return String(String.UnicodeScalarView(letters))
  }
}
