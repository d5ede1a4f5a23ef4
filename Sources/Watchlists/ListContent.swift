/// What a reader made of the files of a list.
struct ListContent {
  /// The name of the list as a whole.
  var name: String
  /// The day the publisher gives.
  var published: CalendarDate?
  /// The entries, in file order.
  var entries: [WatchlistEntry]
  /// What was not understood.
  var warnings: WarningCollector
}
