internal import CNamesift

/// Why a call failed: a status for programs and a sentence for people.
///
/// The sentence never contains a screened name.
struct LibraryError: Error {
  var status: namesift_status
  var message: String

  static func argument(_ message: String) -> LibraryError {
    LibraryError(status: NAMESIFT_INVALID_ARGUMENT, message: message)
  }

  static func arrow(_ message: String) -> LibraryError {
    LibraryError(status: NAMESIFT_INVALID_ARROW, message: message)
  }
}
