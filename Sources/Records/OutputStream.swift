private import Glibc

/// Writes whole buffers to a file descriptor.
enum OutputStream {
  /// Writes all bytes, waiting for a slow reader.
  ///
  /// - Returns: 0, or the `errno` of the system call that failed.
  static func write(_ bytes: Bytes, to fileDescriptor: Int32) -> Int32 {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      // SAFETY: `write` reads at most `rest.count` bytes and keeps no pointer.
      let count = Glibc.write(fileDescriptor, base, rest.count)
      if count >= 0 {
        rest = rest[bytes: count..<rest.count]
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var request = pollfd(fd: fileDescriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      default: return errno
      }
    }
    return 0
  }
}
