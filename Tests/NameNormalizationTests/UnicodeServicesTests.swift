import CICU
import NameNormalization
import Testing

@Suite("What ICU is asked for")
struct UnicodeServicesTests {
  @Test("Normalisation forms")
  func forms() {
    #expect(normalized(Array("Ａé".utf8), form: .nfkcCaseFold) == Array("aé".utf8))
    #expect(normalized(Array("é".utf8), form: .nfd) == [0x65, 0xCC, 0x81])
    #expect(normalized([0x65, 0xCC, 0x81], form: .nfc) == Array("é".utf8))
    #expect(normalized([], form: .nfc) == [])
  }

  @Test("A result longer than the first guess is whole")
  func longResult() {
    // One code point of 3 bytes that decomposes to 18 letters, 33 bytes.
    let ligatures = String(repeating: "\u{FDFA}", count: 50)
    #expect(normalized(Array(ligatures.utf8), form: .nfkcCaseFold)?.count == 50 * 33)
  }

  @Test("Ill-formed text becomes replacement characters")
  func illFormed() {
    #expect(normalized([0x61, 0xFF, 0x62], form: .nfc) == Array("a\u{FFFD}b".utf8))
  }

  @Test("A transliterator that does not exist cannot be opened")
  func unknownTransliterator() {
    let isOpened = Transliterator("No-Such") != nil
    #expect(!isOpened)
    var error: Int32 = 0
    #expect(cicu_transliterator_open("No-Such", &error) == nil)
    #expect(error < 0)
  }

  @Test("Transliteration")
  func transliteration() throws {
    let transliterator = Transliterator("Greek-Latin; Latin-ASCII")
    guard let transliterator else { throw MissingTransliterator() }
    let text = transliterator.transliterate(Array("αβγ".utf8))
    #expect(text == Array("abg".utf8))
    let empty = transliterator.transliterate([])
    #expect(empty == [])
  }

  private struct MissingTransliterator: Error {}

  @Test("Properties of code points")
  func properties() {
    #expect(cicu_script(0x4E60) == 0x4861_6E69)  // Hani
    #expect(cicu_category(0x41) == 0x4C75)  // Lu
    #expect(cicu_digit(0x664) == 4)
    #expect(cicu_digit(0x41) == -1)
    #expect(loadedICUVersion().contains("."))
  }
}
