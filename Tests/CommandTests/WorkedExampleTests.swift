import Testing

/// What the law makes of transactions, from records to outcomes. The records, their list and their
/// files are made here: the entries have facts of published lists, or are marked as fixtures.
@Suite("Worked examples")
struct WorkedExampleTests {
  private static let folder = "\(RunningCommand.packageRoot)/Data/golden/outcomes"

  private static let fields =
    "record.id=case,record.trade_date=traded,record.isin=isin,record.ticker=ticker,"
    + "record.instrument=instrument,issuer.name=issuer,issuer.registration=issuer_no,"
    + "payee.name=payee,consignee.name=consignee,consignee.lei=consignee_lei,"
    + "record.nexus=nexus,record.conduct=conduct,record.purpose=purpose,record.evidence=file,"
    + "record.item_subject_to_ear=ear,record.eccn=eccn"

  private func screen(_ options: String...) throws -> RunningCommand.Outcome {
    let input = try #require(contents(of: "\(Self.folder)/orders.csv"))
    return try RunningCommand.run(
      [
        "screen", "--list", "\(Self.folder)/list.csv", "--emit", "all", "--input-format", "csv",
        "--instruments", "\(Self.folder)/instruments.csv",
        "--ownership", "\(Self.folder)/ownership.csv", "--fields", Self.fields,
      ] + options, input: Array(input.utf8))
  }

