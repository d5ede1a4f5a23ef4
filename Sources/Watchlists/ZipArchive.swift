private import CZlib

/// A zip archive of one file, as OFAC publishes its enhanced XML.
///
/// Nothing is ever written to a disk. An archive that holds several files, a path out of its folder,
/// encryption, or sizes over 4 GiB is refused: no publisher makes such.
struct ZipArchive {
  private let bytes: [UInt8]
  private let path: String

  /// Whether `bytes` start as a zip archive does; an empty one starts with its end.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Signature.member) || bytes.starts(with: Signature.end)
  }

  /// The content of the one file in the archive `stored`.
  ///
  /// - Throws: ``WatchlistError`` when the archive is cut or damaged, when it does not hold exactly
  ///   one plain file, and when that is longer than `limit` bytes.
  static func extract(
    _ stored: [UInt8], path: String, limit: Int
  ) throws(WatchlistError) -> [UInt8] {
    let archive = ZipArchive(bytes: stored, path: path)
    return try archive.content(of: try archive.member(), limit: limit)
  }

  /// A file in the archive, as the directory at its end tells.
  private struct Member {
    var method: Int
    var checksum: Int
    var compressedCount: Int
    var count: Int
    var offset: Int
  }

  private enum Signature {
    static let member: [UInt8] = [0x50, 0x4B, 3, 4]
    static let directory: [UInt8] = [0x50, 0x4B, 1, 2]
    static let end: [UInt8] = [0x50, 0x4B, 5, 6]
  }

  private func failure(_ reason: WatchlistError.Reason) -> WatchlistError {
    WatchlistError(reason, path: path)
  }

  /// The little-endian number of `count` bytes at `offset`.
  private func number(at offset: Int, _ count: Int) throws(WatchlistError) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { throw failure(.zipDamaged) }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func has(_ signature: [UInt8], at offset: Int) -> Bool {
    offset <= bytes.count && bytes[offset...].starts(with: signature)
  }

  /// The end record, behind which there may be a comment of up to 65,535 bytes.
  private func endRecord() throws(WatchlistError) -> Int {
    let size = 22
    guard bytes.count >= size else { throw failure(.zipCut) }
    let last = bytes.count - size
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where has(Signature.end, at: offset) {
      return offset
    }
    throw failure(.zipCut)
  }

  /// The one file that the directory names.
  private func member() throws(WatchlistError) -> Member {
    let end = try endRecord()
    let count = try number(at: end + 10, 2)
    guard count == 1 else { throw failure(.zipMemberCount(count)) }
    let start = try number(at: end + 16, 4)
    guard has(Signature.directory, at: start) else { throw failure(.zipDamaged) }
    let nameStart = start + 46
    let nameEnd = nameStart + (try number(at: start + 28, 2))
    guard nameEnd <= end else { throw failure(.zipDamaged) }
    let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
    guard Self.staysInside(name) else { throw failure(.zipPathOutside) }
    if try number(at: start + 8, 2) & 1 != 0 { throw failure(.zipEncrypted) }
    return Member(
      method: try number(at: start + 10, 2), checksum: try number(at: start + 16, 4),
      compressedCount: try number(at: start + 20, 4), count: try number(at: start + 24, 4),
      offset: try number(at: start + 42, 4))
  }

  /// Whether a path leads to a file below the folder that it starts from.
  private static func staysInside(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    return !parts.contains("..") && parts.first != "" && parts.last != ""
      && !name.contains(":")
  }

  private func content(of member: Member, limit: Int) throws(WatchlistError) -> [UInt8] {
    let offset = member.offset
    guard has(Signature.member, at: offset) else { throw failure(.zipDamaged) }
    let start = offset + 30 + (try number(at: offset + 26, 2)) + (try number(at: offset + 28, 2))
    guard start + member.compressedCount <= bytes.count else { throw failure(.zipDamaged) }
    guard member.count <= limit else {
      throw failure(.tooLarge(limit: limit, isDecompressed: true))
    }
    let stored = bytes[start..<start + member.compressedCount]
    var content: [UInt8] = []
    switch member.method {
    case 0: content = Array(stored)
    case 8:
      // A bomb says less of itself than it holds: what it says is the limit.
      let outcome = Inflater.inflate(stored, .raw, into: &content, limit: member.count)
      guard case .finished = outcome else { throw failure(.zipDamaged) }
    default: throw failure(.zipMethod(member.method))
    }
    guard content.count == member.count, Self.checksum(content) == member.checksum else {
      throw failure(.zipDamaged)
    }
    return content
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    // SAFETY: the buffer is valid for the call, which reads as many bytes as it has.
    unsafe bytes.withUnsafeBufferPointer {
      unsafe Int(crc32_z(0, $0.baseAddress, $0.count))
    }
  }
}
