@testable import NameIndex
import TestSupport
import Testing

@Suite("Section files")
struct SectionFileTests {
  private static let file: [UInt8] = {
    var writer = SectionWriter()
    writer.add("first", [UInt32](0..<100))
    writer.add("empty", [UInt8]())
    writer.add("second", [UInt8](0..<77))
    return writer.finish()
  }()

  @Test func readsWhatWasWritten() throws {
    try withReader(Self.file) { reader in
      let first = try reader.numbers("first", as: UInt32.self)
      #expect(Array(first) == Array(0..<100))
      #expect(try reader.bytes("empty").isEmpty)
      #expect(try Array(reader.bytes("second")) == Array(0..<77))
      #expect(throws: SectionError.damaged(section: "third")) { try reader.bytes("third") }
    }
  }

  @Test func theSameSectionsGiveTheSameBytes() {
    var writer = SectionWriter()
    writer.add("first", [UInt32](0..<100))
    writer.add("empty", [UInt8]())
    writer.add("second", [UInt8](0..<77))
    #expect(writer.finish() == Self.file)
  }

  @Test func everyTruncationIsAnError() {
    for count in 0..<Self.file.count {
      #expect(throws: SectionError.self, "\(count) bytes") {
        try withReader(Array(Self.file[..<count])) { _ in }
      }
    }
  }

  @Test("a changed byte outside the padding is an error", arguments: UInt64(0)..<8)
  func everyChangeIsAnError(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let padding = try paddingBytes()
    for i in Self.file.indices where !padding.contains(i) {
      var damaged = Self.file
      damaged[i] ^= UInt8(1) << UInt8.random(in: 0...7, using: &generator)
      #expect(throws: SectionError.self, "byte \(i)") { try withReader(damaged) { _ in } }
    }
  }

  @Test func anotherVersionIsNamed() {
    var other = Self.file
    other[8] = 99
    #expect(throws: SectionError.otherVersion(found: 99, expected: Int(SectionFile.formatVersion)))
    {
      try withReader(other) { _ in }
    }
  }

  private func withReader(_ bytes: [UInt8], _ body: (SectionReader) throws -> Void) throws {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    defer { memory.deallocate() }
    memory.copyBytes(from: bytes)
    try body(SectionReader(UnsafeRawBufferPointer(memory)))
  }

  /// The bytes between sections, which no checksum covers.
  private func paddingBytes() throws -> Set<Int> {
    var covered = Set(0..<32 + 3 * 40)
    try withReader(Self.file) { reader in
      for name in ["first", "empty", "second"] {
        let bytes = try reader.bytes(name)
        let offset = Self.file.firstRange(of: Array(bytes))?.lowerBound ?? 0
        if !bytes.isEmpty { covered.formUnion(offset..<offset + bytes.count) }
      }
    }
    return Set(Self.file.indices).subtracting(covered)
  }
}
