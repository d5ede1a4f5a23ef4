internal import CNamesift
private import Glibc

/// Hands tables of the same columns out, one after the other.
///
/// Source: Apache Arrow, "The Arrow C Stream Interface".
final class ArrowStream {
  private let columns: ArrowTable
  private var rest: ArraySlice<ArrowTable>

  /// - Parameter columns: A table with the columns of all, which may be empty.
  private init(_ tables: [ArrowTable], columns: ArrowTable) {
    self.columns = columns
    rest = tables[...]
  }

  /// Fills a stream that its consumer releases.
  static func fill(
    _ stream: UnsafeMutablePointer<ArrowArrayStream>, with tables: [ArrowTable],
    columns: ArrowTable
  ) {
    // SAFETY: the retain here is balanced by the release of the stream.
    let owner = Unmanaged.passRetained(ArrowStream(tables, columns: columns))
    stream.initialize(
      to: ArrowArrayStream(
        get_schema: { stream, schema in
          guard let owner = ArrowStream.owner(of: stream), let schema else { return EINVAL }
          owner.columns.fill(schema)
          return 0
        },
        get_next: { stream, array in
          guard let owner = ArrowStream.owner(of: stream), let array else { return EINVAL }
          // An array without a release is the end.
          array.initialize(to: ArrowArray())
          owner.rest.popFirst()?.fill(array)
          return 0
        },
        get_last_error: { _ in nil },
        release: { stream in
          guard let stream, let owner = stream.pointee.private_data else { return }
          Unmanaged<ArrowStream>.fromOpaque(owner).release()
          stream.pointee.private_data = nil
          stream.pointee.release = nil
        },
        private_data: owner.toOpaque()))
  }

  private static func owner(of stream: UnsafeMutablePointer<ArrowArrayStream>?) -> ArrowStream? {
    stream?.pointee.private_data.map {
      Unmanaged<ArrowStream>.fromOpaque($0).takeUnretainedValue()
    }
  }
}
