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
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw OutputError(errno: errno) }
      rest = rest.dropFirst(count)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// The standard output could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// What the system said.
  let errno: Int32

  var description: String { "standard output: write failed: \(String(cString: strerror(errno)))" }
}
