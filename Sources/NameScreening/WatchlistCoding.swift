internal import Watchlists

// The form of entries and summaries in an index file. A change needs a new format version.

extension ByteEncoder {
  mutating func append(_ entry: WatchlistEntry) {
    append(entry.list)
    append(entry.uid)
    append(UInt64(entry.type.rawValue))
    append(entry.names) { $0.append($1) }
    append(entry.programs) { $0.append($1) }
    append(entry.identifiers) { $0.append($1) }
    append(entry.birthDates) { $0.append($1) }
    append(entry.birthPlaces) { $0.append($1) }
    append(entry.countries) { $0.append($1) }
    append(entry.addresses) { coder, address in
      coder.append(address.lines)
      coder.append(address.city)
      coder.append(address.country)
    }
    append(entry.listedOn)
    append(entry.effectiveOn)
    append(entry.divestBy)
    append(entry.endsOn)
    append(entry.legalBasis)
    append(entry.licenceRequirement)
    append(entry.licencePolicy)
    append(entry.citation)
    append(entry.title)
    append(entry.remarks)
    append(entry.source)
    append(entry.sourceDate)
    append(entry.isHeld ? 1 : 0)
  }

  private mutating func append(_ name: ListedName) {
    append(name.text)
    append(UInt64(name.type.rawValue))
    append(UInt64(name.strength.rawValue))
    append(UInt64(name.origin.rawValue))
    append(name.isUnofficial ? 1 : 0)
    append(name.script)
  }

  private mutating func append(_ identifier: Identifier) {
    append(UInt64(identifier.kind.rawValue))
    append(identifier.value)
    append(identifier.country)
    append(identifier.hasValidChecksum.map { $0 ? 2 : 1 } ?? 0)
  }

  private mutating func append(_ date: CalendarDate?) { append(Int(date?.packed ?? 0)) }

  private mutating func append(_ interval: DateInterval) {
    append(interval.first)
    append(interval.last)
    append(interval.isApproximate ? 1 : 0)
  }

  mutating func append(_ summary: WatchlistSummary) {
    append(summary.name)
    append(summary.kind.rawValue)
    append(summary.path)
    append(summary.parts) { $0.append($1) }
    append(summary.published)
    append(summary.sha256)
    append(summary.entryCount)
    append(summary.nameCount)
    append(summary.weakNameCount)
    append(summary.identifierCount)
    append(summary.programCounts) { coder, count in
      coder.append(count.program)
      coder.append(count.count)
    }
    append(summary.warnings) { coder, warning in
      coder.append(warning.path)
      coder.append(warning.line)
      coder.append(warning.message)
      coder.append(warning.count)
    }
    append(summary.checkedAt?.secondsSince1970 ?? 0)
    append(summary.gate.map { [$0] } ?? []) { $0.append($1) }
  }

  private mutating func append(_ gate: GateRecord) {
    append(gate.previousSHA256)
    append(gate.addedCount)
    append(gate.changedCount)
    append(gate.removedCount)
    append(gate.heldCount)
    append(gate.approvedCount)
    append(gate.suspicions) { $0.append($1) }
  }
}

extension ByteDecoder {
  mutating func entry() throws(DecodingFailure) -> WatchlistEntry {
    var entry = WatchlistEntry(
      list: try string(), uid: try string(), type: try value(PartyType.self),
      names: try array { (coder) throws(DecodingFailure) in try coder.name() })
    entry.programs = try strings()
    entry.identifiers = try array { (coder) throws(DecodingFailure) in try coder.identifier() }
    entry.birthDates = try array { (coder) throws(DecodingFailure) in try coder.interval() }
    entry.birthPlaces = try strings()
    entry.countries = try strings()
    entry.addresses = try array { (coder) throws(DecodingFailure) in
      Address(
        lines: try coder.string(), city: try coder.string(), country: try coder.string())
    }
    entry.listedOn = try date()
    entry.effectiveOn = try date()
    entry.divestBy = try date()
    entry.endsOn = try date()
    entry.legalBasis = try optionalString()
    entry.licenceRequirement = try optionalString()
    entry.licencePolicy = try optionalString()
    entry.citation = try optionalString()
    entry.title = try optionalString()
    entry.remarks = try optionalString()
    entry.source = try optionalString()
    entry.sourceDate = try date()
    entry.isHeld = try number() != 0
    if entry.names.isEmpty { throw DecodingFailure() }
    return entry
  }

  private mutating func strings() throws(DecodingFailure) -> [String] {
    try array { (coder) throws(DecodingFailure) in try coder.string() }
  }

  private mutating func name() throws(DecodingFailure) -> ListedName {
    ListedName(
      try string(), type: try value(NameType.self), strength: try value(NameStrength.self),
      origin: try value(NameOrigin.self), isUnofficial: try number() != 0,
      script: try optionalString())
  }

  private mutating func identifier() throws(DecodingFailure) -> Identifier {
    let kind = try value(IdentifierKind.self)
    let text = try string()
    let country = try optionalString()
    let checksum = try number()
    return Identifier(
      kind, text, country: country, hasValidChecksum: checksum == 0 ? nil : checksum == 2)
  }

  private mutating func date() throws(DecodingFailure) -> CalendarDate? {
    let packed = try int()
    if packed == 0 { return nil }
    guard
      let date = CalendarDate(
        year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
    else { throw DecodingFailure() }
    return date
  }

  private mutating func interval() throws(DecodingFailure) -> DateInterval {
    guard let first = try date(), let last = try date() else { throw DecodingFailure() }
    return DateInterval(first: first, last: last, isApproximate: try number() != 0)
  }

  mutating func summary() throws(DecodingFailure) -> WatchlistSummary {
    let name = try string()
    guard let kind = WatchlistKind(rawValue: try string()) else { throw DecodingFailure() }
    let path = try string()
    let parts = try strings()
    let published = try date()
    var summary = WatchlistSummary(name: name, kind: kind, path: path, sha256: try string())
    summary.parts = parts
    summary.published = published
    summary.entryCount = try int()
    summary.nameCount = try int()
    summary.weakNameCount = try int()
    summary.identifierCount = try int()
    summary.programCounts = try array { (coder) throws(DecodingFailure) in
      ProgramCount(program: try coder.string(), count: try coder.int())
    }
    summary.warnings = try array { (coder) throws(DecodingFailure) in
      WatchlistWarning(
        path: try coder.string(), line: try coder.int(), message: try coder.string(),
        count: try coder.int())
    }
    let checkedAt = try int()
    summary.checkedAt = checkedAt == 0 ? nil : UTCTime(secondsSince1970: checkedAt)
    summary.gate = try array { (coder) throws(DecodingFailure) in try coder.gate() }.first
    return summary
  }

  private mutating func gate() throws(DecodingFailure) -> GateRecord {
    GateRecord(
      previousSHA256: try string(), addedCount: try int(), changedCount: try int(),
      removedCount: try int(), heldCount: try int(), approvedCount: try int(),
      suspicions: try strings())
  }
}
