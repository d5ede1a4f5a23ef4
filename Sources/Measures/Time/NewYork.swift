/// The civil time of America/New_York, in which US measures begin and end.
///
/// Clocks are 5 hours behind UTC, and 4 while daylight saving lasts: it begins when standard time
/// shows 02:00 on the first day below, and ends when daylight time shows 02:00 on the last.
///
/// | years | first day | last day |
/// |---|---|---|
/// | from 2007 | second Sunday of March | first Sunday of November |
/// | 1987...2006 | first Sunday of April | last Sunday of October |
/// | 1976...1986, 1967...1973 | last Sunday of April | last Sunday of October |
/// | 1975 | 23 February | last Sunday of October |
/// | 1974 | 6 January | last Sunday of October |
///
/// Years before 1967 are taken as standard time; no measure is so old. Years to come follow the
/// rule of 2007 until the law changes.
///
/// Source: Energy Policy Act of 2005, section 110; 15 U.S.C. 260a and its earlier versions.
public enum NewYork {
  private static let standardOffset = -5 * 3600
  private static let daylightOffset = -4 * 3600

  /// The seconds that clocks are ahead of UTC at an instant: -18,000 or -14,400.
  public static func offset(at instant: Instant) -> Int {
    let local = Int(instant.seconds) + standardOffset
    let year = Day(number: Instant.split(local).day).civil.year
    guard let daylight = daylight(year) else { return standardOffset }
    return daylight.contains(instant) ? daylightOffset : standardOffset
  }

  /// The instants at which clocks show a time of a day.
  ///
  /// They are one instant, but for the hour that comes twice when daylight saving ends: then the
  /// first and the second. A time in the hour that is left out is read in standard time.
  ///
  /// - Parameter second: The second of the day, 0...86,399.
  public static func instants(
    _ day: Day, second: Int
  ) -> (earliest: Instant, latest: Instant) {
    let standard = Instant(day, secondOfDay: second, offset: standardOffset)
    let daylight = Instant(day, secondOfDay: second, offset: daylightOffset)
    let isDaylight = offset(at: daylight) == daylightOffset
    let isStandard = offset(at: standard) == standardOffset
    if isDaylight && isStandard { return (daylight, standard) }
    return isDaylight ? (daylight, daylight) : (standard, standard)
  }

  /// The first instant of a day.
  public static func start(of day: Day) -> Instant { instants(day, second: 0).earliest }

  /// The day that it is in New York at an instant.
  public static func day(at instant: Instant) -> Day {
    Day(number: Instant.split(Int(instant.seconds) + offset(at: instant)).day)
  }

  private static func daylight(_ year: Int) -> Range<Instant>? {
    guard let (first, last) = daylightDays(year) else { return nil }
    let start = Instant(first, secondOfDay: 2 * 3600, offset: standardOffset)
    let end = Instant(last, secondOfDay: 2 * 3600, offset: daylightOffset)
    return start..<end
  }

  private static func daylightDays(_ year: Int) -> (first: Day, last: Day)? {
    func sunday(_ month: Int, from day: Int) -> Day? {
      guard let day = Day(year: year, month: month, day: day) else { return nil }
      return day.adding(days: (7 - day.weekday) % 7)
    }
    // The last Sunday of a month is the first of its last seven days.
    let first: Day?
    let last: Day?
    switch year {
    case 2007...:
      first = sunday(3, from: 8)
      last = sunday(11, from: 1)
    case 1987...2006:
      first = sunday(4, from: 1)
      last = sunday(10, from: 25)
    case 1975:
      first = Day(year: 1975, month: 2, day: 23)
      last = sunday(10, from: 25)
    case 1974:
      first = Day(year: 1974, month: 1, day: 6)
      last = sunday(10, from: 25)
    case 1967...1986:
      first = sunday(4, from: 24)
      last = sunday(10, from: 25)
    default: return nil
    }
    guard let first, let last else { return nil }
    return (first, last)
  }
}
