/// A printed date that is not as many days after the listing as the law says.
///
/// The printed date counts all the same; a difference is worth a warning.
public struct DateProblem: Sendable, Hashable, CustomStringConvertible {
  /// Which date it is.
  public let date: EntryDate
  /// The day that the list prints.
  public let printed: Day
  /// The day by the law.
  public let expected: Day
  /// How many days after the listing that is.
  public let dayCount: Int

  /// `effective_on is 2022-02-15; 60 days after the listing is 2022-02-14`.
  public var description: String {
    "\(date.rawValue) is \(printed); \(dayCount) days after the listing is \(expected)"
  }
}

extension ListedParty {
  /// What is wrong with the dates of an NS-CMIC entry: its measure begins 60 days after the
  /// listing, and its divestment window ends 365 days after it.
  ///
  /// Source: EO 14032, section 1; FAQ 857.
  public var dateProblems: [DateProblem] {
    guard list == "NS-CMIC", let listedOn else { return [] }
    return [(EntryDate.effectiveOn, effectiveOn, 60), (.divestBy, divestBy, 365)]
      .compactMap { date, printed, dayCount in
        let expected = listedOn.adding(days: dayCount)
        guard let printed, printed != expected else { return nil }
        return DateProblem(date: date, printed: printed, expected: expected, dayCount: dayCount)
      }
  }
}
