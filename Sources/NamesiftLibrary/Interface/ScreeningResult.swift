internal import CNamesift

/// What `namesift_result` points to: the results of one batch.
final class ScreeningResult: @unchecked Sendable {
  // Immutable after `init`, hence Sendable.
  let counts: namesift_counts
  let matches: ArrowTable
  let notices: ArrowTable

  init(_ screened: BatchScreener) {
    matches = screened.matches.finish()
    notices = screened.notices.finish()
    counts = screened.counts
  }

  /// The result behind a pointer of a caller, which keeps it alive.
  static func of(_ pointer: OpaquePointer) -> ScreeningResult {
    Unmanaged<ScreeningResult>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
  }

  /// A pointer for a caller, which owns the result until ``release(_:)``.
  func retained() -> OpaquePointer { OpaquePointer(Unmanaged.passRetained(self).toOpaque()) }

  static func release(_ pointer: OpaquePointer) {
    Unmanaged<ScreeningResult>.fromOpaque(UnsafeRawPointer(pointer)).release()
  }
}