  /// Each case with its outcome, and for each match entry, identity, outcome, reasons and duties
  /// of the judgement that acts.
  private static let expected = """
    E01 NOT_YET_PROHIBITED | NS-CMIC 33113 identifier NOT_YET_PROHIBITED ISIN_EXACT BEFORE_EFFECTIVE_DATE
    E02 PROHIBITED | NS-CMIC 33113 identifier PROHIBITED ISIN_EXACT IN_FORCE -> REJECT REPORT_10_BUSINESS_DAYS
    E03 PERMITTED_DIVESTMENT | NS-CMIC 33113 identifier PERMITTED_DIVESTMENT ISIN_EXACT DIVESTMENT_WINDOW
    E04 PROHIBITED | NS-CMIC 33113 identifier PROHIBITED ISIN_EXACT DIVESTMENT_WINDOW_CLOSED -> REJECT REPORT_10_BUSINESS_DAYS
    E05 REVIEW | NS-CMIC 33114 similar_name REVIEW LEGAL_FORM_DIFFERS RELATED_ISSUER NO_OWNERSHIP_RULE (PROHIBITED) | BIS-EL 84FR54002-02 similar_name NOT_RESTRICTED NAME_SIMILAR CONDUCT_NOT_COVERED (NOT_RESTRICTED)
    E06 PROHIBITED | NS-CMIC 33114 identifier PROHIBITED REGISTER_NUMBER_EXACT IN_FORCE -> REJECT REPORT_10_BUSINESS_DAYS
    E07 PERMITTED_DIVESTMENT | NS-CMIC 33114 identifier PERMITTED_DIVESTMENT REGISTER_NUMBER_EXACT DIVESTMENT_WINDOW
    E08 PROHIBITED | NS-CMIC 33114 identifier PROHIBITED REGISTER_NUMBER_EXACT DIVESTMENT_WINDOW_CLOSED -> REJECT REPORT_10_BUSINESS_DAYS
    E09 REVIEW | BIS-EL 85FR83416-01 exact_name REVIEW TRADE_REVIEW | NS-CMIC 33111 exact_name NOT_RESTRICTED CONDUCT_NOT_COVERED
    E10 LICENCE_REQUIRED | BIS-EL 85FR83416-01 exact_name LICENCE_REQUIRED ENTITY_LIST_PARTY ITEM_SUBJECT_TO_EAR | NS-CMIC 33111 exact_name NOT_RESTRICTED CONDUCT_NOT_COVERED
    E11 PERMITTED | NS-CMIC 33113 identifier PERMITTED ISIN_EXACT SUPPORT_SERVICE
    E12 PERMITTED | NS-CMIC 33896 identifier PERMITTED ISIN_EXACT DIVIDEND
    E13 PROHIBITED | NS-CMIC 33896 identifier PROHIBITED ISIN_EXACT IN_FORCE -> REJECT REPORT_10_BUSINESS_DAYS
    E14 PROHIBITED | NS-CMIC 33896 identifier PROHIBITED LOOK_THROUGH IN_FORCE -> REJECT REPORT_10_BUSINESS_DAYS via FUND-1 INDEX-9 CNE100001120
    E15 PROHIBITED | NS-CMIC 33896 identifier PROHIBITED ISIN_EXACT NAME_DIFFERS IN_FORCE -> REJECT REPORT_10_BUSINESS_DAYS
    E16 clear
    E17 LICENCE_REQUIRED | BIS-EL 84FR54002-02 exact_name LICENCE_REQUIRED ENTITY_LIST_PARTY ITEM_SUBJECT_TO_EAR | NS-CMIC 33114 similar_name NOT_RESTRICTED NAME_SIMILAR CONDUCT_NOT_COVERED (NOT_RESTRICTED)
    E18 LICENCE_REQUIRED | BIS-EL 86FR71557-06 exact_name LICENCE_REQUIRED ENTITY_LIST_PARTY ITEM_SUBJECT_TO_EAR PRESUMPTION_OF_DENIAL
    E19 NOT_YET_PROHIBITED | NS-CMIC 30946 identifier NOT_YET_PROHIBITED ISIN_EXACT BEFORE_EFFECTIVE_DATE
    E20 PROHIBITED | NS-CMIC 30946 identifier PROHIBITED ISIN_EXACT DIVESTMENT_WINDOW_CLOSED -> REJECT REPORT_10_BUSINESS_DAYS
    E21 BLOCK | NS-MBS 30964 exact_name BLOCK NON_SDN_BUT_BLOCKING -> BLOCK REPORT_10_BUSINESS_DAYS
    E22 LICENCE_REQUIRED | BIS-EL 84FR54002-02 identifier LICENCE_REQUIRED AFFILIATES_RULE_IN_FORCE via LEI=529900ZYLOFIXTURE039 BIS-EL:84FR54002-02
    E23 REVIEW | BIS-EL 84FR54002-02 identifier REVIEW AFFILIATES_RULE_SUSPENDED RED_FLAG via LEI=529900ZYLOFIXTURE039 BIS-EL:84FR54002-02
    E24 BLOCK | SDN F1 exact_name BLOCK LEGAL_FORM_SPELLING -> BLOCK REPORT_10_BUSINESS_DAYS
    E25 INDETERMINATE | BIS-EL 84FR54002-02 identifier INDETERMINATE AFFILIATES_RULE_STATUS_UNKNOWN via LEI=529900ZYLOFIXTURE039 BIS-EL:84FR54002-02
    E26 INDETERMINATE | NS-CMIC 33113 identifier INDETERMINATE ISIN_EXACT MISSING_NEXUS ? nexus
    E27 REVIEW | SDN F2 exact_name REVIEW NEXUS SECONDARY_SANCTIONS
    E28 REVIEW | NS-CMIC 33114 similar_name REVIEW NAME_SIMILAR (PROHIBITED)
    """

  private func words(_ match: OutcomeLine.Match) throws -> String {
    let acting = try #require(match.measures.first)
    var words = [match.list, match.uid, match.identity, match.outcome]
    words += acting.reasons.map(\.code)
    if let outcome = acting.if_confirmed { words.append("(\(outcome))") }
    if !acting.duties.isEmpty { words += ["->"] + acting.duties }
    if let missing = acting.missing { words += ["?"] + missing }
    if let path = acting.path { words += ["via"] + path }
    return words.joined(separator: " ")
  }

