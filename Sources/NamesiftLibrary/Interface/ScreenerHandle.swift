internal import NameScreening
internal import Records
private import Synchronization

/// What `namesift_screener` points to: lists, a policy, and workers that wait to be used again.
final class ScreenerHandle: Sendable {
  let screener: Screener
  let policy: ScreeningPolicy
  private let options: TableScreeningOptions
  private let idle = Mutex<[PooledWorker]>([])

  init(_ screener: Screener, policy: ScreeningPolicy, judging: JudgingConfiguration) {
    self.screener = screener
    self.policy = policy
    options = TableScreeningOptions(screener, policy: policy, judging: judging)
  }

  /// Calls `body` with a worker that no other thread uses: as many are made as threads screen at a
  /// time, and each keeps what it remembers.
  func withWorker<Result, Failure: Error>(
    _ body: (inout TableScreener) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let pooled =
      idle.withLock { $0.popLast() }
      ?? PooledWorker(TableScreener(screener, options))
    defer { idle.withLock { $0.append(pooled) } }
    return try body(&pooled.worker)
  }

  /// The handle behind a pointer of a caller, which keeps it alive.
  static func of(_ pointer: OpaquePointer) -> ScreenerHandle {
    Unmanaged<ScreenerHandle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
  }

  /// A pointer for a caller, which owns the handle until ``release(_:)``.
  func retained() -> OpaquePointer { OpaquePointer(Unmanaged.passRetained(self).toOpaque()) }

  static func release(_ pointer: OpaquePointer) {
    Unmanaged<ScreenerHandle>.fromOpaque(UnsafeRawPointer(pointer)).release()
  }
}

/// A worker in a place of its own.
// SAFETY: between `popLast` and `append` one thread has it, and the lock orders these.
private final class PooledWorker: @unchecked Sendable {
  var worker: TableScreener
  init(_ worker: consuming TableScreener) { self.worker = worker }
}
