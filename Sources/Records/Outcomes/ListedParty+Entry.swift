internal import Measures
internal import Watchlists

extension ListedParty {
  /// The facts of an entry that measures ask for.
  ///
  /// - Parameter published: The day of the list version, if the list tells it.
  init(_ entry: WatchlistEntry, published: CalendarDate?) {
    self.init(
      list: entry.list, uid: entry.uid, programs: entry.programs,
      listedOn: entry.listedOn.flatMap(Day.init), effectiveOn: entry.effectiveOn.flatMap(Day.init),
      divestBy: entry.divestBy.flatMap(Day.init), endsOn: entry.endsOn.flatMap(Day.init),
      licenceRequirement: entry.licenceRequirement, licencePolicy: entry.licencePolicy,
      text: [entry.remarks, entry.legalBasis].compactMap { $0 }.joined(separator: "; "),
      versionDate: (published ?? entry.sourceDate).flatMap(Day.init))
  }
}

extension Day {
  fileprivate init?(_ date: CalendarDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}
