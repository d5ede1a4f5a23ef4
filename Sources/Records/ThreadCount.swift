private import Glibc

/// How many threads may run at once.
public enum ThreadCount {
  /// The number of processors this process may use: the affinity mask and the CPU quota of its
  /// control group (v2 or v1), whichever is less; at least 1.
  public static var available: Int {
    let processors = affinityCount(readText: readText) ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return max(1, min(processors, quotaCount(readText: readText) ?? processors))
  }

  // The mask is a hexadecimal number with commas: `Cpus_allowed:	ff,ffffffff`.
  static func affinityCount(readText: (String) -> String?) -> Int? {
    guard let text = readText("/proc/self/status") else { return nil }
    let prefix = "Cpus_allowed:"
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(prefix) }) else {
      return nil
    }
    let count = line.dropFirst(prefix.count).reduce(0) {
      $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0)
    }
    return count > 0 ? count : nil
  }

  /// The processors that the control group grants, rounded up, or nil when there is no limit.
  static func quotaCount(readText: (String) -> String?) -> Int? {
    if let text = readText("/sys/fs/cgroup/cpu.max") {
      let parts = text.split(whereSeparator: \.isWhitespace)
      guard parts.count == 2 else { return nil }
      return ratio(parts[0], parts[1])
    }
    guard let quota = readText("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
      let period = readText("/sys/fs/cgroup/cpu/cpu.cfs_period_us")
    else { return nil }
    return ratio(
      quota.prefix(while: { !$0.isWhitespace }), period.prefix(while: { !$0.isWhitespace }))
  }

  // `max` and -1 mean no limit.
  private static func ratio(_ quota: Substring, _ period: Substring) -> Int? {
    guard let quota = Int(quota), let period = Int(period), quota > 0, period > 0 else {
      return nil
    }
    return (quota + period - 1) / period
  }

  static func readText(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
