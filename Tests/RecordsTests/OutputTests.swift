import Testing

@testable import Records

@Suite("Output lines")
struct OutputTests {
  @Test func haveTheMembersOfTheSchemaInOrder() throws {
    let input = """
      txn_id,debtor_name,creditor_name
      t1,John Public,Zylopharm Trading Limited
      """
    let line = try #require(try screen(input).lines.first)
    #expect(
      line.hasPrefix(
        #"{"schema":1,"record":{"id":"t1","source":"FILE","number":1,"offset":33},"#
          + #""verdict":"alert","matches":[{"field":"creditor_name","role":"creditor","#
          + #""text":"Zylopharm Trading Limited","list":"BIS-EL","uid":"a2","#
          + #""name":"Zylopharm Trading Limited","matched_name":"Zylopharm Trading Limited","#
          + #""name_type":"former","strength":"unknown","score":1.0000,"reasons":[{"code":"#))
    #expect(
      line.hasSuffix(#"],"omitted":0,"unscreenable":[],"outcome":"INDETERMINATE","notes":[]}"#))
  }

  @Test func nameTheEntryByItsPrimaryNameAndEscapeQuotes() throws {
    let outcome = try screen("name\n\"Qaxnorp \"\"East\"\"\"\n") { $0.policy.weakNames = .alert }
    let line = try #require(outcome.lines.first)
    #expect(line.contains(#""text":"Qaxnorp \"East\"","list":"SDN""#))
    #expect(
      line.contains(
        #""name":"ZYLOPHARM TRADING LIMITED","matched_name":"Qaxnorp \"East\"","#
          + #""name_type":"alias","strength":"weak""#))
    #expect(line.hasPrefix(#"{"schema":1,"record":{"id":null,"#))
  }

  @Test func orderTiesByListAndUidAndCountWhatIsOmitted() throws {
    let input = "debtor_name,creditor_name\nZylopharm Trading Limited,zylopharm trading limited\n"
    let all = try #require(try screen(input).lines.first)
    let lists = all.split(separator: "\"list\":\"").dropFirst().map { $0.prefix(3) }
    #expect(lists == ["BIS", "BIS", "SDN", "SDN"])
    let one = try screen(input) { $0.maximumMatchCount = 1 }
    #expect(one.output.contains(#""omitted":3"#))
    #expect(one.output.contains(#""field":"debtor_name""#))
  }

  @Test func explainOnlyWhenAsked() throws {
    let input = "name\nZylopharm Trading Limited\n"
    #expect(!(try screen(input).output.contains("explanation")))
    let explained = try screen(input) { $0.explains = true }
    #expect(explained.output.contains(#","explanation":{"gain":"#))
    #expect(explained.output.contains(#""steps":["#))
  }

  @Test func leaveOutClearAndRejectedRecordsByDefault() throws {
    let input = "id,name\n1,John Public\n2,-\n3\n4,Zylopharm Trading Limited\n"
    let alerts = try screen(input) { $0.emitsAll = false }
    #expect(alerts.verdicts == ["unscreenable", "alert"])
    let all = try screen(input)
    #expect(all.verdicts == ["clear", "unscreenable", "rejected", "alert"])
    #expect(
      all.lines[2].hasSuffix(
        #""matches":[],"omitted":0,"unscreenable":[],"rejected":{"code":"FIELD_COUNT","#
          + #""detail":"record has 1 fields, the header has 2"}}"#))
    #expect(all.result.exitStatus == 1)
    #expect(all.result.counts.names == 3)
  }

  @Test(
    "a record that cannot be screened whole says why",
    arguments: [
      ("name,debtor_name\n,\n", #"[{"field":null,"role":null,"reason":"NO_NAME"}]"#),
      ("name,debtor_name\n  ,\t\n", #"[{"field":null,"role":null,"reason":"NO_NAME"}]"#),
      (
        "name,debtor_name\n????,\n",
        #"[{"field":"name","role":"party","reason":"NO_LETTER_OR_DIGIT"}]"#
      ),
      (
        "name,debtor_name\nJohn Public,-\n",
        #"[{"field":"debtor_name","role":"debtor","reason":"NO_LETTER_OR_DIGIT"}]"#
      ),
    ])
  func unscreenable(input: String, detail: String) throws {
    let outcome = try screen(input)
    #expect(outcome.verdicts == ["unscreenable"])
    #expect(outcome.output.contains(#""unscreenable":"# + detail))
  }

  @Test func anAlertKeepsItsUnscreenableNames() throws {
    let outcome = try screen("name,debtor_name\nZylopharm Trading Limited,-\n")
    #expect(outcome.verdicts == ["alert"])
    #expect(outcome.output.contains("NO_LETTER_OR_DIGIT"))
    #expect(outcome.result.counts.alert == 1)
    #expect(outcome.result.counts.unscreenable == 0)
  }

  @Test func controlCharactersAreEscapedMinimally() {
    var output = ByteBuffer(capacity: 1)
    JSONText.append("a\"\\\u{8}\u{c}\n\r\t\u{1}\u{1f}/é漢\u{7f}", to: &output)
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text == #""a\"\\\b\f\n\r\t\u0001\u001f/é漢"# + "\u{7f}\"")
  }

  @Test(arguments: [0, 7, 10, 99, 100, 12_345, Int.max])
  func numbersAreDecimal(number: Int) {
    var output = ByteBuffer(capacity: 1)
    output.append(decimal: number)
    #expect(String(decoding: output.bytes, as: UTF8.self) == String(number))
  }
}
