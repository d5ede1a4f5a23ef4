import Testing

@testable import Watchlists

@Suite("Namesift's own lists")
struct NamesiftListTests {
  private let folder = TemporaryFolder()

  private func load(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("bank-list.csv", text))
  }

  @Test("two columns are enough, and the file gives the list its name")
  func readsTheLeast() throws {
    let list = try load("uid,name\n1,Acme\n2,Bolt")
    #expect(list.summary.name == "bank-list" && list.summary.kind == .namesift)
    #expect(list.entries.map(\.list) == ["bank-list", "bank-list"])
    #expect(list.entries[0].names == [ListedName("Acme", type: .primary, strength: .strong)])
    #expect(list.summary.warnings.isEmpty)
  }

  @Test("all columns are read")
  func readsEverything() throws {
    let list = try load(
      """
      list,uid,type,name,name_type,strength,unofficial,title,programs,identifiers,birth_dates,\
      birth_places,countries,addresses,listed_on,effective_on,divest_by,ends_on,legal_basis,\
      licence_requirement,licence_policy,citation,remarks,source,source_date
      L,1,person,"DOE, John",primary,strong,,Boss,P1; P2,PASSPORT=A1 (Iran); ISIN=CNE100001TW7,\
      1950; circa 1951,Rome; Paris,Iran; Iraq,1 Road | Rome | Italy; Cuba,2021-12-16,2022-02-14,\
      2022-12-16,2030-01-01,EO 1,all items,denial,86 FR 1,note,Press,2021-12-17
      L,1,,约翰,variant,weak,yes,,P2,BIC=HNRBBY2X,,,Iran,,,,,,,,,,,Paper,2022-01-01

      """)
    let entry = try #require(list.entries.first)
    #expect(list.entries.count == 1 && list.summary.warnings.isEmpty)
    #expect(
      entry.names == [
        ListedName("DOE, John", type: .primary, strength: .strong),
        ListedName("约翰", type: .variant, strength: .weak, isUnofficial: true),
      ])
    #expect(entry.list == "L" && entry.type == .person && entry.title == "Boss")
    #expect(entry.programs == ["P1", "P2"])
    #expect(
      entry.identifiers == [
        Identifier(.passport, "A1", country: "Iran"),
        Identifier(.isin, "CNE100001TW7", hasValidChecksum: true), Identifier(.bic, "HNRBBY2X"),
      ])
    #expect(entry.birthDates.count == 2 && entry.birthPlaces == ["Rome", "Paris"])
    #expect(entry.countries == ["Iran", "Iraq"])
    #expect(
      entry.addresses == [
        Address(lines: "1 Road", city: "Rome", country: "Italy"), Address(country: "Cuba"),
      ])
    #expect(entry.listedOn?.description == "2021-12-16")
    #expect(entry.effectiveOn?.description == "2022-02-14")
    #expect(entry.divestBy?.description == "2022-12-16")
    #expect(entry.endsOn?.description == "2030-01-01")
    #expect(entry.legalBasis == "EO 1" && entry.licenceRequirement == "all items")
    #expect(entry.licencePolicy == "denial" && entry.citation == "86 FR 1")
    #expect(entry.remarks == "note" && entry.source == "Press")
    #expect(entry.sourceDate?.description == "2021-12-17")
  }

  @Test("what is not understood is a warning with its line, and the entry stays")
  func oddFactsAreWarnings() throws {
    let list = try load(
      """
      uid,name,type,name_type,strength,unofficial,identifiers,birth_dates,listed_on,colour
      1,Acme,robot,nick,mighty,maybe,12; COLOUR=red,soon,2021-02-30,red
      1,Acme 2,,primary,,,,,2021-01-01,
      1,Acme 3,,,,,,,2021-01-02,

      """)
    #expect(list.entries.count == 1 && list.entries[0].names.count == 3)
    #expect(
      list.summary.warnings.map(\.description) == [
        "\(list.summary.path):1: unknown column 'colour'",
        "\(list.summary.path):2: 'name_type' not understood (2 times)",
        "\(list.summary.path):2: 'strength' not understood",
        "\(list.summary.path):2: 'unofficial' not understood",
        "\(list.summary.path):2: 'type' not understood",
        "\(list.summary.path):2: 'identifiers' not understood",
        "\(list.summary.path):2: unknown kind of identifier",
        "\(list.summary.path):2: date of birth not understood",
        "\(list.summary.path):2: 'listed_on' not understood",
        "\(list.summary.path):4: 'listed_on' contradicts an earlier row of the entry",
      ])
  }

  @Test(
    "damaged files are refused with the line",
    arguments: [
      ("uid,name\n1,A\nuid,name\n", WatchlistError.Reason.repeatedHeader, 3),
      ("uid,name\n1,A,B\n", .wrongColumnCount(actual: 3, expected: 2), 2),
      ("uid,name\n,A\n", .missingField(name: "uid"), 2),
      ("uid,name\n1,\" \"\n", .missingField(name: "name"), 2),
      ("uid,name\n1,\"A\n", .unterminatedQuote, 2),
      ("uid,name,name\n1,A,B\n", .repeatedColumn(name: "name"), 1),
      ("uid,name\n", .noEntries, 0),
    ])
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("bank-list.csv", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }
}

