internal import NameIndex
internal import Watchlists

/// The entries by the forms of their identifiers: sections of the index file beside the names.
struct IdentifierIndex: @unchecked Sendable {
  // Immutable memory behind pointers, hence Sendable.
  private let postings: HashedPostings

  /// Opens the sections that ``write(_:to:)`` wrote.
  init(_ reader: SectionReader, entryCount: Int) throws(SectionError) {
    postings = try HashedPostings(reader, Self.section)
    guard postings.areAllBelow(entryCount) else { throw .damaged(section: Self.section) }
  }

  /// Calls `body` with the entries that may have an identifier of a form, some of them perhaps
  /// twice: the caller compares.
  func forEachCandidate(_ form: [UInt8], _ body: (EntryID) -> Void) {
    postings.forEach(Self.key(form)) { body(EntryID(rawValue: $0)) }
  }

  /// Adds the sections to an index file.
  ///
  /// - Complexity: O(*n*) in the identifiers.
  static func write(_ entries: [WatchlistEntry], to sections: inout IndexSections) {
    var items: [(key: UInt64, number: UInt32)] = []
    for (number, entry) in entries.enumerated() {
      for identifier in entry.identifiers {
        guard let form = IdentifierForm.form(of: identifier.value, identifier.kind) else {
          continue
        }
        items.append((key(form), UInt32(number)))
      }
    }
    sections.addPostings(section, items)
  }

  private static let section = "ids"

  private static func key(_ form: [UInt8]) -> UInt64 {
    form.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { hashBytes($0, count: bytes.count) } ?? 0
    }
  }
}
