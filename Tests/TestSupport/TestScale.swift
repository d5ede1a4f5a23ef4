#if canImport(Glibc)
  private import Glibc
#endif

/// How long tests may take: `NAMESIFT_FULL=1` in the environment asks for the long ones.
public enum TestScale {
  /// Whether the long tests are to run.
  public static let isFull = getenv("NAMESIFT_FULL").map { String(cString: $0) } == "1"

  /// `full` in a long run, `quick` otherwise.
  public static func count(quick: Int, full: Int) -> Int { isFull ? full : quick }
}
