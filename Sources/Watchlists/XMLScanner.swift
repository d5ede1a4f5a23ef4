private import CExpat
private import Glibc

/// Runs over an XML document and reports each element when it begins and when it ends.
///
/// Document types are refused, and with them every entity that a file could define: neither
/// external files nor exponential expansion can happen. The bytes must be UTF-8 and, where the
/// document names an encoding, say so.
final class XMLScanner {
  /// The deepest nesting. OFAC's advanced XML, the deepest published list, has ten levels.
  static let maximumDepth = 64

  /// The names of the open elements, without namespaces, outermost first.
  private(set) var path: [String] = []
  /// The namespace of the element that begins, or nil for none.
  private(set) var namespace: String?
  /// The attributes of the element that begins, without namespaces, in the order of the document.
  private(set) var attributes: [XMLAttribute] = []
  /// The line of the event being reported, counting from 1.
  private(set) var line = 1

  private let file: SourceFile
  private let onStart: (XMLScanner) throws(WatchlistError) -> Void
  private let onEnd: (XMLScanner, String) throws(WatchlistError) -> Void
  private var text: [UInt8] = []
  private var failure: WatchlistError?
  private var isStopped = false
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

  /// Reads the document from its start to its end, or until it is stopped.
  ///
  /// - Throws: ``WatchlistError`` when it is not well formed, not UTF-8, or a handler throws.
  func run() throws(WatchlistError) {
    try file.requireUTF8()
    guard let parser = unsafe XML_ParserCreateNS("UTF-8", Self.namespaceSeparator) else {
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
      { context, name, attributes in unsafe scanner(context)?.begin(name, attributes) },
      { context, _ in unsafe scanner(context)?.end() })
    unsafe XML_SetCharacterDataHandler(parser) { context, bytes, count in
      unsafe scanner(context)?.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe scanner(context)?.refuseDocumentType()
    }
    unsafe XML_SetXmlDeclHandler(parser) { context, _, encoding, _ in
      unsafe scanner(context)?.checkEncoding(encoding)
    }
    // SAFETY: the buffer is valid for the call, and its count is below the file limit of 2²⁹.
    let status = unsafe file.bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.bindMemory(to: CChar.self).baseAddress, CInt(buffer.count), 1)
    }
    if let failure { throw failure }
    if status != XML_STATUS_OK, !isStopped {
      line = unsafe Int(XML_GetCurrentLineNumber(parser))
      let message = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      throw WatchlistError(
        .malformedXML(message: message ?? "unknown"), path: file.path, line: line)
    }
  }

  /// Ends the run as if the document ended here.
  func stop() {
    isStopped = true
    if let parser = unsafe parser { _ = unsafe XML_StopParser(parser, 0) }
  }

  // A space cannot stand in a name, and expat puts it between the namespace and the name.
  private static let namespaceSeparator = CChar(0x20)

  fileprivate func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil, !isStopped, let name = unsafe name else { return }
    text.removeAll(keepingCapacity: true)
    perform { () throws(WatchlistError) in
      let local = unsafe Self.localName(name)
      path.append(unsafe String(cString: local))
      guard path.count <= Self.maximumDepth else {
        throw WatchlistError(
          .nestedTooDeep(limit: Self.maximumDepth), path: file.path, line: line)
      }
      namespace = unsafe Self.namespace(name, before: local)
      self.attributes = try unsafe read(attributes)
      try onStart(self)
    }
  }

  /// The part of `name` behind its namespace.
  private static func localName(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    // SAFETY: expat ends each name with a zero byte, and the separator is not the last one.
    guard let separator = unsafe strrchr(name, CInt(namespaceSeparator)) else {
      return unsafe name
    }
    return unsafe UnsafePointer(separator + 1)
  }

  private static func namespace(
    _ name: UnsafePointer<CChar>, before local: UnsafePointer<CChar>
  ) -> String? {
    // SAFETY: `local` points into the string at `name`, behind the separator if there is one.
    let count = unsafe local - name
    guard count > 1 else { return nil }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: name, count: count - 1), as: UTF8.self)
  }

  private func read(
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) throws(WatchlistError) -> [XMLAttribute] {
    guard let attributes = unsafe attributes else { return [] }
    var read: [XMLAttribute] = []
    // SAFETY: expat hands over names and values in turn, and a null pointer behind the last.
    var index = 0
    while let name = unsafe attributes[index], let value = unsafe attributes[index + 1] {
      let attribute = XMLAttribute(
        name: unsafe String(cString: Self.localName(name)), value: unsafe String(cString: value))
      try checkLength(attribute.value.utf8.count)
      read.append(attribute)
      index += 2
    }
    return read
  }

  /// Refuses every declared encoding but UTF-8 and its part ASCII: the bytes would be read wrongly.
  fileprivate func checkEncoding(_ encoding: UnsafePointer<CChar>?) {
    guard let encoding = unsafe encoding.map({ unsafe String(cString: $0) }),
      !["UTF-8", "US-ASCII"].contains(encoding.uppercased())
    else { return }
    perform { () throws(WatchlistError) in
      throw WatchlistError(.declaredEncoding(name: encoding), path: file.path, line: line)
    }
  }

  fileprivate func end() {
    guard failure == nil, !isStopped else { return }
    perform { () throws(WatchlistError) in
      let range = text.range { !isSpace($0) }
      try onEnd(self, String(decoding: text[range], as: UTF8.self))
    }
    text.removeAll(keepingCapacity: true)
    path.removeLast()
  }

  fileprivate func append(_ bytes: UnsafeBufferPointer<CChar>) {
    guard failure == nil, !isStopped else { return }
    unsafe text.append(contentsOf: bytes.lazy.map { UInt8(bitPattern: $0) })
    if text.count > CSVScanner.maximumFieldByteCount {
      perform { () throws(WatchlistError) in try checkLength(text.count) }
    }
  }

  private func checkLength(_ count: Int) throws(WatchlistError) {
    guard count <= CSVScanner.maximumFieldByteCount else {
      throw WatchlistError(
        .fieldTooLong(limit: CSVScanner.maximumFieldByteCount), path: file.path, line: line)
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

/// An attribute of an XML element.
struct XMLAttribute {
  var name: String
  var value: String
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
