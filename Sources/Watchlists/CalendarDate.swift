/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Year, month and day packed as the decimal number `yyyymmdd`.
  public let packed: Int32

  /// The year.
  public var year: Int { Int(packed) / 10_000 }
  /// The month, 1...12.
  public var month: Int { Int(packed) / 100 % 100 }
  /// The day of the month, 1...31.
  public var day: Int { Int(packed) % 100 }

  /// Creates a day, or nil when there is no such day in the years 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    packed = Int32(year * 10_000 + month * 100 + day)
  }

  /// The number of days in a month.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Whether `a` is before `b`.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.packed < b.packed }

  /// The day as `yyyy-mm-dd`.
  public var description: String {
    func digits(_ n: Int, _ width: Int) -> String {
      let text = String(n)
      return String(repeating: "0", count: width - text.count) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}

/// The days that a date of birth may be: `circa 1979` is the whole year, approximately.
public struct DateInterval: Sendable, Hashable {
  /// The first day.
  public var first: CalendarDate
  /// The last day, not before `first`.
  public var last: CalendarDate
  /// Whether the list calls the date approximate.
  public var isApproximate: Bool

  /// Creates an interval.
  public init(first: CalendarDate, last: CalendarDate, isApproximate: Bool) {
    self.first = first
    self.last = last
    self.isApproximate = isApproximate
  }
}
