/// A reason why a list was refused, with its place in the files.
///
/// A list is refused whole: screening against half of it would be worse than stopping.
public struct WatchlistError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; later versions may add cases.
  public enum Reason: Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable(operation: String, message: String)
    /// The file is longer than the limit, in bytes as stored or as decompressed.
    case tooLarge(limit: Int, isDecompressed: Bool)
    /// The gzip data end before their own end mark.
    case gzipCut
    /// The gzip data contradict their checksum or structure.
    case gzipDamaged
    /// The zip archive ends before its directory.
    case zipCut
    /// The zip archive contradicts its directory or its checksum.
    case zipDamaged
    /// The zip archive holds none or several files.
    case zipMemberCount(Int)
    /// The file in the zip archive has a path that leads out of its folder, or is a folder.
    case zipPathOutside
    /// The file in the zip archive is encrypted.
    case zipEncrypted
    /// The file in the zip archive is compressed with an unknown method.
    case zipMethod(Int)
    /// The file holds no bytes.
    case empty
    /// The file is a web page, as servers send in place of data.
    case html
    /// The content is none of the known formats.
    case unknownFormat
    /// A layout that is known and not read.
    case unsupportedLayout(what: String)
    /// A part of an OFAC set stands where its main file belongs.
    case partAsMainFile(columnCount: Int)
    /// A directory without one main file of an OFAC set.
    case noMainFile(found: Int)
    /// A part that cannot be used with this list.
    case unusablePart(why: String)
    /// The bytes are not UTF-8 from this offset on.
    case notUTF8(offset: Int)
    /// A zero byte, which no text file holds.
    case zeroByte
    /// A quoted field without its closing quote.
    case unterminatedQuote
    /// Text between a closing quote and the next comma.
    case textAfterQuote
    /// A field or element is longer than the limit, in bytes.
    case fieldTooLong(limit: Int)
    /// A row with another number of columns than the format or the header has.
    case wrongColumnCount(actual: Int, expected: Int)
    /// The last row has no line end: the file was cut.
    case lastRowCut
    /// Something follows the end mark 0x1A.
    case rowAfterEnd
    /// The header stands again among the rows: two files were joined.
    case repeatedHeader
    /// A column that the format requires is not in the header.
    case missingColumn(name: String)
    /// A column stands twice in the header.
    case repeatedColumn(name: String)
    /// A required field is empty.
    case missingField(name: String)
    /// A field that must be a number is not.
    case notNumber(column: String, byteCount: Int)
    /// The JSON is not well formed.
    case malformedJSON(message: String)
    /// A JSON value of another kind than the format has.
    case wrongType(name: String, expected: String)
    /// The XML is not well formed.
    case malformedXML(message: String)
    /// The XML declares another encoding than UTF-8.
    case declaredEncoding(name: String)
    /// The root element is in no namespace, though the published list has one.
    case missingNamespace(root: String)
    /// An XML element with all that it holds has more elements than the limit.
    case tooManyElements(limit: Int)
    /// A document type declaration, which could define entities without bound.
    case documentType
    /// XML elements nested deeper than the limit.
    case nestedTooDeep(limit: Int)
    /// More or fewer entries than the file itself says.
    case wrongEntryCount(actual: Int, stated: Int)
    /// The file holds no entry.
    case noEntries
    /// Something is missing, and the caller asked for complete lists only.
    case incomplete(what: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The file, as the caller named it.
  public let path: String
  /// The line the problem is on, counting from 1, or 0 for the file as a whole.
  public let line: Int

  /// Creates an error.
  public init(_ reason: Reason, path: String, line: Int = 0) {
    self.reason = reason
    self.path = path
    self.line = line
  }

  /// `path:line: what is wrong`, with actual value, limit and remedy.
  public var description: String {
    line > 0 ? "\(path):\(line): \(reason.sentence)" : "\(path): \(reason.sentence)"
  }
}

extension WatchlistError.Reason {
  fileprivate var sentence: String {
    switch self {
    case .unreadable(let operation, let message): "cannot \(operation): \(message)"
    case .tooLarge(let limit, let isDecompressed):
      "the \(isDecompressed ? "decompressed " : "")file is longer than the limit of \(limit) bytes"
    case .gzipCut: "the gzip data are cut off; fetch the file again"
    case .gzipDamaged: "the gzip data are damaged; fetch the file again"
    case .zipCut: "the zip archive is cut off; fetch the file again"
    case .zipDamaged: "the zip archive is damaged; fetch the file again"
    case .zipMemberCount(let count):
      "the zip archive holds \(count) files; it must hold exactly one"
    case .zipPathOutside: "the path in the zip archive is not that of a file inside it"
    case .zipEncrypted: "the file in the zip archive is encrypted"
    case .zipMethod(let method):
      "the file in the zip archive is compressed with method \(method); it must be 0 or 8"
    case .empty: "the file is empty; fetch it again"
    case .html: "the file is a web page, not a list; fetch it again"
    case .unknownFormat: "the content is no known list format; name the kind, as in 'csl:PATH'"
    case .unsupportedLayout(let what): "\(what)"
    case .partAsMainFile(let count):
      "a file of \(count) columns is a part of an OFAC set; name the main file of 12 columns"
    case .noMainFile(let found):
      "the directory holds \(found) of sdn.csv and cons_prim.csv; it must hold exactly one"
    case .unusablePart(let why): "the part cannot be used: \(why)"
    case .notUTF8(let offset): "invalid UTF-8 at byte \(offset)"
    case .zeroByte: "a zero byte in a text file"
    case .unterminatedQuote: "a quoted field never ends"
    case .textAfterQuote: "text after the closing quote of a field"
    case .fieldTooLong(let limit): "a field is longer than the limit of \(limit) bytes"
    case .wrongColumnCount(let actual, let expected):
      "the row has \(actual) columns instead of \(expected): it was cut or joined"
    case .lastRowCut: "the last row has no line end: the file was cut"
    case .rowAfterEnd: "a row after the end mark 0x1A"
    case .repeatedHeader: "the header stands again among the rows"
    case .missingColumn(let name): "missing column '\(name)'"
    case .repeatedColumn(let name): "the column '\(name)' stands twice in the header"
    case .missingField(let name): "missing field '\(name)'"
    case .notNumber(let column, let byteCount):
      "the column '\(column)' of \(byteCount) bytes is not a number below 4294967296"
    case .malformedJSON(let message): "malformed JSON: \(message)"
    case .wrongType(let name, let expected): "'\(name)' is not \(expected)"
    case .malformedXML(let message): "malformed XML: \(message)"
    case .declaredEncoding(let name): "the XML declares the encoding '\(name)'; it must be UTF-8"
    case .missingNamespace(let root):
      "the element '\(root)' has no namespace: the list is not as it was published; fetch it again"
    case .tooManyElements(let limit): "an element holds more than the limit of \(limit) elements"
    case .documentType: "a document type declaration, which lists never have"
    case .nestedTooDeep(let limit): "elements nested deeper than the limit of \(limit)"
    case .wrongEntryCount(let actual, let stated):
      "the file holds \(actual) entries but says that it has \(stated)"
    case .noEntries: "the file holds no entry"
    case .incomplete(let what): "\(what), and only complete lists are allowed"
    }
  }
}
