internal import Watchlists

/// Reads dates as records have them: `1948-12-10`, `19481210`, `10.12.1948`, `10/12/1948`,
/// `1948-12`, `1948`, and what lists print, such as `10 Dec 1948`.
enum RecordDate {
  /// The days that `text` may mean, or nil when it is no date.
  ///
  /// Where day and month cannot be told apart, as in `03/04/1970`, it is the whole year.
  static func interval(_ text: UnsafeBufferPointer<UInt8>) -> DateInterval? {
    // A time of day behind the date does not matter.
    let date = text.prefix { $0 != UInt8(ascii: "T") }
    let string = String(decoding: date, as: UTF8.self)
    let parts = string.split { !$0.isASCII || !($0.isNumber || $0.isLetter) }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return ListDateText.interval(string) }
    let widths = parts.map(\.utf8.count)
    switch widths {
    case [8]:
      return day(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    case [4]: return span(year: numbers[0])
    case [4, 1], [4, 2]: return span(year: numbers[0], month: numbers[1])
    case [1, 4], [2, 4]: return span(year: numbers[1], month: numbers[0])
    default: break
    }
    guard widths.count == 3 else { return ListDateText.interval(string) }
    if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 {
      return day(numbers[0], numbers[1], numbers[2])
    }
    guard widths[2] == 4, widths[0] <= 2, widths[1] <= 2 else { return nil }
    let (a, b, year) = (numbers[0], numbers[1], numbers[2])
    if a == b || a > 12 || string.contains(".") { return day(year, b, a) }
    if b > 12 { return day(year, a, b) }
    return day(year, a, b) == nil ? nil : span(year: year)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> DateInterval? {
    CalendarDate(year: year, month: month, day: day).map {
      DateInterval(first: $0, last: $0, isApproximate: false)
    }
  }

  private static func span(year: Int, month: Int? = nil) -> DateInterval? {
    let last = month ?? 12
    guard (1...12).contains(last),
      let first = CalendarDate(year: year, month: month ?? 1, day: 1),
      let end = CalendarDate(
        year: year, month: last, day: CalendarDate.dayCount(year: year, month: last))
    else { return nil }
    return DateInterval(first: first, last: end, isApproximate: false)
  }
}
