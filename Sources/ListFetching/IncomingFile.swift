private import Glibc

/// A file on its way into a folder: in a hidden folder of it, under its own name, until it is
/// whole and known to be good.
///
/// What a run that was killed has left there, the next one writes over.
struct IncomingFile: ~Copyable {
  /// Where the bytes are, under the name that they will have.
  let path: String
  /// Where to write.
  let fileDescriptor: Int32
  private let target: String
  private let source: String
  private var isInPlace = false

  /// Starts a file, in place of one that was left.
  ///
  /// - Throws: ``FetchError`` when it cannot be made.
  init(_ name: String, in folder: String, for source: String) throws(FetchError) {
    let staging = folder + "/.incoming"
    let path = staging + "/" + name
    func failure(_ operation: String) -> FetchError {
      FetchError(source: source, url: nil, reason: .system(operation: operation, errno: errno))
    }
    if mkdir(staging, 0o755) != 0 && errno != EEXIST { throw failure("mkdir \(staging)") }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure("open \(path)") }
    fileDescriptor = descriptor
    target = folder + "/" + name
    self.path = path
    self.source = source
  }

  deinit {
    close(fileDescriptor)
    if !isInPlace { unlink(path) }
  }

  /// Empties it, for another attempt.
  func restart() throws(FetchError) {
    if ftruncate(fileDescriptor, 0) != 0 || lseek(fileDescriptor, 0, SEEK_SET) != 0 {
      throw failure("truncate")
    }
  }

  /// Puts the file into place once its bytes are on the disk.
  mutating func commit() throws(FetchError) {
    if fsync(fileDescriptor) != 0 { throw failure("fsync") }
    if rename(path, target) != 0 { throw failure("rename") }
    isInPlace = true
  }

  private func failure(_ operation: String) -> FetchError {
    FetchError(
      source: source, url: nil, reason: .system(operation: "\(operation) \(path)", errno: errno))
  }
}
