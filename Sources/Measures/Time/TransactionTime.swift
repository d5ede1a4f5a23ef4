/// When a transaction is made: the trade date, not the settlement date.
///
/// A record that gives a day without a time is judged by the most severe outcome of that day.
///
///     TransactionTime("2022-12-10")                   // the whole day in New York
///     TransactionTime("2022-12-10T00:01 Eastern")     // one instant
///     TransactionTime("2022-12-10T05:01:00Z")         // the same
///     TransactionTime("2022-12-10T00:01")?.isZoneAssumed   // true: taken as New York
public struct TransactionTime: Sendable, Hashable {
  /// The first instant that is meant.
  public let earliest: Instant
  /// The last instant that is meant, not before `earliest`.
  public let latest: Instant
  /// Whether a time stood without a zone, so that New York was assumed.
  public let isZoneAssumed: Bool

  /// Creates the time of an instant.
  public init(_ instant: Instant) {
    self.init(earliest: instant, latest: instant)
  }

  /// Creates the time of a whole day in New York.
  public init(_ day: Day) {
    self.init(
      earliest: NewYork.start(of: day),
      latest: Instant(seconds: NewYork.start(of: day.adding(days: 1)).seconds - 1))
  }

  private init(earliest: Instant, latest: Instant, isZoneAssumed: Bool = false) {
    self.earliest = earliest
    self.latest = latest
    self.isZoneAssumed = isZoneAssumed
  }

  /// Whether more than one instant is meant.
  public var isInterval: Bool { earliest < latest }

  /// Reads a day, or a day and a time.
  ///
  /// A time is `hh:mm` or `hh:mm:ss`, behind `T` or a space; fractions of a second are dropped. A
  /// zone is `Z`, `UTC`, `+hh:mm`, `-hhmm`, `EST`, `EDT`, or one of `ET`, `Eastern` and
  /// `America/New_York`, also in brackets. A day may have a zone too.
  ///
  /// - Returns: Nil for anything else, another zone name included.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard (10...Self.maximumByteCount).contains(bytes.count),
      let day = Day(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    var rest = bytes[10...]
    let time = ClockTime(readingFrom: &rest)
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    guard let zone = Zone(rest) else { return nil }
    guard let time else {
      // `2022-12-10T` and the like are no days.
      guard rest.first != UInt8(ascii: "T") else { return nil }
      self.init(day, zone: zone)
      return
    }
    switch zone {
    case .offset(let offset):
      self.init(Instant(day, secondOfDay: time.second, offset: offset))
    case .newYork, .missing:
      let (first, last) = NewYork.instants(day, second: time.second)
      self.init(earliest: first, latest: last, isZoneAssumed: zone == .missing)
    }
  }

  private init(_ day: Day, zone: Zone) {
    if case .offset(let offset) = zone {
      self.init(
        earliest: Instant(day, secondOfDay: 0, offset: offset),
        latest: Instant(day, secondOfDay: 86_399, offset: offset))
    } else {
      self.init(day)
    }
  }

  /// The longest text that is read: a day, a time with nine digits behind the second, a zone in
  /// brackets, and room.
  private static let maximumByteCount = 64
}

/// A time of day as printed.
private struct ClockTime {
  /// The second of the day, 0...86,399.
  var second: Int

  /// Reads a time behind `T` or a space; nil, with nothing taken, when there is none.
  init?(readingFrom rest: inout ArraySlice<UInt8>) {
    var text = rest
    guard text.first == UInt8(ascii: "T") || text.first == UInt8(ascii: " ") else { return nil }
    text.removeFirst()
    guard let hour = Self.take(&text, limit: 23), Self.takeColon(&text),
      let minute = Self.take(&text, limit: 59)
    else { return nil }
    second = hour * 3600 + minute * 60
    if Self.takeColon(&text) {
      guard let seconds = Self.take(&text, limit: 59) else { return nil }
      second += seconds
      if text.first == UInt8(ascii: ".") {
        text = text.dropFirst()
        text = text.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
    }
    rest = text
  }

  private static func take(_ text: inout ArraySlice<UInt8>, limit: Int) -> Int? {
    guard text.count >= 2, let number = decimal(text.prefix(2)), number <= limit else {
      return nil
    }
    text = text.dropFirst(2)
    return number
  }

  private static func takeColon(_ text: inout ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: ":") else { return false }
    text = text.dropFirst()
    return true
  }
}

/// The zone of a time as printed.
private enum Zone: Equatable {
  /// Seconds ahead of UTC.
  case offset(Int)
  case newYork
  case missing

  /// Reads all of `text`; nil when it is no zone that is known.
  init?(_ text: ArraySlice<UInt8>) {
    switch String(decoding: text, as: UTF8.self) {
    case "": self = .missing
    case "Z", "UTC": self = .offset(0)
    case "EST": self = .offset(-5 * 3600)
    case "EDT": self = .offset(-4 * 3600)
    case "ET", "Eastern", "America/New_York", "[America/New_York]": self = .newYork
    default:
      guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
        return nil
      }
      let numbers = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
      guard numbers.count == 4, text.count <= 6, let hours = decimal(numbers[..<2]),
        let minutes = decimal(numbers[2...]), hours <= 14, minutes <= 59
      else { return nil }
      let offset = hours * 3600 + minutes * 60
      self = .offset(sign == UInt8(ascii: "-") ? -offset : offset)
    }
  }
}
