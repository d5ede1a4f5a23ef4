private import Glibc

/// A moment in whole seconds.
///
///     UTCTime("2026-11-24T16:05:00Z")?.secondsSince1970   // 1795536300
public struct UTCTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since the start of 1970 in UTC, without leap seconds.
  public let secondsSince1970: Int

  /// Creates a moment.
  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// Reads `yyyy-mm-ddThh:mm:ssZ`; nil for anything else.
  public init?(_ text: String) {
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == pattern.count else { return nil }
    var numbers: [Int] = [0]
    for (byte, expected) in zip(bytes, pattern) {
      if expected == UInt8(ascii: "0") {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 48
      } else {
        guard byte == expected else { return nil }
        numbers.append(0)
      }
    }
    guard let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]),
      numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
    else { return nil }
    self.init(startOf: day)
    self.init(
      secondsSince1970: secondsSince1970 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
  }

  /// The first second of a day in UTC.
  public init(startOf day: CalendarDate) {
    var fields = tm()
    fields.tm_year = Int32(day.year - 1900)
    fields.tm_mon = Int32(day.month - 1)
    fields.tm_mday = Int32(day.day)
    // SAFETY: `timegm` reads and normalises the local value only.
    secondsSince1970 = unsafe timegm(&fields)
  }

  /// The present moment.
  public static var now: UTCTime {
    UTCTime(secondsSince1970: time(nil))
  }

  /// Whether `a` is before `b`.
  public static func < (a: UTCTime, b: UTCTime) -> Bool {
    a.secondsSince1970 < b.secondsSince1970
  }

  /// The moment as `yyyy-mm-ddThh:mm:ssZ`.
  public var description: String {
    var seconds = time_t(secondsSince1970)
    var fields = tm()
    // SAFETY: both point to local values for the call.
    unsafe gmtime_r(&seconds, &fields)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(fields.tm_year + 1900)-\(two(fields.tm_mon + 1))-\(two(fields.tm_mday))"
      + "T\(two(fields.tm_hour)):\(two(fields.tm_min)):\(two(fields.tm_sec))Z"
  }
}
