import NameNormalization
import TestSupport
import Testing

@Suite("Name tables")
struct NameTablesTests {
  /// Reads a copy of bytes as tables, which live as long as `use` runs.
  private func read(_ bytes: [UInt8], use: (NameTables) -> Void = { _ in }) -> NameTablesError? {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    defer { memory.deallocate() }
    memory.copyBytes(from: bytes)
    do throws(NameTablesError) {
      use(try NameTables(validating: UnsafeRawBufferPointer(memory)))
      return nil
    } catch {
      return error
    }
  }

  private var builtinBytes: [UInt8] { Array(NameTables.builtin.rawBytes) }

  @Test("A copy of the tables folds as they do")
  func copy() {
    let error = read(builtinBytes) { tables in
      #expect(tables.version == NameTables.builtin.version)
      var folder = NameFolder(tables: tables)
      var name = FoldedName()
      for sample in ["Щукин GmbH", "习近平", "Smith"] {
        let folded = fold(bytes: Array(sample.utf8), &folder, &name)
        #expect(folded == fold(sample))
      }
    }
    #expect(error == nil)
  }

  @Test("Versions are stated")
  func versions() {
    #expect(NameTables.builtin.version.utf8.count == 16)
    #expect(NameTables.builtin.icuVersion.contains("."))
  }

  @Test("Cut tables are refused")
  func cut() {
    let bytes = builtinBytes
    for count in [0, 1, 8, 47, 159, 160, 4096, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
      #expect(read(Array(bytes.prefix(count))) != nil, "\(count) bytes")
    }
    #expect(read(bytes + [0, 0, 0, 0, 0, 0, 0, 0]) != nil)
  }

  @Test("A flipped bit is noticed", arguments: [1, 2] as [UInt64])
  func flippedBits(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var bytes = builtinBytes
    var places = (0..<160).map { $0 * 8 + Int.random(in: 0..<8, using: &generator) }
    places += (0..<60).map { _ in Int.random(in: 0..<bytes.count * 8, using: &generator) }
    for place in places {
      bytes[place / 8] ^= 1 << UInt8(place % 8)
      #expect(read(bytes) != nil, "bit \(place)")
      bytes[place / 8] ^= 1 << UInt8(place % 8)
    }
  }

  @Test("Damage under a matching checksum is noticed or harmless", arguments: [3] as [UInt64])
  func forged(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let samples = ["John Smith Ltd", "Щукин", "习近平", "محمد", "ヤマダ", "\u{FB01}x", "박근혜"]
    for _ in 0..<80 {
      var bytes = builtinBytes
      for _ in 0..<20 {
        let place = Int.random(in: 48..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let sum = bytes.withUnsafeBytes { NameTablesFormat.checksum(of: $0) }
      withUnsafeBytes(of: sum) { for i in 0..<8 { bytes[24 + i] = $0[i] } }
      _ = read(bytes) { tables in
        var folder = NameFolder(tables: tables)
        var name = FoldedName()
        for sample in samples { _ = fold(bytes: Array(sample.utf8), &folder, &name) }
      }
    }
  }

  @Test("Tables that do not start at a multiple of 8 are refused")
  func misaligned() {
    let bytes = builtinBytes
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 8, alignment: 8)
    defer { memory.deallocate() }
    let shifted = UnsafeMutableRawBufferPointer(rebasing: memory[4..<4 + bytes.count])
    shifted.copyBytes(from: bytes)
    #expect(throws: NameTablesError.misaligned) {
      try NameTables(validating: UnsafeRawBufferPointer(shifted))
    }
  }

  @Test("Errors are sentences")
  func descriptions() {
    #expect(
      NameTablesError.wrongSize(byteCount: 3, expected: 160).description
        == "name tables are 3 bytes; expected 160")
  }
}
