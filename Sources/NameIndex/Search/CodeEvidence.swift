/// What a query finds in listed names by the codes of their terms: at most so much evidence.
///
/// One number holds two sums and a set, so that adding the numbers of a name's codes adds all of
/// them: bits 0-19 the gain, bits 20-39 what the pair saves of the loss on both sides, bits 40-63
/// the query tokens that are met, which are not added but united. 15 terms of a name at most, with
/// at most 4,096 of gain and 5,530 saved each, stay within their bits.
///
/// A flag for each code tells whether a term of the query's has it. Codes that agree in their low
/// bits share a number, which is raised for all of them: it is a bound, and seldom of more than one.
struct CodeEvidence: ~Copyable {
  private static let elementCount = 1024
  /// Query tokens from this one on share the last bit.
  static let lastSlotBit = 23

  private static let savedShift: UInt64 = 20
  private static let slotShift: UInt64 = 40
  private static let field: UInt64 = (1 << savedShift) - 1
  private static let sums: UInt64 = (1 << slotShift) - 1

  // Invariant: `elements` has `elementCount` elements, `noted` a byte for each code: 1 if a term of
  // the query's has it, else 0, as for code 0, of no term. `best` has an element for each bit of a
  // set of query tokens.
  private let elements: UnsafeMutablePointer<Element>
  private let noted: UnsafeMutablePointer<UInt8>
  private let best: UnsafeMutablePointer<SlotEvidence>

  /// What a code gives.
  private struct Element {
    var number: UInt64 = 0
    /// The gain that counts as evidence for people.
    var evidence: Int16 = 0
    /// What is spared of the listed name's loss.
    var spared: Int16 = 0
    /// Whether a term is met to the letter.
    var isEqual = false
  }

  init() {
    elements = .allocate(capacity: Self.elementCount)
    elements.initialize(repeating: Element(), count: Self.elementCount)
    noted = .allocate(capacity: Posting.codeCount)
    noted.initialize(repeating: 0, count: Posting.codeCount)
    best = .allocate(capacity: Self.lastSlotBit + 1)
    best.initialize(repeating: SlotEvidence(), count: Self.lastSlotBit + 1)
  }

  deinit {
    elements.deallocate()
    noted.deallocate()
    best.deallocate()
  }

  /// Raises what a code gives.
  ///
  /// - Parameter slots: The query tokens that meet the term, a bit each.
  @inline(__always)
  func raise(_ code: Int, _ found: FoundEvidence, slots: UInt64) {
    noted[code] = 1
    let element = elements + Self.place(of: code)
    let old = element.pointee.number
    let gain = max(old & Self.field, UInt64(truncatingIfNeeded: found.gain))
    let saved = max(
      old >> Self.savedShift & Self.field,
      UInt64(truncatingIfNeeded: max(0, found.saving + found.spared)))
    element.pointee.number =
      gain | saved << Self.savedShift | (old >> Self.slotShift | slots) << Self.slotShift
    element.pointee.evidence = max(
      element.pointee.evidence, Int16(truncatingIfNeeded: found.evidence))
    element.pointee.spared = max(element.pointee.spared, Int16(truncatingIfNeeded: found.spared))
    element.pointee.isEqual = element.pointee.isEqual || found.isEqual
  }

  /// Sets what a code gives back to nothing, and that of codes which share its number: all are
  /// cleared together.
  @inline(__always)
  func clear(_ code: Int) {
    noted[code] = 0
    elements[Self.place(of: code)] = Element()
  }

  @inline(__always)
  private static func place(of code: Int) -> Int { code & (elementCount - 1) }

  /// What a code gives: nothing when no term of the query's has it.
  @inline(__always)
  private func number(_ code: Int) -> UInt64 {
    elements[Self.place(of: code)].number & (0 &- UInt64(noted[code]))
  }

  /// The bit of a query token.
  @inline(__always)
  static func bit(ofSlot slot: Int) -> UInt64 { 1 << UInt64(min(slot, lastSlotBit)) }

  /// The query tokens that meet terms with a code.
  @inline(__always)
  func slots(_ code: Int) -> UInt64 { number(code) >> Self.slotShift }

  // MARK: Sums over listed terms

  /// The number of codes that terms of the query's have.
  @inline(__always)
  func count(of words: (UInt64, UInt64, UInt64)) -> Int {
    var count = count(of: words.0)
    if words.1 != 0 { count &+= self.count(of: words.1) }
    if words.2 != 0 { count &+= self.count(of: words.2) }
    return count
  }

  @inline(__always)
  private func count(of word: UInt64) -> Int {
    var count = 0
    var rest = word
    for _ in 0..<Posting.codesInWord {
      count &+= Int(noted[Posting.firstCode(of: rest)])
      rest >>= Posting.codeWidth
    }
    return count
  }

