internal import Synchronization
private import Glibc

/// Messages to people, a line each, from any thread.
///
/// None carries a name from a record: those are personal data.
enum StandardError {
  // The progress line on the terminal, empty when there is none: messages go above it.
  private static let progress = Mutex("")

  /// Whether a person is watching.
  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }

  /// Writes `namesift: message`.
  static func write(_ message: String) {
    progress.withLock { line in
      put(line.isEmpty ? "namesift: \(message)\n" : "\r\u{1B}[Knamesift: \(message)\n\(line)")
    }
  }

  /// Shows `text` in place of the last progress line; empty text takes it away.
  static func showProgress(_ text: String) {
    progress.withLock { line in
      line = text
      put("\r\u{1B}[K\(text)")
    }
  }

  // Nobody can be told when this fails.
  private static func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
