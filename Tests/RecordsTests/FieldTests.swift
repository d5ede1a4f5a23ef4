import Testing

@testable import Records

@Suite("Fields")
struct FieldTests {
  @Test(
    "a bad specification names its part",
    arguments: [
      ("debtor", "debtor", FieldSpecificationError.Reason.notAnAssignment),
      ("debtor=x", "debtor=x", .notAnAssignment),
      ("a.name=x,=y", "=y", .notAnAssignment),
      ("a.name=", "a.name=", .notAnAssignment),
      (".name=x", ".name=x", .notAnAssignment),
      ("a.name=x,", "", .notAnAssignment),
      ("a.nmae=x", "a.nmae=x", .unknownAttribute),
      ("record.name=x", "record.name=x", .recordHasNoName),
      ("a.name=x,a.name=y", "a.name=y", .repeated),
      ("a.name=x,b.name=x", "b.name=x", .repeatedPath),
      ("record.id=x", "record.id=x", .noName),
      ("a.name=x,b.type=t", "b.type=t", .roleWithoutName),
    ])
  func badSpecification(text: String, part: String, reason: FieldSpecificationError.Reason) {
    #expect(throws: FieldSpecificationError(part: part, reason: reason)) {
      try FieldSpecification(text)
    }
  }

  @Test(
    "paths",
    arguments: [
      ("a", 1), ("a.b", 2), ("a[].b", 3), ("a[].b[].c", 5), ("", nil), (".a", nil), ("a..b", nil),
      ("[]", nil), ("a[0].b", nil), ("a[][]", nil), ("a[].b[].c[]", nil),
    ] as [(String, Int?)])
  func paths(text: String, stepCount: Int?) {
    #expect(JSONPath(text)?.steps.count == stepCount)
  }

  @Test(
    "columns are recognised",
    arguments: [
      (["name"], "party.name=name"),
      (["Customer Name", "ID"], "customer.name=Customer Name,record.id=ID"),
      (["debtorName", "file_name"], "debtor.name=debtorName"),
      (
        ["creditor.name", "CREDITOR_TYPE"],
        "creditor.name=creditor.name,creditor.type=CREDITOR_TYPE"
      ),
      (["vessel", "vessel_name"], "vessel.name=vessel_name"),
      (["consignee", "end user"], "consignee.name=consignee,end_user.name=end user"),
      (
        ["txn_id", "transaction_id", "payee_name"], "payee.name=payee_name,record.id=transaction_id"
      ),
      (["amount", "currency", "debtor_type"], ""),
    ])
  func recognition(columns: [String], fields: String) {
    let found = FieldRecognition.fields(columns: columns)
    #expect(
      found.map { "\($0.role).\($0.attribute.rawValue)=\($0.path)" }.joined(separator: ",")
        == fields)
  }

  @Test func whatIsRecognisedIsTold() throws {
    let csv = try screen("id,debtor_name\n1,A B\n")
    let fields = [
      RecognisedField(target: "debtor.name", path: "debtor_name"),
      RecognisedField(target: "record.id", path: "id"),
    ]
    guard case .recognisedFields(_, let told) = try #require(csv.notices.first) else {
      Issue.record("no notice of fields")
      return
    }
    #expect(told == fields)
    let json = try screen(#"{"parties":[{"name":"A B"}],"x":1}"#, name: "in.jsonl")
    #expect(json.notices.map(\.description).first?.hasSuffix("party.name=parties[].name") == true)
  }

  @Test func aRunWithoutNameStopsWithWhatItSaw() throws {
    #expect {
      try screen("amount,currency\n1,EUR\n")
    } throws: { error in
      (error as? RunError)?.reason == .noNameField(seen: ["amount", "currency"])
    }
    #expect {
      try screen(#"{"amount":1,"a":[{"b":null}]}"#, name: "in.jsonl")
    } throws: { error in
      (error as? RunError)?.reason == .noNameField(seen: ["amount", "a[].b"])
    }
  }

  @Test func aMissingOrRepeatedColumnIsAnError() throws {
    let fields = try FieldSpecification("a.name=x")
    #expect {
      try screen("y,z\n1,2\n") { $0.fields = fields }
    } throws: {
      ($0 as? RunError)?.reason == .noSuchColumn("x", seen: ["y", "z"])
    }
    #expect {
      try screen("x,x\n1,2\n") { $0.fields = fields }
    } throws: {
      ($0 as? RunError)?.reason == .repeatedColumn("x")
    }
    #expect {
      try screen("x\n", name: "in.txt") {
        $0.fields = fields
        $0.inputFormat = .lines
      }
    } throws: {
      ($0 as? RunError)?.isUsage == true
    }
  }

  @Test func partiesOfAnArrayPairByIndex() throws {
    let fields = try FieldSpecification(
      "p.name=parties[].name,p.type=parties[].kind,record.id=ref")
    let input = #"{"ref":7,"parties":[{"name":"A B"},{"kind":"vessel"},{"name":"????"}]}"#
    let outcome = try screen(input, name: "in.jsonl") { $0.fields = fields }
    #expect(outcome.output.contains(#""id":"7""#))
    #expect(
      outcome.output.contains(
        #"{"field":"parties[2].name","role":"p","reason":"NO_LETTER_OR_DIGIT"}"#))
  }

  @Test func factsAreFoundBesideTheirNames() throws {
    let layout = try RecordLayout.delimited(
      [
        .init(role: "p", attribute: .name, path: "n"),
        .init(role: "p", attribute: .type, path: "t"),
      ], columns: ["n", "t"], delimiter: 0x2C)
    let types = layout.fields[0].typeFields
    let name = { (i: Int32) in RecordValue(field: 0, firstIndex: i, start: 0, count: 1) }
    let type = { (i: Int32) in RecordValue(field: 1, firstIndex: i, start: Int(i), count: 1) }
    let values = [type(0), name(0), name(1), type(2), name(2), name(3), type(3)]
    var cursors = FactCursors()
    let found = values.filter { $0.field == 0 }.map {
      cursors.value(beside: $0, fields: types, of: layout, among: values)?.start
    }
    #expect(found == [0, nil, 2, 3])
  }

  @Test(
    "formats are told from extension and first line",
    arguments: [
      ("a.csv", "x,y", InputFormat.csv), ("a.CSV", "x", .csv), ("a.csv", "{\"a\":1}", nil),
      ("a.tsv", "x", .tsv), ("a.jsonl", " {\"a\":1}", .jsonl), ("a.json", "[", nil),
      ("a.ndjson", "{}", .jsonl), ("-", "{\"name\":1}", .jsonl), ("-", "id,name", .csv),
      ("-", "id\tname", .tsv), ("-", "DOE, JOHN", nil), ("a.txt", "JOHN DOE", nil),
      ("-", "name", nil), ("-", "name, x\ty", nil), ("x.y/z", "debtor_name,x", .csv),
    ] as [(String, String, InputFormat?)])
  func detection(path: String, line: String, format: InputFormat?) {
    let found = Array(line.utf8).withUnsafeBufferPointer {
      FormatDetection.format(path: path, firstLine: $0, fields: nil)
    }
    #expect(found == format)
  }

  @Test func theFieldsOfTheCommandLineTellAHeader() throws {
    let fields = try FieldSpecification("a.name=x")
    let found = Array("x,y".utf8).withUnsafeBufferPointer {
      FormatDetection.format(path: "-", firstLine: $0, fields: fields)
    }
    #expect(found == .csv)
  }

  @Test func theQuotaOfACgroupLimitsTheThreads() {
    #expect(ThreadCount.quotaCount { $0.hasSuffix("cpu.max") ? "150000 100000\n" : nil } == 2)
    #expect(ThreadCount.quotaCount { $0.hasSuffix("cpu.max") ? "max 100000\n" : nil } == nil)
    #expect(
      ThreadCount.quotaCount {
        $0.hasSuffix("cfs_quota_us") ? "400000\n" : $0.hasSuffix("period_us") ? "100000\n" : nil
      } == 4)
    #expect(ThreadCount.quotaCount { $0.hasSuffix("cpu.max") ? nil : "-1\n" } == nil)
    #expect(ThreadCount.affinityCount { _ in "Name:\tx\nCpus_allowed:\tf,00000003\n" } == 6)
    #expect(ThreadCount.available >= 1)
  }
}
