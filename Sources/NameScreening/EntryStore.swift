internal import NameIndex
internal import Watchlists

/// The entries of the lists as they are stored in an index: decoded one by one, when reported.
struct EntryStore: @unchecked Sendable {
  // Immutable memory behind pointers, hence Sendable.
  // Invariant: `offsets` has one element more than there are entries, does not decrease and ends
  // within `bytes`; `firstNames` likewise, over the numbers of listed names; `ranks` is a
  // permutation of the entries; `listNumbers` and `types` have an element for each entry, within
  // `lists` and the raw values of `PartyType`; `packedNames` has one for each name.
  private let offsets: UnsafeBufferPointer<UInt64>
  private let bytes: UnsafeRawBufferPointer
  private let firstNames: UnsafeBufferPointer<UInt32>
  private let ranks: UnsafeBufferPointer<UInt32>
  private let uidOrder: UnsafeBufferPointer<UInt32>
  private let listNumbers: UnsafeBufferPointer<UInt16>
  private let types: UnsafeBufferPointer<UInt8>
  private let packedNames: UnsafeBufferPointer<UInt8>

  /// The codes of the lists that entries are on, in the order of their first entries.
  let lists: [String]
  /// The program tags of each list with the number of their entries, in the order of the first.
  let programs: [ListedProgram]
  /// The number of entries.
  var count: Int { ranks.count }
  /// The number of names on all entries.
  var nameCount: Int { Int(firstNames[count]) }

  /// Opens the sections that ``write(_:to:)`` wrote.
  init(_ reader: SectionReader) throws(SectionError) {
    offsets = try reader.numbers("entry.offsets", as: UInt64.self)
    bytes = try reader.bytes("entry.bytes")
    firstNames = try reader.numbers("entry.names", as: UInt32.self)
    ranks = try reader.numbers("entry.ranks", as: UInt32.self)
    uidOrder = try reader.numbers("entry.uids", as: UInt32.self)
    let count = ranks.count
    guard offsets.count == count + 1, firstNames.count == count + 1, uidOrder.count == count,
      offsets[count] == UInt64(bytes.count),
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
      zip(firstNames, firstNames.dropFirst()).allSatisfy({ $0 < $1 }),
      uidOrder.allSatisfy({ Int($0) < count })
    else { throw .damaged(section: "entry") }
    lists = try Self.readLists(reader)
    programs = try Self.readPrograms(reader)
    listNumbers = try reader.numbers("entry.lists", as: UInt16.self)
    types = try reader.numbers("entry.types", as: UInt8.self)
    packedNames = try reader.numbers("name.facts", as: UInt8.self)
    let listCount = lists.count
    guard listNumbers.count == count, listNumbers.allSatisfy({ Int($0) < listCount }),
      types.count == count, types.allSatisfy({ PartyType(rawValue: $0) != nil }),
      packedNames.count == Int(firstNames[count]),
      packedNames.allSatisfy({ NameFacts(packed: $0) != nil })
    else { throw .damaged(section: "entry.facts") }
  }

  private static func readLists(_ reader: SectionReader) throws(SectionError) -> [String] {
    var decoder = ByteDecoder(try reader.bytes("list.codes"))
    do {
      return try decoder.array { (coder) throws(DecodingFailure) in try coder.string() }
    } catch {
      throw .damaged(section: "list.codes")
    }
  }

  private static func readPrograms(
    _ reader: SectionReader
  ) throws(SectionError) -> [ListedProgram] {
    var decoder = ByteDecoder(try reader.bytes("list.programs"))
    do {
      return try decoder.array { (coder) throws(DecodingFailure) in
        ListedProgram(
          list: try coder.string(), tag: try coder.string(), entryCount: try coder.int())
      }
    } catch {
      throw .damaged(section: "list.programs")
    }
  }

  /// The entries on a list.
  ///
  /// - Complexity: O(*n*) in the number of entries, none of which is decoded.
  func entries(on list: String) -> [EntryID] {
    guard let number = lists.firstIndex(of: list) else { return [] }
    return listNumbers.indices.filter { Int(listNumbers[$0]) == number }
      .map { EntryID(rawValue: UInt32($0)) }
  }

  /// The number of the list that an entry is on, and the type of the entry.
  func listAndType(of id: EntryID) -> (list: Int, type: PartyType) {
    let number = Int(id.rawValue)
    return (Int(listNumbers[number]), PartyType(rawValue: types[number]) ?? .unknown)
  }

  /// What the list tells of a name of an entry.
  func nameFacts(_ id: EntryID, _ nameIndex: Int) -> NameFacts {
    NameFacts(packed: packedNames[Int(firstNames[Int(id.rawValue)]) + nameIndex])
      ?? NameFacts(type: .primary, strength: .unknown)
  }

