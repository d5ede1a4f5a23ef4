package import Watchlists

extension PartyType {
  /// What a record calls a party: `individual`, `Company` and so on; unknown words tell nothing.
  package init(recordValue bytes: UnsafeBufferPointer<UInt8>) {
    self = .unknown
    for i in Self.words.indices where Self.words[i].isSpelt(bytes) { self = Self.words[i].type }
  }

  /// What a record calls a party, as a string.
  package init(recordValue text: String) {
    var text = text
    self = text.withUTF8 { PartyType(recordValue: $0) }
  }

  private struct Word {
    var text: StaticString
    var type: PartyType

    /// Whether `bytes` are the word, in any case.
    func isSpelt(_ bytes: Bytes) -> Bool {
      let text = Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
      if bytes.count != text.count { return false }
      for i in text.indices {
        let byte = bytes[i]
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        if lower != text[i] { return false }
      }
      return true
    }
  }

  // Not an array: all threads would count references to it.
  private static let words: InlineArray<14, Word> = [
    Word(text: "person", type: .person),
    Word(text: "organisation", type: .organisation),
    Word(text: "organization", type: .organisation),
    Word(text: "individual", type: .person),
    Word(text: "entity", type: .organisation),
    Word(text: "company", type: .organisation),
    Word(text: "corporate", type: .organisation),
    Word(text: "natural person", type: .person),
    Word(text: "natural_person", type: .person),
    Word(text: "legal entity", type: .organisation),
    Word(text: "legal_entity", type: .organisation),
    Word(text: "vessel", type: .vessel),
    Word(text: "ship", type: .vessel),
    Word(text: "aircraft", type: .aircraft),
  ]
}
