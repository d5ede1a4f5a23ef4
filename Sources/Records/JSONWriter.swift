/// Writes JSON member by member; the caller sees to it that every key gets a value.
struct JSONWriter: ~Copyable {
  private(set) var output: ByteBuffer
  // Whether a comma goes before what comes next.
  private var needsComma = false

  init(output: consuming ByteBuffer) { self.output = output }

  /// What was written.
  consuming func finish() -> ByteBuffer { output }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(ASCII.openBrace)
    members(&self)
    close(ASCII.closeBrace)
  }

  mutating func array<T>(_ elements: [T], _ write: (T, inout JSONWriter) -> Void) {
    open(ASCII.openBracket)
    for element in elements { write(element, &self) }
    close(ASCII.closeBracket)
  }

  mutating func key(_ key: String) {
    separate()
    JSONText.append(key, to: &output)
    output.append(ASCII.colon)
    needsComma = false
  }

  mutating func value(_ text: String) {
    separate()
    JSONText.append(text, to: &output)
  }

  mutating func null() { raw("null") }

  /// Writes what is JSON already.
  mutating func raw(_ json: String) {
    separate()
    output.append(Array(json.utf8))
  }

  mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    raw(String(number))
  }

  mutating func member(_ key: String, _ flag: Bool) {
    self.key(key)
    raw(flag ? "true" : "false")
  }

  /// Writes a non-negative number with three digits after the point.
  mutating func member(_ key: String, thousandths: Int) {
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
