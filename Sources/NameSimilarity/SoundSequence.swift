/// The sounds that tokens spell.
///
/// A transcription keeps the sounds of a name, and each script loses other ones. Tokens that are
/// compared across scripts are therefore read as sounds first: digraphs are one sound, silent and
/// doubled letters none.
///
/// A sound is a number below ``count``: the place of its sign in ``signs``.
enum SoundSequence {
  /// The signs of the sounds: vowels and consonants as they are spelt, and X for sh, C for ch, j
  /// for zh, c for ts, Q for kh, s and g for a c and g before e, i or y.
  static let signs: StaticString = "aeiouyBCDFGHJKLMNPQRSTVWXZcgjs"
  /// The number of sounds.
  static let count = 30
  /// The most sounds of a token that is compared by them; published lists have no longer word.
  static let maximumLength = 32

  /// Writes the sounds of a token to `sounds`, which has room for ``maximumLength``.
  ///
  /// - Returns: Their number; 0 if there are more than fit.
  static func write(
    _ token: UnsafeBufferPointer<UInt8>, _ transcription: Transcription,
    to sounds: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var i = 0
    while i < token.count {
      let (first, second, length) = read(token, at: i, transcription)
      i += length
      if first == noSound { continue }
      if count + 2 > sounds.count { return 0 }
      sounds[count] = first
      count += 1
      if second != noSound {
        sounds[count] = second
        count += 1
      }
    }
    return count
  }
}

/// Stands for no sound.
private let noSound: UInt8 = 255

/// The number of the sound with a sign.
@inline(__always)
func sound(_ sign: Unicode.Scalar) -> UInt8 {
  switch sign {
  case "a": 0
  case "e": 1
  case "i": 2
  case "o": 3
  case "u": 4
  case "y": 5
  case "B": 6
  case "C": 7
  case "D": 8
  case "F": 9
  case "G": 10
  case "H": 11
  case "J": 12
  case "K": 13
  case "L": 14
  case "M": 15
  case "N": 16
  case "P": 17
  case "Q": 18
  case "R": 19
  case "S": 20
  case "T": 21
  case "V": 22
  case "W": 23
  case "X": 24
  case "Z": 25
  case "c": 26
  case "g": 27
  case "j": 28
  case "s": 29
  default: noSound
  }
}

/// One or two sounds and the number of letters that spell them.
private typealias Reading = (first: UInt8, second: UInt8, length: Int)

private func read(
  _ token: UnsafeBufferPointer<UInt8>, at i: Int, _ transcription: Transcription
) -> Reading {
  let letters = Letters(token, at: i)
  switch transcription {
  case .han: return pinyin(letters)
  case .hangul: return revisedRomanisation(letters)
  default: return latin(letters, before: i > 0 ? token[i - 1] : 0)
  }
}

/// A letter of a token and the three after it; 0 past the end.
private struct Letters {
  let first: Unicode.Scalar
  let second: Unicode.Scalar
  let third: Unicode.Scalar
  let fourth: Unicode.Scalar

  init(_ token: UnsafeBufferPointer<UInt8>, at i: Int) {
    first = Unicode.Scalar(token[i])
    second = Unicode.Scalar(i + 1 < token.count ? token[i + 1] : 0)
    third = Unicode.Scalar(i + 2 < token.count ? token[i + 2] : 0)
    fourth = Unicode.Scalar(i + 3 < token.count ? token[i + 3] : 0)
  }
}

/// A spelling of `length` letters that is one sound.
@inline(__always)
private func one(_ sign: Unicode.Scalar, _ length: Int) -> Reading {
  (sound(sign), noSound, length)
}

/// A single letter, read as most languages read it.
private func single(_ letter: Unicode.Scalar) -> Reading {
  switch letter {
  case "a", "e", "i", "o", "u", "y": return one(letter, 1)
  case "c", "q": return one("K", 1)
  case "a"..."z":
    return (sound(Unicode.Scalar(UInt8(letter.value - 0x20))), noSound, 1)
  default: return (noSound, noSound, 1)
  }
}

