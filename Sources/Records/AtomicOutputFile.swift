private import Glibc

/// A file that appears whole or not at all.
///
/// For a regular file, or one that does not exist yet, bytes go to a temporary file beside it,
/// which ``commit()`` syncs and renames into place; without it the temporary file is removed.
/// `/dev/null`, FIFOs and other special files are written directly. A symbolic link is followed.
///
///     var file = try AtomicOutputFile(path: "alerts.jsonl")
///     try write(to: file.fileDescriptor)
///     try file.commit()
public struct AtomicOutputFile: ~Copyable {
  /// Where to write; open until the value ends or ``commit()``.
  public let fileDescriptor: Int32
  /// The file to write to, for functions that want a path: the temporary one.
  public let writablePath: String

  private let path: String
  private let target: String
  // Invariant: false exactly when `writablePath` is a temporary file of ours.
  private let isDirect: Bool
  private var isCommitted = false

  /// Opens the file, or the temporary file beside it.
  ///
  /// - Throws: ``RunError`` when it cannot be made.
  public init(path: String) throws(RunError) {
    self.path = path
    target = Self.resolved(path)
    var status = stat()
    let exists = stat(path, &status) == 0
    isDirect = exists && status.st_mode & S_IFMT != S_IFREG
    if isDirect {
      writablePath = path
      fileDescriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let mode: mode_t = exists ? status.st_mode & 0o777 : 0o666
      (writablePath, fileDescriptor) = Self.openTemporary(beside: target, mode: mode)
    }
    if fileDescriptor < 0 {
      throw RunError(path: path, reason: .system(operation: "open", errno: errno))
    }
  }

  deinit {
    close(fileDescriptor)
    if !isDirect && !isCommitted { unlink(writablePath) }
  }

  /// Writes a whole text file.
  ///
  /// - Throws: ``RunError`` when it cannot be written; what was at the path before is then still
  ///   there.
  package static func write(_ text: String, to path: String) throws(RunError) {
    var file = try AtomicOutputFile(path: path)
    let fault = Array(text.utf8).withUnsafeBufferPointer {
      OutputStream.write($0, to: file.fileDescriptor)
    }
    if fault != 0 { throw RunError(path: path, reason: .system(operation: "write", errno: fault)) }
    try file.commit()
  }

  /// Puts the file into place once all bytes are on the disk.
  ///
  /// - Throws: ``RunError`` when that fails; what was at the path before is then still there.
  public mutating func commit() throws(RunError) {
    guard !isDirect, !isCommitted else { return }
    if fsync(fileDescriptor) != 0 {
      throw RunError(path: path, reason: .system(operation: "fsync", errno: errno))
    }
    if rename(writablePath, target) != 0 {
      throw RunError(path: path, reason: .system(operation: "rename", errno: errno))
    }
    isCommitted = true
    syncDirectory()
  }

  // The file is whole whether or not its directory can be synced, so a failure is none of ours.
  private func syncDirectory() {
    let end = target.lastIndex(of: "/")
    let directory = end.map { String(target[...$0]) } ?? "."
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  // A name that is taken is left over from a process that was killed, or another's: try the next.
  private static func openTemporary(
    beside target: String, mode: mode_t
  ) -> (path: String, fileDescriptor: Int32) {
    var attempt = 0
    while true {
      let path = "\(target).\(getpid())-\(attempt).tmp"
      let fileDescriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if fileDescriptor >= 0 || errno != EEXIST || attempt == attemptLimit {
        return (path, fileDescriptor)
      }
      attempt += 1
    }
  }

  private static let attemptLimit = 1000

  // A link is kept and the file that it names replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
