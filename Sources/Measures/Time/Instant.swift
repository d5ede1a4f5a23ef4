/// A point in time, to the second.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since 1970-01-01T00:00:00Z, without leap seconds; negative before it.
  public let seconds: Int64

  /// Creates an instant from seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Creates an instant from a day and a time that clocks `offset` seconds east of UTC show.
  init(_ day: Day, secondOfDay: Int, offset: Int) {
    seconds = Int64(day.number) * 86_400 + Int64(secondOfDay - offset)
  }

  /// Whether `a` is before `b`.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The instant as clocks in New York show it: `2022-02-14T00:01:00-05:00`.
  public var description: String {
    let offset = NewYork.offset(at: self)
    let local = Int(seconds) + offset
    let (day, second) = Self.split(local)
    let time =
      "\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))"
    return "\(Day(number: day))T\(time)-\(digits(-offset / 3600, 2)):00"
  }

  /// The days and the seconds of the day in a count of seconds.
  static func split(_ seconds: Int) -> (day: Int, second: Int) {
    let second = (seconds % 86_400 + 86_400) % 86_400
    return ((seconds - second) / 86_400, second)
  }
}
