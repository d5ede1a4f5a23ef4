extension TransactionTime {
  /// Any time at all: for a date that cannot be read, so that the most severe outcome of all times
  /// counts.
  public static let anyTime = TransactionTime(
    earliest: Instant(seconds: -bound), latest: Instant(seconds: bound), isZoneAssumed: false)

  // The years -1200 to 5138, beyond every measure.
  private static let bound: Int64 = 100_000_000_000

  private init(earliest: Instant, latest: Instant, isZoneAssumed: Bool) {
    self.earliest = earliest
    self.latest = latest
    self.isZoneAssumed = isZoneAssumed
  }
}
