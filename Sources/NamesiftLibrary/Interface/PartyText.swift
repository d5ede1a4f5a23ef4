internal import CNamesift
internal import NameScreening
internal import Records
internal import Watchlists

/// The texts that a caller gives of one party.
struct PartyText {
  let name: Bytes
  /// The name and the facts, in the order of ``layout()``; nil for what is not known.
  let texts: [Bytes?]
  let facts: PartyFacts

  /// Reads what a caller gives.
  ///
  /// - Throws: ``LibraryError`` when the name is missing or text is not UTF-8.
  init(_ party: namesift_party) throws(LibraryError) {
    guard let name = try text(party.name, party.name_length, "name") else {
      throw .argument("no name")
    }
    self.name = name
    let type = try text(party.type, party.type_length, "type")
    let country = try text(party.country, party.country_length, "country")
    let birthDate = try text(party.birth_date, party.birth_date_length, "birth date")
    texts = [name, type, country, birthDate]
    facts = PartyFacts(
      type: type.map { PartyType(recordValue: $0) } ?? .unknown, birthDate: birthDate,
      country: country)
  }

  /// The table that ``texts`` are a row of.
  static func layout() throws(LibraryError) -> TableLayout {
    do {
      return try TableLayout(
        columns: ["name", "type", "country", "dob"],
        fields: FieldSpecification(
          "party.name=name,party.type=type,party.country=country,party.dob=dob"))
    } catch {
      throw .argument("\(error)")
    }
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
