internal import NameScreening

// Comparing versions of lists: a record is screened against the entries that differ.
extension RecordScreener {
  /// Writes a line for each alert of a record that differs, as `Data/schema/rescreen-1.schema.json`
  /// has it.
  mutating func compareAlerts(at start: Int, of chunk: Chunk, _ base: UnsafePointer<UInt8>) {
    var nameCount = 0
    var identifierCount = 0
    cursors.removeAll()
    comparison?.removeAll()
    for i in values.values.indices {
      if let (text, party) = name(i, of: chunk.layout, base) {
        nameCount += 1
        comparison?.screen(text, of: party, value: i)
      } else if let (text, kind, country) = identifier(i, of: chunk.layout, base) {
        identifierCount += 1
        comparison?.lookUp(text, kind, country: country, value: i)
      }
    }
    comparison?.sort()
    let differing = comparison?.differing ?? []
    for change in differing { writeLine(change, at: start, of: chunk, base) }

    chunk.output.counts.names += nameCount
    chunk.output.counts.identifiers += identifierCount
    if !differing.isEmpty {
      chunk.output.counts.alert += 1
    } else if comparison?.isUnscreenable ?? false || nameCount + identifierCount == 0 {
      chunk.output.counts.unscreenable += 1
    } else {
      chunk.output.counts.clear += 1
    }
    chunk.output.counts.changes += AlertChangeCounts(differing)
    chunk.output.counts.records += 1
  }

  private mutating func writeLine(
    _ change: AlertChange, at start: Int, of chunk: Chunk, _ base: UnsafePointer<UInt8>
  ) {
    let value = values.values[change.value]
    var place = ByteBuffer(capacity: 128)
    OutputLine.append(fieldOf: value, chunk.layout.fields[Int(value.field)], to: &place)
    let isNamed = isNamed(beside: value, chunk.layout, base)
    openLine(id: recordID(chunk.layout, base), at: start, of: chunk)
    comparison?.append(
      change, text: values.bytes(of: value, in: base), place: Array(place.bytes),
      isNamed: isNamed, to: &chunk.output.text)
    chunk.output.text.append("}\n")
  }
}

extension AlertChangeCounts {
  fileprivate init(_ changes: [AlertChange]) {
    for change in changes {
      switch (change.before, change.after) {
      case (nil, _): new += 1
      case (_, nil): vanished += 1
      default: changed += 1
      }
    }
  }
}