/// The spellings of European languages and of romanisations, which share most digraphs.
private func latin(_ letters: Letters, before previous: UInt8) -> Reading {
  let (second, third, fourth) = (letters.second, letters.third, letters.fourth)
  let isFront = second == "e" || second == "i" || second == "y"
  let isVowel: Bool
  switch letters.first {
  case "a", "e", "i", "o", "u": isVowel = true
  default: isVowel = false
  }
  if !isVowel && previous == UInt8(truncatingIfNeeded: letters.first.value) {
    return (noSound, noSound, 1)
  }
  if !beginsDigraph(letters.first) { return single(letters.first) }
  switch (letters.first, second) {
  case ("b", "h"): return one("B", 2)
  case ("c", "c") where third == "h": return one("C", 3)
  case ("c", "q") where third == "u": return one("K", 3)
  case ("c", "z"), ("c", "h"): return one("C", 2)
  case ("c", "k"): return one("K", 2)
  case ("c", _) where isFront: return one("s", 1)
  case ("d", "z"): return third == "h" ? one("J", 3) : one("Z", 2)
  case ("d", "j"), ("d", "g"): return one("J", 2)
  case ("d", "h"): return one("D", 2)
  case ("e", "e"): return one("i", 2)
  case ("g", "h"): return third == "t" ? (noSound, noSound, 2) : one("G", 2)
  case ("g", "n"): return one("N", 2)
  case ("g", _) where isFront: return one("g", 1)
  case ("k", "h"): return one("Q", 2)
  case ("o", "o"), ("o", "u"): return one("u", 2)
  case ("p", "h"): return one("F", 2)
  case ("q", "u"): return (sound("K"), sound("W"), 2)
  case ("r", "h"): return one("R", 2)
  case ("s", "h"):
    return third == "c" && fourth == "h" ? (sound("X"), sound("C"), 4) : one("X", 2)
  case ("s", "c") where third == "h": return one("X", 3)
  case ("s", "s") where third == "h": return one("X", 3)
  case ("s", "z"): return one("X", 2)
  case ("t", "s"): return third == "c" && fourth == "h" ? one("C", 4) : one("c", 2)
  case ("t", "c") where third == "h": return one("C", 3)
  case ("t", "z"): return one("c", 2)
  case ("t", "h"): return one("T", 2)
  case ("w", "h"): return one("W", 2)
  case ("w", "r"): return one("R", 2)
  // French plurals: -aux, -eux.
  case ("x", "\0") where previous == UInt8(ascii: "u"): return (noSound, noSound, 1)
  case ("x", _): return (sound("K"), sound("S"), 1)
  case ("z", "h"): return one("j", 2)
  default: return single(letters.first)
  }
}

/// Whether a letter begins a spelling of several letters, or is two sounds.
@inline(__always)
private func beginsDigraph(_ letter: Unicode.Scalar) -> Bool {
  switch letter {
  case "b", "c", "d", "e", "g", "k", "o", "p", "q", "r", "s", "t", "w", "x", "z": true
  default: false
  }
}

/// Pinyin: its x, q, c and zh are other sounds than elsewhere.
private func pinyin(_ letters: Letters) -> Reading {
  switch (letters.first, letters.second) {
  case ("z", "h"): return one("J", 2)
  case ("c", "h"): return one("C", 2)
  case ("s", "h"): return one("X", 2)
  case ("n", "g"): return one("N", 2)
  case ("x", _): return one("X", 1)
  case ("q", _): return one("C", 1)
  case ("c", _): return one("c", 1)
  case ("e", "i"): return one("e", 2)
  case ("a", "o"): return (sound("a"), sound("u"), 2)
  case ("o", "u"): return one("o", 2)
  case ("u", "o"): return one("o", 2)
  case ("e", "r"): return one("R", 2)
  default: return single(letters.first)
  }
}

/// The Revised Romanisation of Korean, and the passport spelling of syllables of one vowel.
private func revisedRomanisation(_ letters: Letters) -> Reading {
  switch (letters.first, letters.second) {
  case ("w", "o") where letters.third == "o": return one("u", 3)
  case ("y", "i"): return one("i", 2)
  case ("h", "a"), ("h", "e"), ("h", "i"), ("h", "o"), ("h", "u"), ("h", "w"), ("h", "y"):
    return one("H", 1)
  case ("h", _): return (noSound, noSound, 1)
  case ("e", "o"): return one("o", 2)
  case ("e", "u"): return one("u", 2)
  case ("a", "e"): return one("e", 2)
  case ("o", "e"): return (sound("u"), sound("e"), 2)
  case ("n", "g"): return one("N", 2)
  case ("c", "h"): return one("C", 2)
  case ("k", "k"), ("t", "t"), ("p", "p"), ("s", "s"), ("j", "j"), ("r", "r"), ("l", "l"):
    var reading = single(letters.first)
    reading.length = 2
    return reading
  default: return single(letters.first)
  }
}
