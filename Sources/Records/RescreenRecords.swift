public import NameScreening

/// Screens records against what differs between two versions of lists, and writes a line for each
/// alert that differs: new, vanished, or of an entry that changed.
///
/// It finds the difference of what ``screenRecords(_:with:control:notify:)`` finds with the old
/// and with the new index, and costs what screening against the entries that differ costs. Output,
/// memory, threads and errors are as there. The members ``RunConfiguration/emitsAll``,
/// ``RunConfiguration/explains`` and ``RunConfiguration/verificationCount`` are not looked at, and
/// there is no limit to the alerts of a record. Alerts by names and identifiers are compared;
/// outcomes, instruments and owners are not, since who owns whom depends on all entries together.
///
/// - Returns: How it ended; an alert of its counts is a record with an alert that differs.
/// - Throws: ``RunError`` when it could not start or finish.
/// - Precondition: The configuration has at least one thread and positive sizes.
public func rescreenRecords(
  _ configuration: RunConfiguration, against changes: ListChanges,
  control: RunControl = RunControl(), notify: @escaping @Sendable (RunNotice) -> Void
) throws(RunError) -> RunResult {
  var configuration = configuration
  configuration.emitsAll = false
  configuration.verificationCount = 0
  return try perform(
    ScreeningRun(configuration, changes.after, control, notify, changes: changes),
    configuration, changes.after,
    lists: ScreenedLists(current: changes.newSummaries, previous: changes.oldSummaries))
}
