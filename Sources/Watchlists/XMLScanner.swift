private import CExpat

/// Runs over an XML document and reports each element when it ends.
///
/// Document types are refused, and with them every entity that a file could define: neither
/// external files nor exponential expansion can happen.
final class XMLScanner {
  /// The deepest nesting. OFAC's flat XML has five levels.
  static let maximumDepth = 64

  /// The names of the open elements, without namespace prefixes, outermost first.
  private(set) var path: [String] = []
  /// The line of the event being reported, counting from 1.
  private(set) var line = 1

  private let file: SourceFile
  private let onStart: (XMLScanner) throws(WatchlistError) -> Void
  private let onEnd: (XMLScanner, String) throws(WatchlistError) -> Void
  private var text: [UInt8] = []
  private var failure: WatchlistError?
  // SAFETY: the parser lives only within `run`, which frees it.
  private var parser: XML_Parser?

  /// - Parameters:
  ///   - onStart: Called when an element begins; it is the last one of `path`.
  ///   - onEnd: Called when an element ends, with the trimmed text since the last tag.
  init(
    _ file: SourceFile, onStart: @escaping (XMLScanner) throws(WatchlistError) -> Void,
    onEnd: @escaping (XMLScanner, String) throws(WatchlistError) -> Void
  ) {
    self.file = file
    self.onStart = onStart
    self.onEnd = onEnd
  }

  /// Reads the document from its start to its end.
  ///
  /// - Throws: ``WatchlistError`` when it is not well formed or a handler throws.
  func run() throws(WatchlistError) {
    guard let parser = unsafe XML_ParserCreate("UTF-8") else {
      throw WatchlistError(.malformedXML(message: "out of memory"), path: file.path)
    }
    defer {
      unsafe XML_ParserFree(parser)
      unsafe self.parser = nil
    }
    unsafe self.parser = parser
    // SAFETY: `self` outlives the parser, which is freed before this function returns.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, _ in unsafe scanner(context)?.begin(name) },
      { context, _ in unsafe scanner(context)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { context, bytes, count in
      unsafe scanner(context)?.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe scanner(context)?.refuseDocumentType()
    }
    // SAFETY: the buffer is valid for the call, and its count is below the file limit of 2²⁹.
    let status = unsafe file.bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.bindMemory(to: CChar.self).baseAddress, CInt(buffer.count), 1)
    }
    if let failure { throw failure }
    if status != XML_STATUS_OK {
      line = unsafe Int(XML_GetCurrentLineNumber(parser))
      let message = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      throw WatchlistError(
        .malformedXML(message: message ?? "unknown"), path: file.path, line: line)
    }
  }

  fileprivate func begin(_ name: UnsafePointer<CChar>?) {
    guard failure == nil, let name = unsafe name else { return }
    let qualified = unsafe String(cString: name)
    let local = qualified.split(separator: ":").last.map(String.init) ?? qualified
    text.removeAll(keepingCapacity: true)
    path.append(local)
    perform { () throws(WatchlistError) in
      guard path.count <= Self.maximumDepth else {
        throw WatchlistError(
          .nestedTooDeep(limit: Self.maximumDepth), path: file.path, line: line)
      }
      try onStart(self)
    }
  }

  fileprivate func end() {
    guard failure == nil else { return }
    perform { () throws(WatchlistError) in
      let range = text.range { !isSpace($0) }
      try onEnd(self, String(decoding: text[range], as: UTF8.self))
    }
    text.removeAll(keepingCapacity: true)
    path.removeLast()
  }

  fileprivate func append(_ bytes: UnsafeBufferPointer<CChar>) {
    guard failure == nil else { return }
    unsafe text.append(contentsOf: bytes.lazy.map { UInt8(bitPattern: $0) })
    perform { () throws(WatchlistError) in
      guard text.count <= CSVScanner.maximumFieldByteCount else {
        throw WatchlistError(
          .fieldTooLong(limit: CSVScanner.maximumFieldByteCount), path: file.path, line: line)
      }
    }
  }

  fileprivate func refuseDocumentType() {
    perform { () throws(WatchlistError) in
      throw WatchlistError(.documentType, path: file.path, line: line)
    }
  }

  /// Runs a handler, and stops the parser when it throws: C cannot pass errors on.
  private func perform(_ body: () throws(WatchlistError) -> Void) {
    if let parser = unsafe parser { line = unsafe Int(XML_GetCurrentLineNumber(parser)) }
    do {
      try body()
    } catch {
      failure = error
      if let parser = unsafe parser { _ = unsafe XML_StopParser(parser, 0) }
    }
  }
}

/// The scanner behind the user data that expat hands back.
private func scanner(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
  // SAFETY: `run` set the user data to a scanner that is alive during every callback.
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<XMLScanner>.fromOpaque(context).takeUnretainedValue()
}

extension [UInt8] {
  /// The range from the first to the last byte for which `isKept` holds.
  fileprivate func range(where isKept: (UInt8) -> Bool) -> Range<Int> {
    guard let first = firstIndex(where: isKept), let last = lastIndex(where: isKept) else {
      return 0..<0
    }
    return first..<(last + 1)
  }
}
