internal import NameNormalization

/// Text that other sections refer to, each piece once.
struct StringPool {
  private(set) var bytes: [UInt8] = [0]
  private var places: [String: StringReference] = [:]

  /// The place of a piece of text, which is added if it is new.
  mutating func reference(_ text: String) -> StringReference {
    if text.isEmpty { return StringReference(rawValue: 0) }
    if let place = places[text] { return place }
    let place = StringReference(offset: bytes.count, length: text.utf8.count)
    places[text] = place
    bytes += text.utf8
    return place
  }
}

/// The tables before they are laid out in one run of bytes.
struct TableSections {
  var sections: [NameTablesFormat.Section: [UInt8]] = [:]

  /// Sets a section to the bytes of `elements`, which must be plain numbers or structs of them.
  mutating func set<Element>(_ section: NameTablesFormat.Section, _ elements: [Element]) {
    precondition(MemoryLayout<Element>.stride == NameTablesFormat.stride(of: section))
    sections[section] = elements.withUnsafeBytes { Array($0) }
  }

  /// Lays the sections out behind their header.
  func laidOut(icuVersion: String) -> [UInt8] {
    typealias Header = NameTablesFormat.Header
    var bytes = [UInt8](repeating: 0, count: NameTablesFormat.headerByteCount)
    for section in NameTablesFormat.Section.allCases {
      let content = sections[section] ?? []
      let place = Header.sections + 8 * section.rawValue
      store(UInt32(bytes.count), at: place, in: &bytes)
      store(UInt32(content.count), at: place + 4, in: &bytes)
      bytes += content
      while bytes.count % 8 != 0 { bytes.append(0) }
    }
    store(NameTablesFormat.magic, at: Header.magic, in: &bytes)
    store(NameTablesFormat.version, at: Header.version, in: &bytes)
    store(
      UInt32(NameTablesFormat.Section.allCases.count), at: Header.sectionCount, in: &bytes)
    store(UInt64(bytes.count), at: Header.byteCount, in: &bytes)
    for (i, byte) in icuVersion.utf8.prefix(Header.icuVersionLength - 1).enumerated() {
      bytes[Header.icuVersion + i] = byte
    }
    let checksum = bytes.withUnsafeBytes { NameTablesFormat.checksum(of: $0) }
    store(checksum, at: Header.checksum, in: &bytes)
    return bytes
  }

  private func store<Number: FixedWidthInteger>(
    _ number: Number, at offset: Int, in bytes: inout [UInt8]
  ) {
    withUnsafeBytes(of: number.littleEndian) { raw in
      for (i, byte) in raw.enumerated() { bytes[offset + i] = byte }
    }
  }
}

/// Places keys in an open-addressing table of at most half its slots.
///
/// - Returns: The slots; `make` fills one for each key, all others are `free`.
func openAddressed<Slot>(
  _ keys: [String], free: Slot, _ make: (String) -> Slot
) -> [Slot] {
  var capacity = 2
  while capacity < 2 * keys.count { capacity *= 2 }
  var slots = [Slot](repeating: free, count: capacity)
  var used = [Bool](repeating: false, count: capacity)
  // Sorted, so that the order of insertion does not depend on how the keys were collected.
  for key in keys.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
    let bytes = Array(key.utf8)
    var i = bytes.withUnsafeBytes { tokenHash($0.baseAddress!, $0.count) }
    i &= UInt64(capacity - 1)
    while used[Int(i)] { i = (i + 1) & UInt64(capacity - 1) }
    used[Int(i)] = true
    slots[Int(i)] = make(key)
  }
  return slots
}
