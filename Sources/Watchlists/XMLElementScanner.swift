/// Cuts an XML document into elements, one for each listed party, so that no more than one of them
/// is in memory as a tree.
final class XMLElementScanner {
  /// The most elements that one handed-over element may hold. The largest party of OFAC's lists
  /// has some thousands.
  static let maximumElementCount = 1 << 18

  /// What a document is made of.
  struct Shape {
    /// The name of the root element.
    var root: String
    /// Whether the root is in a namespace in the published list.
    var hasNamespace = false
    /// The elements that hold parties or further such elements; all others are handed over whole.
    var containers: Set<String> = []
    /// The elements that are left out with all that they hold, wherever they stand.
    var leftOut: Set<String> = []
  }

  private let file: SourceFile
  private let shape: Shape
  private let body: (XMLElement) throws(WatchlistError) -> Void
  // Invariant: the open elements that belong to the one being built, outermost first.
  private var open: [XMLElement] = []
  private var elementCount = 0
  /// The depth of the open element that is left out.
  private var leftOutDepth: Int?

  /// - Parameter body: Called with the root as soon as it begins, when it has its attributes only,
  ///   and then with each element that ends.
  init(
    _ file: SourceFile, _ shape: Shape, body: @escaping (XMLElement) throws(WatchlistError) -> Void
  ) {
    self.file = file
    self.shape = shape
    self.body = body
  }

  /// Reads the document from its start to its end.
  ///
  /// - Throws: ``WatchlistError`` when the document is damaged or not of the shape, or `body` throws.
  func run() throws(WatchlistError) {
    let scanner = XMLScanner(
      file, onStart: { [self] scanner throws(WatchlistError) in try begin(scanner) },
      onEnd: { [self] scanner, text throws(WatchlistError) in try end(scanner, text) })
    try scanner.run()
  }

  private func begin(_ scanner: XMLScanner) throws(WatchlistError) {
    let depth = scanner.path.count
    let name = scanner.path[depth - 1]
    let element = XMLElement(name: name, line: scanner.line, attributes: scanner.attributes)
    if depth == 1 {
      try checkRoot(element, namespace: scanner.namespace)
      return try body(element)
    }
    guard leftOutDepth == nil else { return }
    if shape.leftOut.contains(name) {
      leftOutDepth = depth
      return
    }
    if open.isEmpty {
      if shape.containers.contains(name) { return }
      elementCount = 0
    }
    elementCount += 1
    guard elementCount <= Self.maximumElementCount else {
      throw WatchlistError(
        .tooManyElements(limit: Self.maximumElementCount), path: file.path, line: scanner.line)
    }
    open.append(element)
  }

  private func checkRoot(
    _ root: XMLElement, namespace: String?
  ) throws(WatchlistError) {
    guard root.name == shape.root else {
      throw WatchlistError(.unknownFormat, path: file.path, line: root.line)
    }
    if shape.hasNamespace, namespace == nil {
      throw WatchlistError(.missingNamespace(root: root.name), path: file.path, line: root.line)
    }
  }

  private func end(_ scanner: XMLScanner, _ text: String) throws(WatchlistError) {
    if let depth = leftOutDepth {
      if depth == scanner.path.count { leftOutDepth = nil }
      return
    }
    guard var element = open.popLast() else { return }
    element.text = text
    if open.isEmpty {
      try body(element)
    } else {
      open[open.count - 1].children.append(element)
    }
  }
}
