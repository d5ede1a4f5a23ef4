internal import CNamesift
internal import NameScreening
internal import Records
internal import Watchlists

/// The texts that a caller gives of one party.
struct PartyText {
  let name: Bytes
  let facts: PartyFacts

  /// Reads what a caller gives.
  ///
  /// - Throws: ``LibraryError`` when the name is missing or text is not UTF-8.
  init(_ party: namesift_party) throws(LibraryError) {
    guard let name = try text(party.name, party.name_length, "name") else {
      throw .argument("no name")
    }
    self.name = name
    facts = PartyFacts(
      type: try text(party.type, party.type_length, "type").map { PartyType(recordValue: $0) }
        ?? .unknown,
      birthDate: try text(party.birth_date, party.birth_date_length, "birth date"),
      country: try text(party.country, party.country_length, "country"))
  }
}

/// Text of a caller, checked; nil when there is none.
func text(
  _ start: UnsafePointer<CChar>?, _ count: Int, _ what: String
) throws(LibraryError) -> Bytes? {
  guard let start else { return nil }
  let limit = RunConfiguration.defaultMaximumRecordByteCount
  guard (0...limit).contains(count) else {
    throw .argument("the \(what) is \(count) bytes long; the limit is \(limit)")
  }
  // SAFETY: the caller promises `count` bytes; char and unsigned char have the same layout.
  let bytes = UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
  if count > 0, let fault = TextCheck.fault(in: bytes.baseAddress!, from: 0, to: count) {
    switch fault {
    case .nulByte(let byte): throw .argument("the \(what) has a NUL at byte \(byte)")
    case .invalidEncoding(let byte): throw .argument("the \(what) is not UTF-8 at byte \(byte)")
    default: throw .argument("the \(what): \(fault)")
    }
  }
  return bytes
}
