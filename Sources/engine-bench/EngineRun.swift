internal import Dispatch
internal import Glibc
internal import NameScreening
internal import Synchronization

/// Screens all names with a number of threads, each with a worker of its own.
struct EngineRun {
  /// What one thread did in a part of the run.
  struct Part {
    var names = 0
    var cpuNanoseconds = 0
    /// When it was done, since the start of the run.
    var endNanoseconds = 0
  }

  /// What one thread did.
  struct Thread {
    var cold = Part()
    var steady = Part()
    var counters = WorkCounters()
    var results = ResultHash()
    var alerts = 0
  }

  private(set) var threads: [Thread] = []

  // Names that a thread takes at a time.
  private static let blockSize = 4096

  init(_ settings: WorkerSettings, _ names: NameLines, threadCount: Int, coldCount: Int) {
    let next = Atomic<Int>(0)
    let done = Mutex<[Thread]>([])
    let group = DispatchGroup()
    let start = nanoseconds(of: CLOCK_MONOTONIC)
    for number in 0..<threadCount {
      DispatchQueue(label: "engine-bench.\(number)").async(group: group) {
        let thread = Self.work(settings, names, next, coldCount: coldCount, start: start)
        done.withLock { $0.append(thread) }
      }
    }
    group.wait()
    threads = done.withLock { $0 }
  }

  private static func work(
    _ settings: WorkerSettings, _ names: NameLines, _ next: borrowing Atomic<Int>, coldCount: Int,
    start: Int
  ) -> Thread {
    var thread = Thread()
    var worker = settings.makeWorker()
    var isCold = coldCount > 0
    var partStart = nanoseconds(of: CLOCK_THREAD_CPUTIME_ID)
    func close(_ part: inout Part) {
      let now = nanoseconds(of: CLOCK_THREAD_CPUTIME_ID)
      part.cpuNanoseconds = now - partStart
      part.endNanoseconds = nanoseconds(of: CLOCK_MONOTONIC) - start
      partStart = now
    }
    while true {
      let first = next.wrappingAdd(Self.blockSize, ordering: .relaxed).oldValue
      guard first < names.count else { break }
      if isCold, first >= coldCount {
        isCold = false
        close(&thread.cold)
      }
      let last = min(first + Self.blockSize, names.count)
      for i in first..<last {
        if case .alert = worker.screen(names[i]) {
          thread.alerts += 1
          thread.results.add(i, worker.matches)
        }
      }
      if isCold { thread.cold.names += last - first } else { thread.steady.names += last - first }
    }
    if isCold { close(&thread.cold) } else { close(&thread.steady) }
    thread.counters = worker.counters
    return thread
  }
}

/// A hash of results that does not depend on who found them in which order.
struct ResultHash {
  private(set) var value: UInt64 = 0

  mutating func add(_ name: Int, _ matches: [NameMatch]) {
    var hash = UInt64(name) &* 0x9E37_79B9_7F4A_7C15
    for match in matches {
      for part in [
        UInt64(match.entry.rawValue), UInt64(match.nameIndex), UInt64(match.score.tenThousandths),
      ] {
        hash = (hash ^ part) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
      }
    }
    value &+= hash
  }

  mutating func add(_ other: ResultHash) { value &+= other.value }
}
