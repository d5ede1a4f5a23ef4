package import NameScreening
package import NameSimilarity
package import Watchlists

/// What screening one row of a table gave.
package struct TableRecord: Sendable {
  /// A match with all that is told of it, as in an output line.
  package struct Match: Sendable {
    /// The column, as an index into those of the layout.
    package var column: Int
    /// The listed party.
    package var entry: WatchlistEntry
    /// The name that matched, as an index into those of the entry.
    package var nameIndex: Int
    /// How alike the names are; 1 for a match by an identifier.
    package var score: Score
    /// The reason codes, most telling first.
    package var reasons: [String]
    /// How the score comes about; nil for a match by an identifier.
    package var explanation: ScoreExplanation?
    /// The identifier of the entry that the record has.
    package var identifier: Identifier?
    /// What listed parties hold of the party, in percent, when that is how it matches.
    package var ownedPercent: String?
    /// How well the party is identified.
    package var identity: String
    /// What follows from the match.
    package var outcome: String
    /// What the measures make of it, as the JSON array `measures` of an output line.
    package var measures: String
  }

  /// Something about the record that a person should know.
  package struct Notice: Sendable {
    /// The column, as an index into those of the layout; nil for the record as a whole.
    package var column: Int?
    /// What it is, as a code of the output.
    package var code: String
    /// What was counted, for codes that tell.
    package var count: Int?
    /// The most of it.
    package var limit: Int?
  }

  /// The matches that there is room for, best first.
  package var matches: [Match] = []
  /// What could not be screened, in the order of an output line, then what is to be noted of the
  /// facts.
  package var notices: [Notice] = []
  /// The matches that there was no room for.
  package var omittedCount = 0

  /// Creates the record of a row of which there is nothing to tell.
  package init() {}
}