  /// What a code gives alone; nil when no term of the query's has it.
  func total(ofCode code: Int) -> CodeTotal? {
    if noted[code] == 0 { return nil }
    let number = number(code)
    return CodeTotal(sums: number & Self.sums, united: number)
  }

  /// What codes give together: each listed term counts.
  @inline(__always)
  func total(of words: (UInt64, UInt64, UInt64)) -> CodeTotal {
    var total = CodeTotal()
    add(words.0, to: &total)
    if words.1 != 0 { add(words.1, to: &total) }
    if words.2 != 0 { add(words.2, to: &total) }
    return total
  }

  @inline(__always)
  private func add(_ word: UInt64, to total: inout CodeTotal) {
    var rest = word
    for _ in 0..<Posting.codesInWord {
      let number = number(Posting.firstCode(of: rest))
      total.sums &+= number & Self.sums
      total.united |= number
      rest >>= Posting.codeWidth
    }
  }

  /// The gain of a total.
  @inline(__always)
  static func gain(_ total: CodeTotal) -> Int { Int(truncatingIfNeeded: total.sums & field) }
  /// What a total saves of the loss.
  @inline(__always)
  static func saved(_ total: CodeTotal) -> Int {
    Int(truncatingIfNeeded: total.sums >> savedShift)
  }
  /// The query tokens that a total meets.
  @inline(__always)
  static func slots(_ total: CodeTotal) -> UInt64 { total.united >> slotShift }

  // MARK: The best of each query token

  /// Forgets what was met by these query tokens.
  @inline(__always)
  func resetBest(_ slots: UInt64) {
    var rest = slots
    while rest != 0 {
      best[rest.trailingZeroBitCount] = SlotEvidence()
      rest &= rest - 1
    }
  }

  /// Raises the best of each query token to what the codes of a name give it.
  @inline(__always)
  func raiseBest(_ posting: UnsafePointer<Posting>, _ met: inout MetCodes) {
    let words = posting.pointee.codes
    let count = posting.pointee.singleCount
    raiseBest(words.0, &met, count)
    if words.1 != 0 { raiseBest(words.1, &met, count - Posting.codesInWord) }
    if words.2 != 0 { raiseBest(words.2, &met, count - 2 * Posting.codesInWord) }
  }

  /// - Parameter singleCount: The number of codes of the word that are not of pairs.
  @inline(__always)
  private func raiseBest(_ word: UInt64, _ met: inout MetCodes, _ singleCount: Int) {
    var rest = word
    var place = 0
    while rest != 0 {
      let code = Posting.firstCode(of: rest)
      rest >>= Posting.codeWidth
      place += 1
      if noted[code] == 0 { continue }
      let detail = elements[Self.place(of: code)]
      let number = detail.number
      if place > singleCount { met.pairCount += 1 } else { met.count += 1 }
      met.spared += Int(detail.spared)
      met.isEqual = met.isEqual || detail.isEqual
      var slots = number >> Self.slotShift
      while slots != 0 {
        let slot = best + slots.trailingZeroBitCount
        slot.pointee.gain = max(slot.pointee.gain, Int32(truncatingIfNeeded: number & Self.field))
        slot.pointee.saved = max(
          slot.pointee.saved,
          Int32(truncatingIfNeeded: number >> Self.savedShift & Self.field))
        slot.pointee.evidence = max(slot.pointee.evidence, Int32(detail.evidence))
        slots &= slots - 1
      }
    }
  }

  /// What the best of the query tokens come to.
  @inline(__always)
  func sumOfBest(_ slots: UInt64) -> SlotEvidence {
    var sum = SlotEvidence()
    var rest = slots
    while rest != 0 {
      let slot = best[rest.trailingZeroBitCount]
      sum.gain += slot.gain
      sum.saved += slot.saved
      sum.evidence += slot.evidence
      rest &= rest - 1
    }
    return sum
  }
}

/// What a query token finds in a term.
struct FoundEvidence {
  var gain: Int
  /// What the pair saves of the query's loss, which may be below 0.
  var saving: Int
  /// What it spares the listed name.
  var spared: Int
  /// The gain that counts as evidence for people.
  var evidence: Int
  /// Whether it is the same to the letter.
  var isEqual: Bool
}

/// Sums over the codes of a name, as ``CodeEvidence`` packs them.
struct CodeTotal {
  var sums: UInt64 = 0
  var united: UInt64 = 0
}

/// What the query tokens find in a name, each at most.
struct SlotEvidence {
  var gain: Int32 = 0
  var saved: Int32 = 0
  var evidence: Int32 = 0
}

/// The codes of a name that a query meets.
struct MetCodes {
  /// Of anchors and initials.
  var count = 0
  var pairCount = 0
  var spared = 0
  var isEqual = false
}
