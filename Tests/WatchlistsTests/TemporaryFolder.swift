private import Glibc

/// A folder for the files of one test, which it removes at its end.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/namesift-lists-XXXXXX".utf8CString)
    _ = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) }
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private var names: [String] = []

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    names.append(name)
    let file = unsafe fopen("\(path)/\(name)", "w")
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    _ = unsafe fclose(file)
    return "\(path)/\(name)"
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }
}

/// The checksum of gzip and zip.
func checksum(of bytes: [UInt8]) -> UInt32 {
  var checksum: UInt32 = ~0
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 {
      checksum = checksum & 1 == 1 ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1
    }
  }
  return ~checksum
}

/// A gzip member that holds `bytes` without compressing them.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  precondition(bytes.count < 1 << 16)
  func littleEndian(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  let count = UInt32(bytes.count)
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + littleEndian(count, 2)
    + littleEndian(~count & 0xFFFF, 2) + bytes + littleEndian(checksum(of: bytes), 4)
    + littleEndian(count, 4)
}
