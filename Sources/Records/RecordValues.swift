/// One value that was found in a record for a field of the layout.
struct RecordValue {
  /// The field, as an index into the layout's fields.
  var field: Int32
  /// The array indices on the way to it, -1 where there are fewer.
  var firstIndex: Int32 = -1
  var secondIndex: Int32 = -1
  /// What `start` counts from.
  var place = Place.chunk
  /// Where its bytes are.
  var start: Int
  var count: Int

  /// Where the bytes of a value lie.
  enum Place {
    /// In the chunk that the record is of.
    case chunk
    /// In the scratch memory, unescaped.
    case scratch
    /// In the memory of a caller: `start` is their address.
    case caller
  }
}

/// The values of one record, in input order; reused for every record of a worker.
struct RecordValues: ~Copyable {
  var values: [RecordValue] = []
  /// Values from which quotes or escapes had to be taken out.
  var unescaped = ByteBuffer(capacity: 4096)

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    unescaped.count = 0
  }

  /// The bytes of a value, given the chunk it was found in; valid until the record changes.
  @inline(__always)
  func bytes(of value: RecordValue, in base: UnsafePointer<UInt8>) -> Bytes {
    switch value.place {
    case .chunk: Bytes(start: base + value.start, count: value.count)
    case .scratch: Bytes(start: unescaped.base + value.start, count: value.count)
    // SAFETY: the caller keeps the bytes until the record is screened.
    case .caller: Bytes(start: UnsafePointer(bitPattern: value.start), count: value.count)
    }
  }
}

/// What scanning gave for one record.
struct ScannedRecord {
  enum Outcome {
    /// The values are there.
    case record
    /// A blank line, which is no record.
    case blank
    /// The record cannot be read.
    case rejected(RejectReason)
  }

  var outcome: Outcome
  /// Where the next record starts.
  var next: Int
  /// The line ends that were passed.
  var lineCount: Int
}
