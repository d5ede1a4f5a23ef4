package import NameSimilarity

/// Writes JSON member by member; the caller sees to it that every key gets a value.
package struct JSONWriter: ~Copyable {
  private(set) var output: ByteBuffer
  // Whether a comma goes before what comes next.
  private var needsComma = false

  init(output: consuming ByteBuffer) { self.output = output }

  /// The JSON that `body` writes.
  package static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(output: ByteBuffer(capacity: 1 << 12))
    body(&writer)
    // Bound, as its memory goes with it.
    let output = writer.finish()
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// What was written.
  consuming func finish() -> ByteBuffer { output }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(ASCII.openBrace)
    members(&self)
    close(ASCII.closeBrace)
  }

  package mutating func array<T>(_ elements: [T], _ write: (T, inout JSONWriter) -> Void) {
    open(ASCII.openBracket)
    for element in elements { write(element, &self) }
    close(ASCII.closeBracket)
  }

  package mutating func key(_ key: String) {
    separate()
    JSONText.append(key, to: &output)
    output.append(ASCII.colon)
    needsComma = false
  }

  package mutating func value(_ text: String) {
    separate()
    JSONText.append(text, to: &output)
  }

  package mutating func null() { raw("null") }

  /// Writes what is JSON already.
  package mutating func raw(_ json: String) {
    separate()
    output.append(Array(json.utf8))
  }

  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  package mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    raw(String(number))
  }

  package mutating func member(_ key: String, _ flag: Bool) {
    self.key(key)
    raw(flag ? "true" : "false")
  }

  package mutating func member(_ key: String, _ score: Score?) {
    self.key(key)
    raw(score?.description ?? "null")
  }

  /// Writes a non-negative number with three digits after the point.
  package mutating func member(_ key: String, thousandths: Int) {
    self.key(key)
    let digits = String(thousandths % 1000)
    raw("\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    output.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    output.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { output.append(ASCII.comma) }
    needsComma = true
  }
}
