internal import NameScreening

/// The work of each worker of a run, in a slot of its own.
final class WorkerCounters: @unchecked Sendable {
  // SAFETY: each slot is written by one worker only, and all are read when the workers have left
  // their dispatch group, which orders the two.
  private let slots: UnsafeMutableBufferPointer<WorkCounters>

  /// Makes room for `count` workers.
  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: WorkCounters())
  }

  deinit { slots.deallocate() }

  /// Notes the work of a worker, at its end.
  func set(_ counters: WorkCounters, of worker: Int) { slots[worker] = counters }

  /// The work of all workers, when all have ended.
  func sum() -> WorkCounters {
    var sum = WorkCounters()
    for counters in slots { sum += counters }
    return sum
  }
}
