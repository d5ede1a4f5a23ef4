private import Glibc

/// Results to stdout, gathered into large writes.
///
/// A reader that goes away ends the process by SIGPIPE, as it does every filter.
struct StandardOutput: ~Copyable {
  private static let flushByteCount = 1 << 16

  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(2 * Self.flushByteCount) }

  /// Adds text and a line end.
  ///
  /// - Throws: ``OutputError`` when the output cannot be written.
  mutating func writeLine(_ text: String) throws(OutputError) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= Self.flushByteCount { try flush() }
  }

  /// Writes what was gathered.
  ///
  /// - Throws: ``OutputError`` when the output cannot be written.
  mutating func flush() throws(OutputError) {
    let written = bytes.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in
        try writeAll(bytes, to: STDOUT_FILENO, named: "standard output")
      }
    }
    try written.get()
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Writes all of `bytes`, whatever pieces the system takes.
///
/// - Throws: ``OutputError`` when they cannot be written.
func writeAll(
  _ bytes: UnsafeRawBufferPointer, to fileDescriptor: Int32, named name: String
) throws(OutputError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let piece = UnsafeRawBufferPointer(rebasing: rest)
    // SAFETY: `piece` lies within `bytes`, which the caller keeps valid for the call.
    let count = Glibc.write(fileDescriptor, piece.baseAddress, piece.count)
    if count < 0 && errno == EINTR { continue }
    if count < 0 { throw OutputError(name: name, errno: errno) }
    rest = rest.dropFirst(count)
  }
}

/// An output that could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// The output, as a person knows it.
  let name: String
  /// What the system said.
  let errno: Int32

  var description: String { "\(name): write failed: \(String(cString: strerror(errno)))" }
}
