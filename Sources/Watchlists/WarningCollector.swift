/// Collects what was not understood, one warning for each kind of problem and file.
struct WarningCollector {
  /// Whether what makes a list incomplete is an error.
  let requiresComplete: Bool
  /// The warnings, in the order of their first occurrence.
  private(set) var warnings: [WatchlistWarning] = []
  private var positions: [Key: Int] = [:]

  private struct Key: Hashable {
    var path: String
    var message: String
  }

  init(requiresComplete: Bool) { self.requiresComplete = requiresComplete }

  /// Notes one occurrence of a problem.
  mutating func add(_ message: String, path: String, line: Int = 0) {
    let key = Key(path: path, message: message)
    if let position = positions[key] {
      warnings[position].count += 1
    } else {
      positions[key] = warnings.count
      warnings.append(WatchlistWarning(path: path, line: line, message: message))
    }
  }

  /// Notes one occurrence of something that makes the list incomplete.
  ///
  /// - Throws: ``WatchlistError`` when only complete lists are allowed.
  mutating func addIncomplete(
    _ message: String, path: String, line: Int = 0
  ) throws(WatchlistError) {
    if requiresComplete {
      throw WatchlistError(.incomplete(what: message), path: path, line: line)
    }
    add(message, path: path, line: line)
  }
}
