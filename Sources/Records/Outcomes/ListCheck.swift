internal import Measures
internal import NameScreening

/// Looks through the entries of the lists for what the measures do not know: it must never pass in
/// silence.
enum ListCheck {
  /// The warnings, in the order of the entries.
  ///
  /// - Complexity: O(*n*) decoded entries.
  static func warnings(_ screener: Screener, _ catalogue: MeasureCatalogue) -> [String] {
    var counts: [UnknownProgram: Int] = [:]
    var order: [UnknownProgram] = []
    var problems: [String] = []
    var known: Set<UnknownProgram> = []
    for number in 0..<screener.entryCount {
      let entry = screener.entry(EntryID(rawValue: UInt32(number)))
      let programs = entry.programs.map { UnknownProgram(list: entry.list, tag: $0) }
      let party = ListedParty(entry, published: nil)
      if !programs.allSatisfy(known.contains) {
        let unknown = Set(catalogue.unknownPrograms(of: party))
        for program in programs {
          guard unknown.contains(program.tag) else {
            known.insert(program)
            continue
          }
          if counts[program] == nil { order.append(program) }
          counts[program, default: 0] += 1
        }
      }
      problems += party.dateProblems.map { "\(entry.list) \(entry.uid): \($0)" }
    }
    let programs = order.map { program in
      "\(program.list): no measure is known for the program '\(program.tag)' of "
        + "\(counts[program] ?? 0) entries: matches are for review"
    }
    return programs + problems
  }

  /// A program tag as a list prints it.
  private struct UnknownProgram: Hashable {
    var list: String
    var tag: String
  }
}