  /// Decodes an entry.
  func entry(_ id: EntryID) -> WatchlistEntry {
    let start = Int(offsets[Int(id.rawValue)])
    let end = Int(offsets[Int(id.rawValue) + 1])
    var decoder = ByteDecoder(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    do {
      return try decoder.entry()
    } catch {
      // The checksum of the section was right, so it was written so.
      fatalError("an entry of the index does not decode: it was written by another engine")
    }
  }

  /// The place of an entry when all are ordered by list, uid and primary name.
  func rank(of id: EntryID) -> UInt32 { ranks[Int(id.rawValue)] }

  /// The entry that a listed name is of, and its place among the entry's names.
  ///
  /// - Complexity: O(log *n*) in the number of entries.
  func owner(_ name: UInt32) -> (entry: EntryID, nameIndex: Int) {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstNames[middle] <= name { low = middle } else { high = middle }
    }
    return (EntryID(rawValue: UInt32(low)), Int(name - firstNames[low]))
  }

  /// The entries with a uid, in the order of the lists.
  ///
  /// - Complexity: O(log *n*) decoded entries.
  func entries(withUID uid: String) -> [EntryID] {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if entry(EntryID(rawValue: uidOrder[middle])).uid < uid {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return uidOrder[low...].prefix { entry(EntryID(rawValue: $0)).uid == uid }
      .map { EntryID(rawValue: $0) }
  }

  /// Adds the sections of entries to an index file.
  static func write(_ entries: [WatchlistEntry], to sections: inout IndexSections) {
    var offsets: [UInt64] = [0]
    var encoder = ByteEncoder()
    var firstNames: [UInt32] = [0]
    for entry in entries {
      encoder.append(entry)
      offsets.append(UInt64(encoder.bytes.count))
      firstNames.append(firstNames[firstNames.count - 1] + UInt32(entry.names.count))
    }
    writeFacts(entries, to: &sections)
    let order = entries.indices.sorted { a, b in
      let (x, y) = (entries[a], entries[b])
      return (x.list, x.uid, x.names[0].text, a) < (y.list, y.uid, y.names[0].text, b)
    }
    var ranks = [UInt32](repeating: 0, count: entries.count)
    for (rank, entry) in order.enumerated() { ranks[entry] = UInt32(rank) }
    let uidOrder = entries.indices.sorted { (entries[$0].uid, $0) < (entries[$1].uid, $1) }
    sections.add("entry.offsets", offsets)
    sections.add("entry.bytes", encoder.bytes)
    sections.add("entry.names", firstNames)
    sections.add("entry.ranks", ranks)
    sections.add("entry.uids", uidOrder.map { UInt32($0) })
  }
  private static func writeFacts(_ entries: [WatchlistEntry], to sections: inout IndexSections) {
    var lists: [String] = []
    var numbers: [String: UInt16] = [:]
    for entry in entries where numbers[entry.list] == nil {
      numbers[entry.list] = UInt16(lists.count)
      lists.append(entry.list)
    }
    var encoder = ByteEncoder()
    encoder.append(lists) { $0.append($1) }
    sections.add("list.codes", encoder.bytes)
    writePrograms(entries, to: &sections)
    sections.add("entry.lists", entries.map { numbers[$0.list] ?? 0 })
    sections.add("entry.types", entries.map(\.type.rawValue))
    sections.add("name.facts", entries.flatMap { $0.names.map { NameFacts($0).packed } })
  }

  private static func writePrograms(
    _ entries: [WatchlistEntry], to sections: inout IndexSections
  ) {
    var programs: [ListedProgram] = []
    var positions: [[String]: Int] = [:]
    for entry in entries {
      for tag in entry.programs {
        let position = positions[[entry.list, tag]] ?? programs.count
        if position == programs.count {
          positions[[entry.list, tag]] = position
          programs.append(ListedProgram(list: entry.list, tag: tag, entryCount: 0))
        }
        programs[position].entryCount += 1
      }
    }
    var encoder = ByteEncoder()
    encoder.append(programs) { coder, program in
      coder.append(program.list)
      coder.append(program.tag)
      coder.append(program.entryCount)
    }
    sections.add("list.programs", encoder.bytes)
  }
}

/// A program tag as a list prints it.
public struct ListedProgram: Sendable, Hashable {
  /// The code of the list.
  public var list: String
  /// The tag.
  public var tag: String
  /// How many entries of the list have it.
  public var entryCount: Int
}

/// What a list tells of a name, in one byte.
struct NameFacts {
  var type: NameType
  var strength: NameStrength

  init(type: NameType, strength: NameStrength) {
    self.type = type
    self.strength = strength
  }

  init(_ name: ListedName) { self.init(type: name.type, strength: name.strength) }

  /// Reads a byte back; nil when it is none of ours.
  init?(packed: UInt8) {
    guard let type = NameType(rawValue: packed >> 2),
      let strength = NameStrength(rawValue: packed & 3)
    else { return nil }
    self.init(type: type, strength: strength)
  }

  var packed: UInt8 { type.rawValue << 2 | strength.rawValue }
}
