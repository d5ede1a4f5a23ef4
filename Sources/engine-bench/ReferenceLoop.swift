internal import Glibc

/// A loop of what the engine is bound by, hashing and loads that depend on each other, to compare
/// speeds on machines, and at times, of different speed.
enum ReferenceLoop {
  // As many bytes as the hot part of an index of 57,000 names.
  private static let slotCount = 1 << 20
  private static let stepCount = 2_000_000

  /// The processor time of a step in nanoseconds: the least of five measurements.
  static func measure() -> Double {
    var next = [UInt32](repeating: 0, count: slotCount)
    // A multiplicative step visits every slot once before it returns: odd, and 1 modulo 4.
    for i in 0..<slotCount { next[i] = UInt32((i &* 1_664_525 &+ 1_013_904_223) % slotCount) }
    var best = Double.infinity
    var place: UInt32 = 0
    var hash: UInt64 = 0
    for _ in 0..<5 {
      let start = nanoseconds(of: CLOCK_THREAD_CPUTIME_ID)
      for _ in 0..<stepCount {
        place = next[Int(place)]
        let product = (hash ^ UInt64(place)).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        hash = product.high ^ product.low
      }
      let spent = nanoseconds(of: CLOCK_THREAD_CPUTIME_ID) - start
      best = min(best, Double(spent) / Double(stepCount))
    }
    precondition(hash != 0, "the loop must not be left out")
    return best
  }
}
