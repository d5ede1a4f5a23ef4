extension TokenComparison {
  /// The greatest similarity of tokens that only sound alike: that of known spelling variants.
  static let maximumTranscribedSimilarity: Int32 = variantSimilarity
  /// The evidence that tokens need to relate, in eighths of a natural logarithm of odds: names are
  /// compared across scripts when there is a reason to, so that odds of e² against them, or of e⁴
  /// in alphabets, which are the most faithful, are left to the rest of the name.
  static func minimumSoundEvidence(_ transcription: Transcription) -> Int32 {
    transcription == .alphabet ? -31 : -15
  }
  /// The evidence above the minimum at which the similarity is a half.
  static let halfSoundEvidence: Int32 = 24

  /// The most edits between the consonant skeletons of two tokens that may sound alike, the longer
  /// of which has `length` classes.
  ///
  /// - Parameter transcription: The script of the transcribed token; none for the most that any
  ///   script has.
  public static func maximumSkeletonDistance(
    length: Int, _ transcription: Transcription
  ) -> Int {
    if length < 2 { return 0 }
    // Alphabets spell more sounds, so that names of five consonants are told apart by the others.
    let firstOfTwo = transcription == .alphabet || transcription == .none ? 5 : 6
    return length < firstOfTwo ? 1 : 2
  }

  /// The longest skeletons that may be one edit apart at most; for no script, of any script.
  public static func longestOneEditSkeleton(_ transcription: Transcription) -> Int {
    transcription == .alphabet ? 4 : 5
  }

  /// How alike a transcribed token and one in Latin letters sound, in 1/4096; 0 when they do not
  /// relate.
  ///
  /// Their skeletons must be close, which is what the index looks for. The evidence is then the
  /// best alignment of their sounds (see ``SoundTable``): its logarithm of odds grows with the
  /// length of the name, so that short names, which sound like many others, stay unlike.
  static func transcribedSimilarity(_ a: ScorableToken, _ b: ScorableToken) -> Int32 {
    let (transcribed, plain) = a.transcription == .none ? (b, a) : (a, b)
    guard haveCloseSkeletons(transcribed, plain),
      let table = SoundTable.table(for: transcribed.transcription)
    else { return 0 }
    let capacity = SoundSequence.maximumLength
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * capacity) { buffer in
      let x = UnsafeMutableBufferPointer(rebasing: buffer[..<capacity])
      let y = UnsafeMutableBufferPointer(rebasing: buffer[capacity...])
      let xCount = SoundSequence.write(transcribed.bytes, transcribed.transcription, to: x)
      let yCount = SoundSequence.write(plain.bytes, .none, to: y)
      let result = table.evidence(
        UnsafeBufferPointer(rebasing: x[..<xCount]), UnsafeBufferPointer(rebasing: y[..<yCount]),
        minimum: minimumSoundEvidence(transcribed.transcription))
      return result.map { similarity($0.evidence, $0.most, transcribed.transcription) } ?? 0
    }
  }

  /// The similarity for an amount of evidence and the most that the same sounds could give.
  private static func similarity(
    _ evidence: Int32, _ most: Int32, _ transcription: Transcription
  ) -> Int32 {
    let above = evidence - minimumSoundEvidence(transcription) + 1
    let full = TokenWeight.one * above / (above + halfSoundEvidence)
    // Sounds that share four fifths of what they could are as good as any; with nothing, 0.4.
    let most = max(most, evidence, 1)
    let share = min(20 * most, 8 * most + 15 * max(0, evidence))
    return min(maximumTranscribedSimilarity, full * share / (20 * most))
  }

  private static func haveCloseSkeletons(_ a: ScorableToken, _ b: ScorableToken) -> Bool {
    let (x, y) = (a.skeleton, b.skeleton)
    if x.rawValue == 0 || y.rawValue == 0 { return false }
    return SoundSkeleton.areWithin(
      maximumSkeletonDistance(length: max(x.count, y.count), a.transcription), x, y)
  }
}
