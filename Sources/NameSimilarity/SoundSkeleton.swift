/// The consonants of a token in coarse classes: what transcriptions of a name into any script and
/// back still share, but for an edit or two.
///
/// It is what the index looks up. Vowels and y are left out, but a vowel at the start is a class of
/// its own; neighbours of one class are one. Up to twelve classes of four bits are packed, the
/// first in the lowest bits; consonants past the twelfth are ignored.
public struct SoundSkeleton: Hashable, Sendable {
  /// The classes, four bits each; 0 when there are none.
  public let rawValue: UInt64

  /// The most classes of a skeleton.
  public static let maximumLength = 12

  /// Wraps packed classes.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The skeleton of a token; empty for one with more sounds than are compared.
  ///
  /// - Complexity: O(*n*) in the length of the token; no heap allocation.
  public init(of token: UnsafeBufferPointer<UInt8>, _ transcription: Transcription) {
    rawValue = withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: SoundSequence.maximumLength
    ) { sounds in
      let count = SoundSequence.write(token, transcription, to: sounds)
      return Self.packed(UnsafeBufferPointer(rebasing: sounds[..<count]))
    }
  }

  private static func packed(_ sounds: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = sounds.first else { return 0 }
    var packed: UInt64 = first <= sound("u") ? vowel : 0
    var length = packed == 0 ? 0 : 1
    var last: UInt64 = 0
    for value in sounds where length < maximumLength {
      let next = consonantClass(value)
      if next != 0 && next != last {
        packed |= next << UInt64(4 * length)
        length += 1
      }
      last = next
    }
    return packed
  }

  /// The number of classes.
  public var count: Int { (64 - rawValue.leadingZeroBitCount + 3) / 4 }

  /// The class at `i`, 1...9.
  public subscript(_ i: Int) -> UInt8 { UInt8(rawValue >> UInt64(4 * i) & 15) }

  /// Whether two skeletons are at most `limit` edits apart: insertions, deletions, replacements and
  /// swaps of neighbours, as ``boundedEditDistance(_:_:limit:)`` counts them.
  ///
  /// - Complexity: O(4^*limit*).
  public static func areWithin(_ limit: Int, _ a: SoundSkeleton, _ b: SoundSkeleton) -> Bool {
    areWithin(limit, a.rawValue, b.rawValue)
  }

  private static func areWithin(_ limit: Int, _ a: UInt64, _ b: UInt64) -> Bool {
    if a == b { return true }
    if limit == 0 { return false }
    // A common prefix never takes part in an edit.
    let shift = UInt64((a ^ b).trailingZeroBitCount & ~3)
    let (x, y) = (a >> shift, b >> shift)
    if areWithin(limit - 1, x >> 4, y >> 4) || areWithin(limit - 1, x >> 4, y)
      || areWithin(limit - 1, x, y >> 4)
    {
      return true
    }
    let isSwap = x & 15 == y >> 4 & 15 && x >> 4 & 15 == y & 15
    return isSwap && areWithin(limit - 1, x >> 8, y >> 8)
  }
}

/// The class of a vowel at the start.
private let vowel: UInt64 = 9

/// The class of a consonant; 0 for sounds that are left out.
@inline(__always)
private func consonantClass(_ value: UInt8) -> UInt64 {
  switch value {
  case sound("B"), sound("P"): 1
  case sound("F"), sound("V"), sound("W"): 2
  case sound("T"), sound("D"): 3
  case sound("S"), sound("Z"), sound("X"), sound("c"), sound("C"), sound("J"), sound("j"),
    sound("s"), sound("g"):
    4
  // Cyrillic writes g for h, others kh.
  case sound("K"), sound("G"), sound("Q"), sound("H"): 5
  case sound("R"), sound("L"): 6
  case sound("M"): 7
  case sound("N"): 8
  default: 0
  }
}
