internal import NameSimilarity

/// The way from a transcribed token to the terms that sound like it, and from a token in Latin
/// letters to the transcribed terms that do.
///
/// Tokens that sound alike have consonant skeletons one or two edits apart, so both are found by
/// the deletion neighbourhood of the skeleton. Terms in Latin letters and transcribed terms are
/// kept apart: only tokens of different kinds relate by sound, and a list without any transcribed
/// term costs a Latin token nothing.
struct SoundPaths {
  private let plain: SkeletonPaths
  private let transcribed: SkeletonPaths

  init(_ reader: SectionReader) throws(SectionError) {
    plain = try SkeletonPaths(reader, "sound")
    transcribed = try SkeletonPaths(reader, "native")
  }

  /// Appends to `result` every term that relates to the token by sound, and others, with repeats.
  func findCandidates(of token: ScorableToken, into result: inout [TermID]) {
    if token.transcription != .none {
      plain.findCandidates(of: token, into: &result)
    } else if !transcribed.isEmpty {
      transcribed.findCandidates(of: token, into: &result)
    }
  }
}

/// Collects the terms of ``SoundPaths``.
struct SoundPathsBuilder {
  private var plain = SkeletonPathsBuilder()
  private var transcribed = SkeletonPathsBuilder()

  /// Adds a term that is a fuzzy token.
  mutating func add(_ id: TermID, _ token: ScorableToken) {
    if token.transcription == .none {
      plain.add(id, token)
    } else {
      transcribed.add(id, token)
    }
  }

  /// Adds the sections to a file.
  consuming func write(to writer: inout SectionWriter) {
    plain.write(to: &writer, "sound")
    transcribed.write(to: &writer, "native")
  }
}

/// The deletion neighbourhoods of skeletons.
private struct SkeletonPaths {
  private let oneDeletion: HashedPostings
  private let twoDeletions: HashedPostings

  var isEmpty: Bool { oneDeletion.count == 0 && twoDeletions.count == 0 }

  init(_ reader: SectionReader, _ name: String) throws(SectionError) {
    oneDeletion = try HashedPostings(reader, name + "1")
    twoDeletions = try HashedPostings(reader, name + "2")
  }

  func findCandidates(of token: ScorableToken, into result: inout [TermID]) {
    withClasses(of: token.skeleton) { classes in
      let lengths = SkeletonLengths(of: token.transcription)
      if lengths.oneDeletion.contains(classes.count) {
        DeletionKeys.forEach(classes, deletions: 1) { key in
          oneDeletion.forEach(key) { result.append($0) }
        }
      }
      if let deletions = lengths.deletions(length: classes.count) {
        DeletionKeys.forEach(classes, deletions: deletions) { key in
          twoDeletions.forEach(key) { result.append($0) }
        }
      }
    }
  }
}

/// For which skeletons which neighbourhood is written and asked.
private struct SkeletonLengths {
  /// The skeletons that may be one edit from another at most.
  let oneDeletion: ClosedRange<Int>
  /// The shortest skeleton that may be two edits from one that is not longer.
  private let firstOfTwo: Int

  /// The lengths to ask for; for a token in Latin letters those of every script, which are also the
  /// lengths to write.
  init(of transcription: Transcription) {
    let first = (1...SoundSkeleton.maximumLength).first {
      TokenComparison.maximumSkeletonDistance(length: $0, transcription) == 2
    }
    firstOfTwo = first ?? SoundSkeleton.maximumLength
    oneDeletion = 1...TokenComparison.longestOneEditSkeleton(transcription)
  }

  /// The deletions of a skeleton that lead to the same string as those of one two edits away, of
  /// which the longer has at least ``firstOfTwo`` classes; nil when there is none. A skeleton two
  /// classes shorter than that can only be the other with two left out.
  func deletions(length: Int) -> Int? {
    let deletions = length - (firstOfTwo - 2)
    return deletions < 0 ? nil : min(2, deletions)
  }
}

private struct SkeletonPathsBuilder {
  private var oneDeletion = HashedPostingsBuilder()
  private var twoDeletions = HashedPostingsBuilder()

  mutating func add(_ id: TermID, _ token: ScorableToken) {
    withClasses(of: token.skeleton) { classes in
      let lengths = SkeletonLengths(of: .none)
      if lengths.oneDeletion.contains(classes.count) {
        DeletionKeys.forEach(classes, deletions: 1) { oneDeletion.add($0, id) }
      }
      if let deletions = lengths.deletions(length: classes.count) {
        DeletionKeys.forEach(classes, deletions: deletions) { twoDeletions.add($0, id) }
      }
    }
  }

  consuming func write(to writer: inout SectionWriter, _ name: String) {
    oneDeletion.write(to: &writer, name + "1")
    twoDeletions.write(to: &writer, name + "2")
  }
}

/// Calls `body` with the classes of a skeleton, a byte each.
private func withClasses(of skeleton: SoundSkeleton, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SoundSkeleton.maximumLength) { classes in
    let count = skeleton.count
    for i in 0..<count { classes[i] = skeleton[i] }
    body(UnsafeBufferPointer(rebasing: classes[..<count]))
  }
}
