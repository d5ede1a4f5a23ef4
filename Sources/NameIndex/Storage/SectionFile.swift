/// The container of an index: named sections of bytes with a checksum each.
///
/// All numbers are little-endian. A file is a header of 32 bytes, a table of 40 bytes a section,
/// and the sections, each on a multiple of 64 bytes:
///
///     header:  magic "NAMESIFT", format version u32, section count u32, file size u64,
///              checksum of the table u64
///     table:   name (16 bytes, zero padded), offset u64, size u64, checksum u64
package enum SectionFile {
  package static let magic: UInt64 = 0x5446_4953_454D_414E  // "NAMESIFT"
  /// Counts up when the meaning of any section changes.
  package static let formatVersion: UInt32 = 7
  static let headerSize = 32
  static let entrySize = 40
  static let alignment = 64
  /// More sections than any version has: what is above is damage.
  static let maximumSectionCount = 256
}

extension SectionFile {
  /// Makes the size and the checksums that `bytes` state right, as far as there are sections.
  ///
  /// Fuzzing changes bytes of an index; without this it would never get behind the checksums.
  package static func reseal(_ bytes: inout [UInt8]) {
    let byteCount = bytes.count
    bytes.withUnsafeMutableBytes { bytes in
      func seal(_ range: Range<Int>, at position: Int) {
        guard range.upperBound <= byteCount, position + 8 <= byteCount else { return }
        let sum = checksum(UnsafeRawBufferPointer(rebasing: bytes[range]))
        bytes.storeBytes(of: sum.littleEndian, toByteOffset: position, as: UInt64.self)
      }
      guard byteCount >= headerSize else { return }
      bytes.storeBytes(of: UInt64(byteCount).littleEndian, toByteOffset: 16, as: UInt64.self)
      let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      let tableEnd = headerSize + entrySize * count
      guard count <= maximumSectionCount, tableEnd <= byteCount else { return }
      for start in stride(from: headerSize, to: tableEnd, by: entrySize) {
        let offset = bytes.loadUnaligned(fromByteOffset: start + 16, as: UInt64.self)
        let size = bytes.loadUnaligned(fromByteOffset: start + 24, as: UInt64.self)
        guard offset <= UInt64(byteCount), size <= UInt64(byteCount) - offset else { continue }
        seal(Int(offset)..<Int(offset + size), at: start + 32)
      }
      seal(headerSize..<tableEnd, at: 24)
    }
  }
}

/// What is wrong with the bytes of an index.
package enum SectionError: Error, Hashable {
  case notAnIndex
  case truncated(byteCount: Int, expected: Int)
  case otherVersion(found: Int, expected: Int)
  case damaged(section: String)
}

/// Puts sections together.
package struct SectionWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  package init() {}

  /// Adds a section of raw bytes.
  ///
  /// - Precondition: `name` has at most 16 bytes of ASCII.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition(name.utf8.count <= 16, "a section's name has at most 16 bytes")
    sections.append((name, bytes))
  }

  /// Adds a section of fixed-size numbers.
  package mutating func add<T: BitwiseCopyable>(_ name: String, _ values: [T]) {
    // SAFETY: the copy lies within the array's own buffer.
    add(name, values.withUnsafeBytes { [UInt8]($0) })
  }

  /// The bytes of the whole file.
  package consuming func finish() -> [UInt8] {
    var offset = SectionFile.headerSize + SectionFile.entrySize * sections.count
    var table: [UInt8] = []
    for (name, bytes) in sections {
      offset = Self.aligned(offset)
      var padded = [UInt8](name.utf8)
      padded.append(contentsOf: repeatElement(0, count: 16 - padded.count))
      table += padded
      Self.append(UInt64(offset), to: &table)
      Self.append(UInt64(bytes.count), to: &table)
      Self.append(bytes.withUnsafeBytes { checksum($0) }, to: &table)
      offset += bytes.count
    }
    var file: [UInt8] = []
    file.reserveCapacity(offset)
    Self.append(SectionFile.magic, to: &file)
    Self.append(SectionFile.formatVersion, to: &file)
    Self.append(UInt32(sections.count), to: &file)
    Self.append(UInt64(offset), to: &file)
    Self.append(table.withUnsafeBytes { checksum($0) }, to: &file)
    file += table
    for (_, bytes) in sections {
      file.append(contentsOf: repeatElement(0, count: Self.aligned(file.count) - file.count))
      file += bytes
    }
    return file
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + SectionFile.alignment - 1) / SectionFile.alignment * SectionFile.alignment
  }

  private static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Finds sections in the bytes of an index and checks that they are whole.
