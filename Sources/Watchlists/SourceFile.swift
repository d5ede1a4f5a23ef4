private import Glibc

/// The whole content of one file of a list, decompressed.
package struct SourceFile {
  /// The file, as the caller named it.
  let path: String
  /// The bytes as stored, which the digest covers.
  let stored: [UInt8]
  /// The bytes of the list itself, without a byte order mark.
  let bytes: [UInt8]
  /// Where the bytes stop being UTF-8, or nil when all of them are.
  private let invalidOffset: Int?

  /// Whether all bytes are UTF-8.
  var isUTF8: Bool { invalidOffset == nil }

  /// The longest file read, in bytes, as stored and as decompressed. The largest published
  /// list is OFAC's advanced XML with about 120 MB.
  package static let maximumByteCount = 512 << 20

  /// Takes `stored` as the content of a file.
  ///
  /// - Throws: ``WatchlistError`` when it is empty, a web page, not text, or damaged gzip or
  ///   zip.
  init(path: String, stored: [UInt8], limit: Int = maximumByteCount) throws(WatchlistError) {
    self.path = path
    self.stored = stored
    var bytes = stored
    if Gunzip.isCompressed(stored) {
      bytes = try Gunzip.decompress(stored, path: path, limit: limit)
    } else if ZipArchive.isArchive(stored) {
      bytes = try ZipArchive.extract(stored, path: path, limit: limit)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.isEmpty { throw WatchlistError(.empty, path: path) }
    self.bytes = bytes
    invalidOffset = Self.invalidOffset(of: bytes)
    if isWebPage { throw WatchlistError(.html, path: path, line: 1) }
    if let offset = bytes.firstIndex(of: 0) {
      throw WatchlistError(.zeroByte, path: path, line: line(at: offset))
    }
  }

  /// Reads a file whole.
  package init(path: String, limit: Int = maximumByteCount) throws(WatchlistError) {
    let stored = try Self.read(path, limit: limit)
    try self.init(path: path, stored: stored, limit: limit)
  }

  /// The line, counting from 1, on which the byte at `offset` stands.
  func line(at offset: Int) -> Int {
    bytes[..<offset].reduce(into: 1) { line, byte in if byte == UInt8(ascii: "\n") { line += 1 } }
  }

  /// - Throws: ``WatchlistError`` with the place of the first byte that is not UTF-8.
  func requireUTF8() throws(WatchlistError) {
    if let invalidOffset {
      throw WatchlistError(
        .notUTF8(offset: invalidOffset), path: path, line: line(at: invalidOffset))
    }
  }

  private static func invalidOffset(of bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether the text starts as HTML does, XHTML with its XML declaration included.
  private var isWebPage: Bool {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    let text = start.drop { $0.isWhitespace }
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
      || (text.hasPrefix("<") && text.contains("<html"))
  }

  /// Reads the bytes of a file as stored.
  ///
  /// - Throws: ``WatchlistError`` when it cannot be read or is longer than `limit` bytes.
  static func read(_ path: String, limit: Int) throws(WatchlistError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError("open", path: path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // SAFETY: `read` writes at most the buffer's count and keeps no pointer.
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw systemError("read", path: path)
      }
      guard bytes.count + count <= limit else {
        throw WatchlistError(.tooLarge(limit: limit, isDecompressed: false), path: path)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func systemError(_ operation: String, path: String) -> WatchlistError {
    // SAFETY: `strerror` returns a valid C string, which is copied at once.
    let message = unsafe String(cString: strerror(errno))
    return WatchlistError(.unreadable(operation: operation, message: message), path: path)
  }
}
