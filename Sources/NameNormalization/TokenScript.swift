/// The script that a token was romanised from, which tells what its spelling may have lost.
public enum TokenScript: UInt8, Sendable, CaseIterable {
  /// The token is written in Latin letters or digits, or as a character of its own.
  case latin = 0
  /// Arabic and the alphabets made from it: short vowels are not written.
  case arabic = 1
  /// Hebrew: vowels are seldom written.
  case hebrew = 2
  /// Cyrillic, Greek, Armenian, Georgian and others that write vowels, and words whose usual
  /// spelling is known.
  case alphabet = 3
  /// Hiragana and Katakana.
  case kana = 4
  /// Han, read as sounds.
  case han = 5
  /// Hangul.
  case hangul = 6

  /// The script of a letter that rules read.
  init(ofLetter scalar: UInt32) {
    switch scalar {
    case 0x0590...0x05FF, 0xFB1D...0xFB4F: self = .hebrew
    case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: self = .arabic
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
    default: self = .alphabet
    }
  }
}
