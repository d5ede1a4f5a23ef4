import NameScreening
import Testing
import Watchlists

@Suite("Strengths in an index")
struct PublisherStrengthTests {
  private static let screening = """
    source,entity_number,name,alt_names
    X (SDN),7,"RAY, Ann",BO

    """
  private static let own = """
    7,"RAY, Ann","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'BO'."\r
    \u{1A}
    """

  @Test("the weak name of OFAC's own file is weak on the screening list too, in either order")
  func takesStrengths() throws {
    let lists = [
      try WatchlistLoader.load(Array(Self.screening.utf8), path: "csl.csv"),
      try WatchlistLoader.load(Array(Self.own.utf8), path: "sdn.csv"),
    ]
    for (order, position) in [(lists, 0), (lists.reversed(), 1)] {
      let screener = Screener(watchlists: order)
      let entry = screener.entry(EntryID(rawValue: UInt32(position)))
      #expect(entry.names.map(\.text) == ["RAY, Ann", "BO"])
      #expect(entry.names.map(\.strength) == [.strong, .weak])
    }
    let alone = Screener(watchlists: [lists[0]]).entry(EntryID(rawValue: 0))
    #expect(alone.names.map(\.strength) == [.unknown, .unknown])
  }
}
