import Testing

@testable import Watchlists

@Suite("Zip archives")
struct ZipArchiveTests {
  private static let text = Array("uid,name\n1,Acme\n".utf8)

  /// A member of an archive, with what a test wants wrong in it.
  private struct Member {
    var name = "list.csv"
    var content = text
    var method: UInt32 = 0
    var flags: UInt32 = 0
    var count: UInt32?
    var checksum: UInt32?

    /// The bytes as stored; method 8 wraps them as deflate that does not compress.
    var stored: [UInt8] {
      guard method == 8 else { return content }
      let count = UInt32(content.count)
      return [1] + bytes(count, 2) + bytes(~count & 0xFFFF, 2) + content
    }
  }

  private static func bytes(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func archive(_ members: [Member], comment: String = "") -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = UInt32(archive.count)
      let common =
        bytes(member.flags, 2) + bytes(member.method, 2) + bytes(0, 4)
        + bytes(member.checksum ?? checksum(of: member.content), 4)
        + bytes(UInt32(member.stored.count), 4)
        + bytes(member.count ?? UInt32(member.content.count), 4)
        + bytes(UInt32(member.name.utf8.count), 2) + bytes(0, 2)
      archive += [0x50, 0x4B, 3, 4] + bytes(20, 2) + common + Array(member.name.utf8)
      archive += member.stored
      directory += [0x50, 0x4B, 1, 2] + bytes(20, 2) + bytes(20, 2) + common + bytes(0, 10)
      directory += bytes(offset, 4) + Array(member.name.utf8)
    }
    let start = UInt32(archive.count)
    let count = bytes(UInt32(members.count), 2)
    return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + bytes(UInt32(directory.count), 4) + bytes(start, 4)
      + bytes(UInt32(comment.utf8.count), 2) + Array(comment.utf8)
  }

  @Test(
    "a stored or deflated file is read, behind a comment as well", arguments: [0, 8] as [UInt32])
  func reads(method: UInt32) throws {
    for comment in ["", "PK\u{5}", String(repeating: "x", count: 0xFFFF)] {
      let stored = Self.archive([Member(method: method)], comment: comment)
      #expect(try SourceFile(path: "x", stored: stored).bytes == Self.text)
    }
  }

  private static let refused: [([UInt8], WatchlistError.Reason)] = [
    (archive([]), .zipMemberCount(0)),
    (archive([Member(), Member(name: "b")]), .zipMemberCount(2)),
    (archive([Member(name: "../list.csv")]), .zipPathOutside),
    (archive([Member(name: "a/../../list.csv")]), .zipPathOutside),
    (archive([Member(name: "/etc/list.csv")]), .zipPathOutside),
    (archive([Member(name: "a\\..\\list.csv")]), .zipPathOutside),
    (archive([Member(name: "C:list.csv")]), .zipPathOutside),
    (archive([Member(name: "folder/")]), .zipPathOutside),
    (archive([Member(flags: 1)]), .zipEncrypted),
    (archive([Member(method: 12)]), .zipMethod(12)),
    (archive([Member(checksum: 7)]), .zipDamaged),
    (archive([Member(method: 8, count: 5)]), .zipDamaged),
    (archive([Member(method: 8, count: 500)]), .zipDamaged),
    (archive([Member(count: 0xFFFF_FFFF)]), .tooLarge(limit: 1_000, isDecompressed: true)),
    (archive([Member()]).dropLast(1), .zipCut),
    (archive([Member()]).dropLast(60), .zipCut),
    (Array(archive([Member()]).prefix(4)), .zipCut),
    (archive([Member(content: [])]), .empty),
  ]

  @Test("what is not one whole plain file is refused", arguments: refused.indices)
  func refuses(index: Int) {
    let (stored, reason) = Self.refused[index]
    #expect(throws: WatchlistError(reason, path: "x")) {
      try SourceFile(path: "x", stored: stored, limit: 1_000)
    }
  }

  @Test("a bomb stops at what it says of itself")
  func refusesBomb() {
    // Zeroes, a thousand times shorter when compressed: deflate of one block with fixed codes,
    // a literal zero and then matches of 258 bytes at distance 1.
    var bits: [UInt8] = [1, 1, 0]  // The last block, of fixed codes.
    bits += [0, 0, 1, 1, 0, 0, 0, 0]  // Literal 0.
    for _ in 0..<4_000 { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
    bits += [0, 0, 0, 0, 0, 0, 0]
    var packed: [UInt8] = []
    for start in stride(from: 0, to: bits.count, by: 8) {
      packed.append(
        bits[start..<min(start + 8, bits.count)].enumerated().reduce(0) { $0 | $1.1 << $1.0 })
    }
    var content: [UInt8] = []
    let outcome = Inflater.inflate(packed[...], .raw, into: &content, limit: 2_000_000)
    #expect(content.count == 4_000 * 258 + 1 && content.allSatisfy { $0 == 0 })
    #expect(outcome == .finished)
    content = []
    let early = Inflater.inflate(packed[...], .raw, into: &content, limit: 1_000)
    #expect(early == .tooLong && content.isEmpty)
  }
}
