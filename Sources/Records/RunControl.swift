internal import Synchronization

/// What other threads see of a run, and how they stop it.
///
/// Every member may be used from any thread; ``requestStop()`` from a signal handler as well.
public final class RunControl: Sendable {
  private let stop = Atomic<Bool>(false)
  private let records = Atomic<Int>(0)
  private let alerts = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let total = Atomic<Int>(-1)

  /// Creates the control of one run.
  public init() {}

  /// Makes the run finish the chunks in hand, write them and the manifest, and end.
  public func requestStop() { stop.store(true, ordering: .relaxed) }

  /// Whether the run was asked to stop.
  public var isStopRequested: Bool { stop.load(ordering: .relaxed) }
  /// The records whose verdict has been written, rejected ones included.
  public var recordCount: Int { records.load(ordering: .relaxed) }
  /// The alerts among them.
  public var alertCount: Int { alerts.load(ordering: .relaxed) }
  /// The bytes read from all inputs.
  public var byteCount: Int { bytes.load(ordering: .relaxed) }
  /// The bytes of all inputs, or nil when one of them is not a regular file.
  public var totalByteCount: Int? {
    let count = total.load(ordering: .relaxed)
    return count < 0 ? nil : count
  }

  func addRecords(_ count: Int, alerts alertCount: Int) {
    records.wrappingAdd(count, ordering: .relaxed)
    alerts.wrappingAdd(alertCount, ordering: .relaxed)
  }

  func addBytes(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }

  func setTotalByteCount(_ count: Int) { total.store(count, ordering: .relaxed) }
}