package struct SectionReader {
  private let bytes: UnsafeRawBufferPointer
  private let count: Int

  /// Checks the header, the table and every checksum.
  ///
  /// - Parameter bytes: The file, at an address that is a multiple of 64; it must outlive the
  ///   reader and everything read with it.
  /// - Throws: ``SectionError`` when the bytes are not a whole index of this version.
  /// - Complexity: O(*n*) in the size of the file.
  package init(_ bytes: UnsafeRawBufferPointer) throws(SectionError) {
    guard bytes.count >= SectionFile.headerSize,
      bytes.loadUnaligned(as: UInt64.self) == SectionFile.magic
    else { throw .notAnIndex }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    if version != SectionFile.formatVersion {
      throw .otherVersion(found: Int(version), expected: Int(SectionFile.formatVersion))
    }
    let size = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    if size != UInt64(bytes.count) {
      throw .truncated(byteCount: bytes.count, expected: Int(clamping: size))
    }
    self.bytes = bytes
    count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    let tableEnd = SectionFile.headerSize + SectionFile.entrySize * count
    guard count <= SectionFile.maximumSectionCount, tableEnd <= bytes.count,
      checksum(UnsafeRawBufferPointer(rebasing: bytes[SectionFile.headerSize..<tableEnd]))
        == bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    else { throw .damaged(section: "table") }
    for i in 0..<count {
      let entry = self.entry(i)
      guard entry.offset % SectionFile.alignment == 0, entry.offset >= 0, entry.size >= 0,
        entry.offset <= bytes.count, entry.size <= bytes.count - entry.offset,
        checksum(
          UnsafeRawBufferPointer(rebasing: bytes[entry.offset..<entry.offset + entry.size]))
          == entry.checksum
      else { throw .damaged(section: entry.name) }
    }
  }

  /// The bytes of a section.
  ///
  /// - Throws: ``SectionError/damaged(section:)`` when there is no such section.
  package func bytes(_ name: String) throws(SectionError) -> UnsafeRawBufferPointer {
    for i in 0..<count {
      let entry = self.entry(i)
      if entry.name == name {
        return UnsafeRawBufferPointer(rebasing: bytes[entry.offset..<entry.offset + entry.size])
      }
    }
    throw .damaged(section: name)
  }

  /// The numbers of a section.
  ///
  /// - Throws: ``SectionError/damaged(section:)`` when there is no such section, or its size is
  ///   not that of whole numbers.
  package func numbers<T: BitwiseCopyable>(
    _ name: String, as type: T.Type
  ) throws(SectionError) -> UnsafeBufferPointer<T> {
    let bytes = try bytes(name)
    if bytes.count % MemoryLayout<T>.stride != 0 { throw .damaged(section: name) }
    // SAFETY: the file is aligned to 64 bytes and so is every section; `T` is a plain number.
    return bytes.bindMemory(to: T.self)
  }

  private func entry(_ i: Int) -> (name: String, offset: Int, size: Int, checksum: UInt64) {
    let start = SectionFile.headerSize + SectionFile.entrySize * i
    let name = bytes[start..<start + 16].prefix { $0 != 0 }
    return (
      String(decoding: name, as: UTF8.self),
      Int(clamping: bytes.loadUnaligned(fromByteOffset: start + 16, as: UInt64.self)),
      Int(clamping: bytes.loadUnaligned(fromByteOffset: start + 24, as: UInt64.self)),
      bytes.loadUnaligned(fromByteOffset: start + 32, as: UInt64.self)
    )
  }
}

/// A checksum that finds accidental damage: four lanes of multiply and add over 64-bit words.
private func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  let prime: UInt64 = 0x9E37_79B1_85EB_CA87
  var i = 0
  while i + 32 <= bytes.count {
    lanes.0 = (lanes.0 ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* prime
    lanes.1 = (lanes.1 ^ bytes.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)) &* prime
    lanes.2 = (lanes.2 ^ bytes.loadUnaligned(fromByteOffset: i + 16, as: UInt64.self)) &* prime
    lanes.3 = (lanes.3 ^ bytes.loadUnaligned(fromByteOffset: i + 24, as: UInt64.self)) &* prime
    lanes.0 ^= lanes.0 >> 29
    lanes.1 ^= lanes.1 >> 29
    lanes.2 ^= lanes.2 >> 29
    lanes.3 ^= lanes.3 >> 29
    i += 32
  }
  var sum = hashNumber(lanes.0) ^ hashNumber(lanes.1 &+ 1) ^ hashNumber(lanes.2 &+ 2)
  sum ^= hashNumber(lanes.3 &+ 3)
  while i < bytes.count {
    sum = (sum ^ UInt64(bytes[i])) &* prime
    i += 1
  }
  return hashNumber(sum ^ UInt64(bytes.count))
}
