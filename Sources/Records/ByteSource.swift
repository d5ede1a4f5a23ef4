private import Glibc

/// The bytes of one input, as UTF-8 when they come in another encoding.
final class ByteSource {
  private let path: String
  private let fileDescriptor: Int32
  private let isOpened: Bool
  private let isRegularFile: Bool
  private let transcoder: Transcoder?

  /// Opens a file, or takes `standardInput` for `-`.
  init(
    path: String, standardInput: Int32, encoding: TextEncoding
  ) throws(RunError) {
    self.path = path
    isOpened = path != "-"
    fileDescriptor = isOpened ? open(path, O_RDONLY | O_CLOEXEC) : standardInput
    guard fileDescriptor >= 0 else {
      throw RunError(path: path, reason: .system(operation: "open", errno: errno))
    }
    var status = stat()
    isRegularFile = fstat(fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    transcoder = encoding == .utf8 ? nil : Transcoder(from: encoding)
  }

  deinit { if isOpened { close(fileDescriptor) } }

  /// Whether a read would give something at once, or the end; waits so long for it.
  func isReady(withinMilliseconds timeout: Int32) -> Bool {
    if isRegularFile || transcoder?.hasText == true { return true }
    var request = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, timeout) > 0
  }

  /// Appends bytes to `buffer` up to its capacity.
  ///
  /// - Returns: The number of bytes taken from the input, or nil at its end. It can be positive
  ///   when nothing is appended, if they are half a character.
  func read(into buffer: inout ByteBuffer) throws(RunError) -> Int? {
    if let transcoder {
      return try transcoder.read(into: &buffer, read: readBytes)
    }
    let count = try readBytes(
      buffer.base + buffer.count, buffer.capacity - buffer.count)
    buffer.count += count
    return count > 0 ? count : nil
  }

  private func readBytes(
    _ base: UnsafeMutablePointer<UInt8>, _ capacity: Int
  ) throws(RunError) -> Int {
    while true {
      // SAFETY: `read` writes at most `capacity` bytes, which the caller owns.
      let count = Glibc.read(fileDescriptor, base, capacity)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: _ = isReady(withinMilliseconds: -1)
      default: throw RunError(path: path, reason: .system(operation: "read", errno: errno))
      }
    }
  }
}
