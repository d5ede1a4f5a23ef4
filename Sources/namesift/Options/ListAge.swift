internal import ArgumentParser
internal import Watchlists

/// How long ago lists may have been fetched: `36h` or `2d`.
struct ListAge: CustomStringConvertible {
  /// The age in seconds.
  let seconds: Int
  /// The age as the caller wrote it.
  let description: String

  /// Reads an age of one hour to ten years.
  init(argument text: String) throws {
    let units = ["h": 3600, "d": 86_400]
    let number = Int(text.dropLast()) ?? 0
    guard let unit = text.last.flatMap({ units[String($0)] }), (1...87_600).contains(number),
      text.first != "+", number * unit <= 3660 * 86_400
    else { throw ValidationError("'\(text)' is not hours or days, such as 36h or 2d") }
    seconds = number * unit
    description = text
  }

  /// Refuses lists that are older, or whose age is not known.
  ///
  /// The age of a list counts from when its publisher was last asked for it, as a list may be a
  /// month old and still be the present one; without a receipt of that, from the day that it
  /// gives itself.
  ///
  /// - Throws: ``ListAgeError`` for the first such list.
  func refuseOlder(_ lists: [WatchlistSummary], at now: UTCTime) throws(ListAgeError) {
    for list in lists {
      let since = list.checkedAt ?? list.published.map { UTCTime(startOf: $0) }
      let age = since.map { now.secondsSince1970 - $0.secondsSince1970 }
      if age.map({ $0 <= seconds }) ?? false { continue }
      throw ListAgeError(list: list.name, path: list.path, since: since, limit: description)
    }
  }
}

/// A list that is too old to be screened against.
struct ListAgeError: Error, CustomStringConvertible {
  /// The list and its file.
  let list: String
  let path: String
  /// When it was last fetched or published, or nil when nothing tells.
  let since: UTCTime?
  /// The highest age.
  let limit: String

  var description: String {
    let remedy = "fetch it by 'namesift lists fetch'"
    guard let since else {
      return "\(path): nothing tells how old the list \(list) is, and the limit is \(limit); "
        + remedy
    }
    return "\(path): the list \(list) is of \(since), and the limit is \(limit); \(remedy)"
  }
}