  @Test("have their outcomes, reasons and duties")
  func outcomes() throws {
    let outcome = try screen()
    #expect(outcome.status == 0)
    let expected = Self.expected.split(separator: "\n")
    let lines = try outcome.lines.map { try decoded(OutcomeLine.self, from: String($0)) }
    #expect(lines.count == 28)
    for (line, expected) in zip(lines, expected) {
      let matches = try line.matches.map(words)
      let found = ["\(line.record.id ?? "") \(line.outcome ?? line.verdict)"] + matches
      #expect(found.joined(separator: " | ") == expected)
      #expect(line.unscreenable.isEmpty)
    }
    #expect(
      outcome.errors.contains(
        "outcomes: 2 BLOCK, 8 PROHIBITED, 4 LICENCE_REQUIRED, 2 INDETERMINATE, 5 REVIEW, "
          + "2 NOT_YET_PROHIBITED, 2 PERMITTED_DIVESTMENT, 2 PERMITTED\n"))
  }

  @Test("give the recorded lines, byte for byte and for any number of threads")
  func golden() throws {
    let outcome = try screen()
    try expectRecorded(outcome.output, in: "\(Self.folder)/alerts.jsonl")
    for threads in ["1", "7"] {
      #expect(try screen("--threads", threads).output == outcome.output)
    }
  }

  @Test("do not depend on the order of lists, measures and rows")
  func order() throws {
    let folder = try TemporaryFolder()
    let list = try #require(contents(of: "\(Self.folder)/list.csv"))
    let rows = list.split(separator: "\n")
    func part(_ name: String, _ isPart: (Substring) -> Bool) throws -> String {
      let text = ([rows[0]] + rows.dropFirst().filter(isPart)).joined(separator: "\n") + "\n"
      return try folder.file(name, text)
    }
    let parts = [
      try part("el.csv") { $0.hasPrefix("BIS-EL") },
      try part("rest.csv") { !$0.hasPrefix("BIS-EL") },
    ]
    func reversed(_ name: String) throws -> String {
      let lines = try #require(contents(of: "\(Self.folder)/\(name)")).split(separator: "\n")
      let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
      return try folder.file(name, text)
    }
    let instruments = try reversed("instruments.csv")
    let ownership = try reversed("ownership.csv")
    let input = Array(try #require(contents(of: "\(Self.folder)/orders.csv")).utf8)
    let expected = try screen().output
    for parts in [parts, parts.reversed()] {
      let outcome = try RunningCommand.run(
        ["screen", "--emit", "all", "--input-format", "csv", "--fields", Self.fields]
          + parts.flatMap { ["--list", $0] }
          + ["--instruments", instruments, "--ownership", ownership], input: input)
      #expect(outcome.output == expected)
    }
  }

  @Test("may be judged as of another time, at which a listing may be unknown")
  func asOf() throws {
    let outcome = try screen("--as-of", "2022-02-08T00:00 Eastern")
    let lines = try outcome.lines.map { try decoded(OutcomeLine.self, from: String($0)) }
    let outcomes = Dictionary(
      uniqueKeysWithValues: lines.map { ($0.record.id ?? "", $0.outcome ?? $0.verdict) })
    #expect(outcomes["E02"] == "NOT_YET_PROHIBITED")
    #expect(outcomes["E06"] == "NOT_YET_PROHIBITED")
    #expect(outcomes["E20"] == "PERMITTED_DIVESTMENT")
    // Not yet owned under a rule that was not yet made.
    #expect(outcomes["E22"] == "NOT_RESTRICTED")
  }

  @Test("the weak name alerts when the policy lets it, and has no effect by itself")
  func weakName() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("policy.json", #"{"weak_names":"alert"}"#)
    let lines = try screen("--config", policy).lines.map {
      try decoded(OutcomeLine.self, from: String($0))
    }
    let line = try #require(lines.first { $0.record.id == "E16" })
    #expect(line.outcome == "NOT_RESTRICTED")
    #expect(
      try line.matches.map(words) == [
        "NS-CMIC 33113 similar_name NOT_RESTRICTED WEAK_ALIAS_ONLY CONDUCT_NOT_COVERED "
          + "(NOT_RESTRICTED)"
      ])
  }
}
