internal import Glibc

/// The time since it was made.
struct Stopwatch {
  private let start = nanoseconds(of: CLOCK_MONOTONIC)

  var elapsed: Double { Double(nanoseconds(of: CLOCK_MONOTONIC) - start) / 1e9 }
}

/// A clock of the system.
@inline(__always)
func nanoseconds(of clock: clockid_t) -> Int {
  var time = timespec()
  clock_gettime(clock, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
