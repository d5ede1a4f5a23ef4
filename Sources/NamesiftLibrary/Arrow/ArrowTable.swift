internal import CNamesift
private import Glibc

/// Columns that are handed out as struct arrays, any number of times, without copying them.
///
/// Source: Apache Arrow, "The Arrow C Data Interface": release releases the children that were not
/// moved away, then what is the array's own, and marks itself as released.
final class ArrowTable: @unchecked Sendable {
  // Immutable after `init`, hence Sendable.
  private let root: ArrowColumn

  /// Takes over columns of one length.
  init(_ columns: [ArrowColumn]) {
    root = ArrowColumn(
      name: "", format: "+s", length: columns.first?.length ?? 0, buffers: [nil], children: columns)
  }

  deinit { Self.free(root) }

  /// The number of rows.
  var rowCount: Int { root.length }

  /// Fills a schema and an array that their consumer releases; the table lives as long as the array.
  func fill(
    _ schema: UnsafeMutablePointer<ArrowSchema>, _ array: UnsafeMutablePointer<ArrowArray>
  ) {
    fill(schema)
    fill(array)
  }

  /// Fills a schema that its consumer releases.
  func fill(_ schema: UnsafeMutablePointer<ArrowSchema>) { Self.fill(schema, root) }

  /// Fills an array that its consumer releases; the table lives as long as the array.
  func fill(_ array: UnsafeMutablePointer<ArrowArray>) { fill(array, root) }

  private static func free(_ column: ArrowColumn) {
    for buffer in column.buffers { buffer?.deallocate() }
    column.children.forEach(free)
  }

  private static func fill(_ schema: UnsafeMutablePointer<ArrowSchema>, _ column: ArrowColumn) {
    let children = allocate(UnsafeMutablePointer<ArrowSchema>?.self, column.children.count)
    for (i, child) in column.children.enumerated() {
      let place = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
      fill(place, child)
      children?[i] = place
    }
    // SAFETY: the strings and the children are freed by `releaseSchema` alone.
    schema.initialize(
      to: ArrowSchema(
        format: UnsafePointer(strdup(column.format)), name: UnsafePointer(strdup(column.name)),
        metadata: nil, flags: column.isNullable ? Int64(ARROW_FLAG_NULLABLE) : 0,
        n_children: Int64(column.children.count), children: children, dictionary: nil,
        release: releaseSchema, private_data: nil))
  }

  // Every array holds the table, as children may be moved away and live on alone.
  private func fill(_ array: UnsafeMutablePointer<ArrowArray>, _ column: ArrowColumn) {
    let buffers = Self.allocate(UnsafeRawPointer?.self, column.buffers.count)
    for (i, buffer) in column.buffers.enumerated() {
      buffers?[i] = buffer.flatMap { UnsafeRawPointer($0.baseAddress) }
    }
    let children = Self.allocate(UnsafeMutablePointer<ArrowArray>?.self, column.children.count)
    for (i, child) in column.children.enumerated() {
      let place = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
      fill(place, child)
      children?[i] = place
    }
    // SAFETY: the retain here is balanced by the release in `releaseArray`.
    array.initialize(
      to: ArrowArray(
        length: Int64(column.length), null_count: Int64(column.nullCount), offset: 0,
        n_buffers: Int64(column.buffers.count), n_children: Int64(column.children.count),
        buffers: buffers, children: children, dictionary: nil, release: releaseArray,
        private_data: Unmanaged.passRetained(self).toOpaque()))
  }

  private static func allocate<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T>? {
    count == 0 ? nil : UnsafeMutablePointer<T>.allocate(capacity: count)
  }
}

private func releaseSchema(_ schema: UnsafeMutablePointer<ArrowSchema>?) {
  guard let schema else { return }
  for i in 0..<Int(schema.pointee.n_children) {
    guard let child = schema.pointee.children[i] else { continue }
    // A child that was moved away has no release.
    child.pointee.release?(child)
    child.deallocate()
  }
  schema.pointee.children?.deallocate()
  free(UnsafeMutablePointer(mutating: schema.pointee.format))
  free(UnsafeMutablePointer(mutating: schema.pointee.name))
  schema.pointee.release = nil
}

private func releaseArray(_ array: UnsafeMutablePointer<ArrowArray>?) {
  guard let array else { return }
  for i in 0..<Int(array.pointee.n_children) {
    guard let child = array.pointee.children[i] else { continue }
    child.pointee.release?(child)
    child.deallocate()
  }
  array.pointee.children?.deallocate()
  array.pointee.buffers?.deallocate()
  if let table = array.pointee.private_data {
    Unmanaged<ArrowTable>.fromOpaque(table).release()
  }
  array.pointee.private_data = nil
  array.pointee.release = nil
}
