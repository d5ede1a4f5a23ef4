internal import Measures
internal import NameScreening

/// Looks for what of the lists the measures do not know or find odd: it must never pass in silence.
enum ListCheck {
  /// The warnings, in the order of the entries.
  static func warnings(_ screener: Screener, _ catalogue: MeasureCatalogue) -> [String] {
    let programs = screener.programs.filter { program in
      let party = ListedParty(list: program.list, uid: "", programs: [program.tag])
      return !catalogue.unknownPrograms(of: party).isEmpty
    }
    let unknown = programs.map { program in
      "\(program.list): no measure is known for the program '\(program.tag)' of "
        + "\(program.entryCount) entries: matches are for review"
    }
    // The only list whose dates follow from one another.
    let problems = screener.entries(on: "NS-CMIC").flatMap { id in
      let entry = screener.entry(id)
      return ListedParty(entry, published: nil).dateProblems.map {
        "\(entry.list) \(entry.uid): \($0)"
      }
    }
    return unknown + problems
  }
}
