/// Reads the dates that lists print: `03 Jun 2021`, `Sep 1938`, `Nov. 1973`, `August 1961`,
/// `circa 1951`, `1951 to 1953`, `circa 1979-1982`, `1973-03-25`, `1973-03`.
package enum ListDateText {
  /// The days that `text` may mean, or nil when it is no date.
  package static func interval(_ text: some StringProtocol) -> DateInterval? {
    var words = text.split { $0 == " " || $0 == "\t" }
    let isApproximate = words.first?.lowercased() == "circa"
    if isApproximate { words.removeFirst() }
    guard !words.isEmpty else { return nil }

    if let separator = words.firstIndex(of: "to") {
      guard let first = span(words[..<separator]), let last = span(words[(separator + 1)...]),
        first.first <= last.last
      else { return nil }
      return DateInterval(first: first.first, last: last.last, isApproximate: isApproximate)
    }
    if words.count == 1 {
      let years = words[0].split(separator: "-", omittingEmptySubsequences: false)
      if years.count == 2, let first = span([years[0]]), let last = span([years[1]]),
        first.first <= last.last
      {
        return DateInterval(first: first.first, last: last.last, isApproximate: isApproximate)
      }
    }
    guard let days = span(words[...]) else { return nil }
    return DateInterval(first: days.first, last: days.last, isApproximate: isApproximate)
  }

  /// The single day that `text` means, or nil when it is no date or a longer time.
  static func day(_ text: some StringProtocol) -> CalendarDate? {
    guard let interval = interval(text), interval.first == interval.last else { return nil }
    return interval.first
  }

  /// How numbers make a date.
  enum NumberOrder {
    /// `24/12/1998` is in December.
    case dayFirst
    /// `12/24/1998` is in December.
    case monthFirst
  }

  /// The days that numbers between slashes may mean, such as `24/12/1998`.
  ///
  /// What is not known stands as zeroes or letters: `00/00/1980`, `dd/mm/1980`, `00/05/1980`.
  static func interval(
    numbers text: some StringProtocol, order: NumberOrder
  ) -> DateInterval? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[2], digits: 4...4) else { return nil }
    let isMonthFirst = order == .monthFirst
    let dayText = parts[isMonthFirst ? 1 : 0]
    let monthText = parts[isMonthFirst ? 0 : 1]
    let month = isUnknown(monthText) ? nil : number(monthText, digits: 1...2)
    let day = isUnknown(dayText) || month == nil ? nil : number(dayText, digits: 1...2)
    guard month != nil || isUnknown(monthText), day != nil || isUnknown(dayText) || month == nil,
      let days = days(year: year, month: month, day: day)
    else { return nil }
    return DateInterval(first: days.first, last: days.last, isApproximate: false)
  }

  /// The single day that numbers between slashes mean.
  static func day(numbers text: some StringProtocol, order: NumberOrder) -> CalendarDate? {
    guard let interval = interval(numbers: text, order: order), interval.first == interval.last
    else { return nil }
    return interval.first
  }

  /// Whether the place of a number holds `00`, `dd` or `mm`.
  private static func isUnknown(_ text: some StringProtocol) -> Bool {
    ["0", "00", "dd", "mm"].contains(text.lowercased())
  }

  private static func span<T: StringProtocol>(
    _ words: ArraySlice<T>
  ) -> (first: CalendarDate, last: CalendarDate)? {
    let words = Array(words)
    switch words.count {
    case 1:
      let numbers = words[0].split(separator: "-", omittingEmptySubsequences: false)
      guard let year = number(numbers[0], digits: 4...4) else { return nil }
      if numbers.count == 1 { return days(year: year) }
      guard let month = number(numbers[1], digits: 1...2) else { return nil }
      if numbers.count == 2 { return days(year: year, month: month) }
      guard numbers.count == 3, let day = number(numbers[2], digits: 1...2) else { return nil }
      return days(year: year, month: month, day: day)
    case 2:
      guard let month = month(words[0]), let year = number(words[1], digits: 4...4) else {
        return nil
      }
      return days(year: year, month: month)
    case 3:
      guard let day = number(words[0], digits: 1...2), let month = month(words[1]),
        let year = number(words[2], digits: 4...4)
      else { return nil }
      return days(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static func days(
    year: Int, month: Int? = nil, day: Int? = nil
  ) -> (first: CalendarDate, last: CalendarDate)? {
    guard month == nil || (1...12).contains(month ?? 0) else { return nil }
    let lastMonth = month ?? 12
    let lastDay = day ?? CalendarDate.dayCount(year: year, month: lastMonth)
    guard let first = CalendarDate(year: year, month: month ?? 1, day: day ?? 1),
      let last = CalendarDate(year: year, month: lastMonth, day: lastDay)
    else { return nil }
    return (first, last)
  }

  private static func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func month(_ text: some StringProtocol) -> Int? {
    var name = text.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    return months.firstIndex {
      $0 == name || $0.prefix(3) == name || ($0 == months[8] && name == "sept")
    }
    .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
