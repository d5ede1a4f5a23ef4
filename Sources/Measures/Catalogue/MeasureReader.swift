internal import JSONDocuments

extension MeasureCatalogue {
  /// Reads a file of measures, as `Data/schema/measures-1.schema.json` has it.
  ///
  /// - Parameters:
  ///   - json: The content of the file.
  ///   - path: The file, as messages should name it.
  /// - Throws: ``MeasureDataError`` for the first thing that is wrong.
  public init(measures json: some Sequence<UInt8>, path: String) throws(MeasureDataError) {
    let node: JSONDocument.Node
    do throws(JSONDocument.Fault) {
      node = try JSONDocument.parse(json)
    } catch {
      throw MeasureDataError(path: path, line: error.line, reason: .syntax(error.words))
    }
    let file = try MeasureRow(
      node, path: path, name: "measures", known: ["schema", "measures", "programs"])
    try file.checkSchema()

    var measures: [Measure] = []
    var ids: Set<String> = []
    for node in file.has("measures") ? try file.elements("measures") : [] {
      let row = try MeasureRow(node, path: path, name: "measure", known: Measure.keys)
      let measure = try Measure(row)
      guard ids.insert(measure.id).inserted else {
        throw row.error("id", .repeated(key: "id", value: measure.id))
      }
      measures.append(measure)
    }

    var programs: [Program] = []
    var tags: Set<String> = []
    for node in file.has("programs") ? try file.elements("programs") : [] {
      let row = try MeasureRow(node, path: path, name: "program", known: Program.keys)
      let program = try Program(row)
      guard tags.insert(program.tag).inserted else {
        throw row.error("tag", .repeated(key: "tag", value: program.tag))
      }
      programs.append(program)
    }
    self.init(measures: measures, programs: programs)
  }
}

extension Measure {
  fileprivate static let keys = [
    "id", "lists", "programs", "entry_text", "authority", "conduct", "purpose", "persons",
    "parties", "ownership_group", "look_through", "item_subject_to_ear", "scope",
    "ownership_rule", "from", "until", "outcome", "reasons", "duties", "exceptions", "citation",
    "source_date", "confidence",
  ]

  fileprivate init(_ row: MeasureRow) throws(MeasureDataError) {
    let code = "a code, not empty"
    id = try row.string("id")
    lists = try row.values("lists", expected: code) { $0.isEmpty ? nil : $0 }
    programs =
      row.has("programs")
      ? try row.values("programs", expected: "a tag, not empty") { $0.isEmpty ? nil : $0 } : []
    entryText =
      row.has("entry_text")
      ? try row.values("entry_text", expected: "words, not empty") { $0.isEmpty ? nil : $0 } : []
    authority = try row.string("authority")
    conduct = try CoveredConduct(row)
    purpose = row.has("purpose") ? try row.word("purpose") : nil
    persons = try row.value("persons", expected: BoundPersons.expected) { BoundPersons($0) }
    parties = try CoveredParties(row)
    looksThrough = try row.flag("look_through")
    needsItemSubjectToEAR = try row.flag("item_subject_to_ear")
    scope = try row.string("scope")
    ownershipRule = try row.string("ownership_rule")
    from = try row.values("from", expected: TimeBound.expected, mayBeEmpty: true) { TimeBound($0) }
    until =
      row.has("until")
      ? try row.value("until", expected: TimeBound.expected) { TimeBound($0) } : nil
    outcome = try row.word("outcome")
    reasons = try row.values(
      "reasons", expected: "capitals, digits and underscores", mayBeEmpty: true
    ) { Reason(checking: $0) }
    duties = try row.words("duties", mayBeEmpty: true)
    exceptions = try row.string("exceptions", mayBeEmpty: true)
    citation = try row.string("citation")
    sourceDate = try row.value("source_date", expected: "a day as yyyy-mm-dd") { Day($0) }
    confidence = try row.word("confidence")
  }
}

extension CoveredConduct {
  fileprivate init(_ row: MeasureRow) throws(MeasureDataError) {
    let words = try row.values(
      "conduct", expected: "'any', 'others' or conduct such as 'purchase'"
    ) { ["any", "others"].contains($0) || Conduct(rawValue: $0) != nil ? $0 : nil }
    if words == ["any"] {
      self = .these(.all)
    } else if words == ["others"] {
      self = .others
    } else {
      let conduct = words.compactMap { Conduct(rawValue: $0) }
      guard conduct.count == words.count else {
        throw row.error(
          "conduct",
          .invalidValue(
            key: "conduct", value: words.joined(separator: ", "),
            expected: "'any' or 'others' alone, or conduct only"))
      }
      self = .these(ConductSet(conduct))
    }
  }
}

extension BoundPersons {
  fileprivate static let expected = "'any', 'us', 'uk', 'eu', 'outside us' and so on"

  fileprivate init?(_ text: String) {
    if text == "any" {
      self = .anyone
    } else if let jurisdiction = Jurisdiction(rawValue: text) {
      self = .within(jurisdiction)
    } else if text.hasPrefix("outside "),
      let jurisdiction = Jurisdiction(rawValue: String(text.dropFirst(8)))
    {
      self = .outside(jurisdiction)
    } else {
      return nil
    }
  }
}

extension CoveredParties {
  fileprivate init(_ row: MeasureRow) throws(MeasureDataError) {
    let isOwned = try row.value("parties", expected: "'listed' or 'owned'") {
      ["listed": false, "owned": true][$0]
    }
    self = isOwned ? .owned(group: try row.string("ownership_group")) : .listed
    if !isOwned, row.has("ownership_group") {
      throw row.error(
        "ownership_group",
        .invalidValue(
          key: "parties", value: "listed", expected: "'owned' where 'ownership_group' is given"))
    }
  }
}

extension TimeBound {
  fileprivate static let expected =
    "a day or \(EntryDate.allCases.map(\.rawValue).joined(separator: ", ")) with "
    + "a time, such as '2025-09-29 00:00'"
}

extension Reason {
  fileprivate init?(checking text: String) {
    let isSound =
      !text.isEmpty
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
    guard isSound else { return nil }
    self.init(text)
  }
}

extension Program {
  fileprivate static let keys = ["tag", "lists", "authority", "confidence"]

  fileprivate init(_ row: MeasureRow) throws(MeasureDataError) {
    tag = try row.string("tag")
    lists = try row.values("lists", expected: "a code, not empty") { $0.isEmpty ? nil : $0 }
    authority = try row.string("authority")
    confidence = try row.word("confidence")
  }
}
