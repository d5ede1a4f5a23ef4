private import Glibc
private import NameIndex

/// The bytes of an index, in memory or mapped from a file, for as long as something points to them.
final class IndexMemory: @unchecked Sendable {
  // Immutable after `init`, hence Sendable.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Holds a copy of `bytes`.
  init(copying bytes: [UInt8]) {
    // SAFETY: 64 is the alignment of the sections; the copy fills exactly what was allocated.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(memory)
    isMapped = false
  }

  /// Maps a file, read-only and shared with every other process that maps it.
  ///
  /// - Throws: ``IndexFileError`` when the file cannot be opened, read or mapped, or is empty.
  init(mapping path: String) throws(IndexFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.failure(path, "open") }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw Self.failure(path, "stat") }
    if status.st_mode & S_IFMT != S_IFREG || status.st_size == 0 {
      throw IndexFileError(path: path, reason: .notAnIndex)
    }
    let size = Int(status.st_size)
    // SAFETY: a mapping starts on a page, which is a multiple of 64 bytes; it is never written to
    // and stays until `deinit`.
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED
    else { throw Self.failure(path, "mmap") }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
    isMapped = true
  }

  /// Whether the file at `path` can be read and starts with the mark of an index.
  static func isIndexFile(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return false }
    defer { close(descriptor) }
    var mark: UInt64 = 0
    // SAFETY: `read` writes at most the eight bytes of `mark`.
    return read(descriptor, &mark, 8) == 8 && UInt64(littleEndian: mark) == SectionFile.magic
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  private static func failure(_ path: String, _ operation: String) -> IndexFileError {
    IndexFileError(path: path, reason: .system(operation: operation, errno: errno))
  }
}
