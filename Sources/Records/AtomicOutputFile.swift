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
      writablePath = "\(target).\(getpid()).tmp"
      let mode: mode_t = exists ? status.st_mode & 0o777 : 0o666
      fileDescriptor = open(writablePath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
    if fileDescriptor < 0 {
      throw RunError(path: path, reason: .system(operation: "open", errno: errno))
    }
  }

  deinit {
    close(fileDescriptor)
    if !isDirect && !isCommitted { unlink(writablePath) }
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
  }

  // A link is kept and the file that it names replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
