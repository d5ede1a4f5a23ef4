/// A day of the Gregorian calendar.
///
///     Day("2022-02-14")?.adding(days: 60)   // 2022-04-15
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The days since 1 January 1970; negative before it.
  public let number: Int

  /// Creates a day from the count of days since 1 January 1970.
  public init(number: Int) { self.number = number }

  /// Creates a day, or nil when there is no such day in the years 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  /// Reads `yyyy-mm-dd`; nil when it is not a day in that form.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month 1...12 and day of the month 1...31.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2014. Years start in
  /// March, so that the day of the leap is the last of a year.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + Self.daysFromMarchOfYear0To1970
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week, Sunday 0 ... Saturday 6.
  public var weekday: Int { ((number + 4) % 7 + 7) % 7 }

  /// The day that many days later, earlier for a negative count.
  public func adding(days: Int) -> Day { Day(number: number + days) }

  /// Whether `a` is before `b`.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day as `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = civil
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  private static let daysFromMarchOfYear0To1970 = 719_468

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - daysFromMarchOfYear0To1970
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// A number with zeros in front of it, at least `width` digits wide.
func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// The number that some ASCII digits show; nil for other bytes, or none.
///
/// - Precondition: At most 18 digits, so that the number fits.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
  precondition(bytes.count <= 18)
  guard !bytes.isEmpty else { return nil }
  var number = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return number
}
