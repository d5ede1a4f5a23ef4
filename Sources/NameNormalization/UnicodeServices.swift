internal import CICU

/// Text in a Unicode normalisation form, from ICU.
///
/// - Returns: The text; nil if ICU fails, which it does only without memory.
package func normalized(_ text: [UInt8], form: NormalizationForm) -> [UInt8]? {
  filled(guess: text.count + 16) { out, capacity in
    cicu_normalize(form.rawValue, text, Int32(text.count), out, capacity)
  }
}

/// A normalisation form that ICU knows.
package enum NormalizationForm: Int32 {
  /// Composed.
  case nfc = 0
  /// Decomposed.
  case nfd = 1
  /// Compatibility forms replaced, case folded, ignorable characters removed.
  case nfkcCaseFold = 2
}

/// The version of the ICU library that is loaded, such as `72.1`.
package func loadedICUVersion() -> String {
  let version = [CChar](unsafeUninitializedCapacity: 20) { buffer, count in
    cicu_version(buffer.baseAddress!)
    count = 20
  }
  return String(decoding: version.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A transliterator of ICU.
///
/// Its rules run under a process-wide lock inside ICU and take microseconds, so it is asked for
/// rare tokens only and its answers are remembered.
package struct Transliterator: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a transliterator, such as `Any-Latin; Latin-ASCII`; nil if ICU has none of that name.
  ///
  /// - Complexity: Up to 16 milliseconds for the first one of a process.
  package init?(_ identifier: String) {
    var error: Int32 = 0
    guard let opened = cicu_transliterator_open(identifier, &error) else { return nil }
    handle = opened
  }

  deinit { cicu_transliterator_close(handle) }

  /// The text transliterated; nil if ICU fails.
  package func transliterate(_ text: [UInt8]) -> [UInt8]? {
    filled(guess: 4 * text.count + 16) { out, capacity in
      cicu_transliterator_run(handle, text, Int32(text.count), out, capacity)
    }
  }
}

/// The bytes that `fill` writes, with a second try if the first guess of their number is too low.
private func filled(
  guess: Int, _ fill: (UnsafeMutablePointer<UInt8>?, Int32) -> Int32
) -> [UInt8]? {
  var capacity = guess
  while true {
    var needed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      needed = fill(buffer.baseAddress, Int32(capacity))
      count = needed < 0 || Int(needed) > capacity ? 0 : Int(needed)
    }
    if needed < 0 { return nil }
    if Int(needed) <= capacity { return bytes }
    capacity = Int(needed)
  }
}