@Suite("The sample list")
struct SampleListTests {
  private func day(_ date: CalendarDate) -> Int {
    // Days since year 0, by adding up years and months.
    var days = date.day
    for year in 1..<date.year {
      days += CalendarDate.dayCount(year: year, month: 2) == 29 ? 366 : 365
    }
    for month in 1..<date.month { days += CalendarDate.dayCount(year: date.year, month: month) }
    return days
  }

  @Test("has the entries that it promises")
  func hasEntries() throws {
    let list = try WatchlistLoader.load(specification: "builtin:")
    #expect(list.summary.name == "BUILTIN" && list.summary.kind == .builtin)
    #expect(list.entries.count { $0.list == "NS-CMIC" } == 68)
    #expect(list.entries.count { $0.list == "BIS-EL" && $0.citation == "86 FR 71557" } == 30)
    #expect(list.entries.count { $0.list == "BIS-EL" && $0.citation != "86 FR 71557" } == 9)
    #expect(list.entries.count == 107 && list.summary.weakNameCount == 27)
    #expect(
      list.summary.warnings.map(\.message) == ["ISIN with a wrong check digit or length"])
    let codes = list.entries.flatMap(\.identifiers).filter { $0.kind == .uscc }
    #expect(codes.count == 58 && codes.allSatisfy { $0.hasValidChecksum == true })
    for entry in list.entries {
      #expect(entry.type == .organisation && entry.listedOn != nil && entry.legalBasis != nil)
      #expect(entry.source != nil && entry.citation != nil)
    }
  }

  @Test("each NS-CMIC entry takes effect after 60 days and ends its divestment after 365")
  func datesFollowTheRule() throws {
    let list = try WatchlistLoader.load(specification: "builtin:")
    for entry in list.entries where entry.list == "NS-CMIC" {
      let listed = try #require(entry.listedOn)
      let effective = try #require(entry.effectiveOn)
      let divestment = try #require(entry.divestBy)
      #expect(day(effective) - day(listed) == 60, "\(entry.uid)")
      #expect(day(divestment) - day(listed) == 365, "\(entry.uid)")
    }
  }

  @Test("names in Han script are unofficial, and others are not")
  func nativeNamesAreUnofficial() throws {
    let names = try WatchlistLoader.load(specification: "builtin:").entries.flatMap(\.names)
    #expect(names.count { $0.isUnofficial } == 9)
    for name in names {
      let isHan = name.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(name.isUnofficial == isHan)
    }
  }
}
