private import Glibc
internal import NameIndex

/// A problem with an index file.
public struct IndexFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong; later versions may add cases.
  public enum Reason: Hashable, Sendable {
    /// The file is something else.
    case notAnIndex
    /// The file is shorter or longer than it says.
    case truncated(byteCount: Int, expected: Int)
    /// The file was written by an engine of another format version.
    case otherVersion(found: Int, expected: Int)
    /// A part of the file does not match its checksum or the other parts.
    case damagedSection(name: String)
    /// The system refused.
    case system(operation: String, errno: Int32)
  }

  /// The file, as the caller named it.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  /// What is wrong, with the file and the remedy.
  public var description: String {
    switch reason {
    case .notAnIndex: "\(path): not a namesift index"
    case .truncated(let byteCount, let expected):
      "\(path): index is \(byteCount) bytes long and should be \(expected); compile it again"
    case .otherVersion(let found, let expected):
      "\(path): index has format version \(found), this engine reads \(expected); compile it again"
    case .damagedSection(let name):
      "\(path): section '\(name)' of the index is damaged; compile it again"
    case .system(let operation, let errno):
      "\(path): \(operation): \(String(cString: strerror(errno)))"
    }
  }
}

extension IndexFileError.Reason {
  init(_ error: SectionError) {
    switch error {
    case .notAnIndex: self = .notAnIndex
    case .truncated(let byteCount, let expected):
      self = .truncated(byteCount: byteCount, expected: expected)
    case .otherVersion(let found, let expected):
      self = .otherVersion(found: found, expected: expected)
    case .damaged(let section): self = .damagedSection(name: section)
    }
  }
}
