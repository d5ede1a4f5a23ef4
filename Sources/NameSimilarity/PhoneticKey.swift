/// The consonant skeleton of a token: what remains of its sound across spellings.
///
/// Vowels are dropped, doubled consonants are one, and the digraphs that romanisations differ in
/// are one sound: `kh` is k, `gh` is g, `ph` is f, `ck` and `q` are k, `w` is v. Voiced and
/// voiceless consonants stay apart. Two tokens with the same key may be the same name only when
/// their edit distance is small as well; see ``TokenComparison``.
///
/// Up to twelve codes of five bits are packed, the first sound in the lowest bits; sounds past the
/// twelfth are ignored. A key of 0 means that the token has no key: it has fewer than two sounds,
/// or a byte that is not a letter a to z.
///
/// - Complexity: O(*n*) in the length of the token; no allocation.
public func phoneticKey(of token: borrowing Span<UInt8>) -> UInt64 {
  var key: UInt64 = 0
  var count: UInt64 = 0
  var last: UInt8 = 0
  var i = 0
  while i < token.count {
    let byte = token[i]
    guard byte >= 0x61 && byte <= 0x7A else { return 0 }
    let next = i + 1 < token.count ? token[i + 1] : 0
    let (sound, length) = consonant(byte, next, token, at: i)
    if sound == 0 || (sound == Sound.h && i > 0) {
      if i == 0 {
        key = UInt64(Sound.vowel)
        count = 1
      }
      // A vowel between two equal consonants keeps them apart: mama is m-m.
      if sound == 0 { last = 0 }
    } else {
      if sound != last && count < 12 {
        key |= UInt64(sound) << (5 * count)
        count += 1
      }
      last = sound
    }
    i += length
  }
  return count >= 2 ? key : 0
}

// The codes: any distinct numbers in 1...31 do.
private enum Sound {
  static let vowel: UInt8 = 1
  static let b: UInt8 = 2
  static let ch: UInt8 = 3
  static let d: UInt8 = 4
  static let f: UInt8 = 5
  static let g: UInt8 = 6
  static let h: UInt8 = 7
  static let j: UInt8 = 8
  static let k: UInt8 = 9
  static let l: UInt8 = 10
  static let m: UInt8 = 11
  static let n: UInt8 = 12
  static let p: UInt8 = 13
  static let r: UInt8 = 14
  static let s: UInt8 = 15
  static let sh: UInt8 = 16
  static let t: UInt8 = 17
  static let v: UInt8 = 18
  static let z: UInt8 = 19
  static let zh: UInt8 = 20
  static let ts: UInt8 = 21
}

/// The sound at byte `i` and the number of bytes that spell it; sound 0 is a vowel.
private func consonant(
  _ byte: UInt8, _ next: UInt8, _ token: borrowing Span<UInt8>, at i: Int
) -> (sound: UInt8, length: Int) {
  let h = UInt8(ascii: "h")
  switch byte {
  case UInt8(ascii: "b"): return (Sound.b, next == h ? 2 : 1)
  case UInt8(ascii: "c"):
    if next == h { return (Sound.ch, 2) }
    if next == UInt8(ascii: "k") || next == UInt8(ascii: "q") { return (Sound.k, 2) }
    let isSoft =
      next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
    return (isSoft ? Sound.s : Sound.k, 1)
  case UInt8(ascii: "d"):
    if next == UInt8(ascii: "j") { return (Sound.j, 2) }
    if next == UInt8(ascii: "z") {
      return (Sound.j, i + 2 < token.count && token[i + 2] == h ? 3 : 2)
    }
    return (Sound.d, next == h ? 2 : 1)
  case UInt8(ascii: "f"): return (Sound.f, 1)
  case UInt8(ascii: "g"): return (Sound.g, next == h ? 2 : 1)
  case h: return (Sound.h, 1)
  case UInt8(ascii: "j"): return (Sound.j, 1)
  case UInt8(ascii: "k"): return (Sound.k, next == h ? 2 : 1)
  case UInt8(ascii: "l"): return (Sound.l, 1)
  case UInt8(ascii: "m"): return (Sound.m, 1)
  case UInt8(ascii: "n"): return (Sound.n, 1)
  case UInt8(ascii: "p"): return next == h ? (Sound.f, 2) : (Sound.p, 1)
  case UInt8(ascii: "q"): return (Sound.k, 1)
  case UInt8(ascii: "r"): return (Sound.r, next == h ? 2 : 1)
  case UInt8(ascii: "s"):
    if next == h { return (Sound.sh, 2) }
    if next == UInt8(ascii: "c") && i + 2 < token.count && token[i + 2] == h {
      return (Sound.sh, 3)
    }
    return (Sound.s, 1)
  case UInt8(ascii: "t"):
    if next == UInt8(ascii: "s") || next == UInt8(ascii: "z") { return (Sound.ts, 2) }
    if next == UInt8(ascii: "c") && i + 2 < token.count && token[i + 2] == h {
      return (Sound.ch, 3)
    }
    return (Sound.t, next == h ? 2 : 1)
  case UInt8(ascii: "v"), UInt8(ascii: "w"): return (Sound.v, 1)
  case UInt8(ascii: "x"): return (Sound.k, 1)
  case UInt8(ascii: "z"): return next == h ? (Sound.zh, 2) : (Sound.z, 1)
  default: return (0, 1)
  }
}
