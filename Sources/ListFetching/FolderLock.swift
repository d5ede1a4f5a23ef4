private import Glibc

/// The right to change the lists in a folder, which one run has at a time.
///
/// It ends with the value or with the process, however that ends.
struct FolderLock: ~Copyable {
  private let fileDescriptor: Int32

  /// Takes the lock of a folder.
  ///
  /// - Throws: ``FetchError`` when another run has it, or the folder cannot be written to.
  init(folder: String) throws(FetchError) {
    func failure(_ reason: FetchError.Reason) -> FetchError {
      FetchError(source: folder, url: nil, reason: reason)
    }
    let descriptor = open(folder + "/.namesift.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure(.system(operation: "open the lock", errno: errno)) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isTaken = errno == EWOULDBLOCK
      let error = failure(isTaken ? .locked : .system(operation: "flock", errno: errno))
      close(descriptor)
      throw error
    }
    fileDescriptor = descriptor
  }

  deinit { close(fileDescriptor) }
}
