internal import Glibc

/// The lines of a file, mapped into memory and split.
final class NameLines: @unchecked Sendable {
  // Immutable after `init`, hence Sendable.
  // Invariant: line `i` is `starts[i]..<starts[i + 1] - 1`, within the mapping.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let starts: [Int]

  /// The number of lines.
  var count: Int { starts.count - 1 }
  /// The bytes of the file.
  var byteCount: Int { bytes.count }

  init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, errno: errno) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    // SAFETY: a private mapping of the whole file, touched here once and kept until `deinit`.
    guard size > 0,
      let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw FileFailure(path: path, errno: size == 0 ? ENODATA : errno) }
    bytes = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: size)
    var starts = [0]
    for i in bytes.indices where bytes[i] == UInt8(ascii: "\n") { starts.append(i + 1) }
    if bytes[size - 1] != UInt8(ascii: "\n") { starts.append(size + 1) }
    self.starts = starts
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  @inline(__always)
  subscript(_ i: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[starts[i]..<starts[i + 1] - 1])
  }
}

/// A file that could not be read.
struct FileFailure: Error, CustomStringConvertible {
  let path: String
  let errno: Int32

  var description: String { "\(path): \(String(cString: strerror(errno)))" }
}
