/// Finds the values that tell facts of a party: its type, country and date of birth.
///
/// Values of one field come in the order of their indices, so the facts for a field of names are
/// found by going on from the last one: a record with many parties costs no more than its length.
struct FactCursors {
  private struct Cursor {
    var nameField: Int32
    var factField: Int32
    var position = 0
  }

  private var cursors: [Cursor] = []

  /// Starts with another record.
  mutating func removeAll() { cursors.removeAll(keepingCapacity: true) }

  /// The value of the first of `fields` that is beside a name, or nil.
  mutating func value(
    beside name: RecordValue, fields: RecordLayout.FieldRange, of layout: RecordLayout,
    among values: [RecordValue]
  ) -> RecordValue? {
    for i in fields.indices {
      let number = cursor(name.field, layout.otherFields[i])
      if let value = Self.advance(&cursors[number], to: name, among: values) { return value }
    }
    return nil
  }

  private mutating func cursor(_ nameField: Int32, _ factField: Int32) -> Int {
    for (number, cursor) in cursors.enumerated()
    where cursor.nameField == nameField && cursor.factField == factField {
      return number
    }
    cursors.append(Cursor(nameField: nameField, factField: factField))
    return cursors.count - 1
  }

  private static func advance(
    _ cursor: inout Cursor, to name: RecordValue, among values: [RecordValue]
  ) -> RecordValue? {
    while cursor.position < values.count {
      let value = values[cursor.position]
      if value.field == cursor.factField {
        let order = order(value, name)
        if order == 0 { return value }
        if order > 0 { return nil }
      }
      cursor.position += 1
    }
    return nil
  }

  /// Negative, 0 or positive as the first place is before, at or behind the second, as far as
  /// both have indices.
  private static func order(_ a: RecordValue, _ b: RecordValue) -> Int32 {
    if a.firstIndex >= 0, b.firstIndex >= 0, a.firstIndex != b.firstIndex {
      return a.firstIndex - b.firstIndex
    }
    if a.secondIndex >= 0, b.secondIndex >= 0 { return a.secondIndex - b.secondIndex }
    return 0
  }
}
