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

  // Two skeletons whose longer one has up to five classes are at most one edit apart, others two;
  // so one of four classes may be two edits from one of six.
  static let oneDeletionLengths = 1...5
  static let twoDeletionLengths = 4...SoundSkeleton.maximumLength

  init(_ reader: SectionReader, _ name: String) throws(SectionError) {
    oneDeletion = try HashedPostings(reader, name + "1")
    twoDeletions = try HashedPostings(reader, name + "2")
  }

  func findCandidates(of token: ScorableToken, into result: inout [TermID]) {
    withClasses(of: token.skeleton) { classes in
      if Self.oneDeletionLengths.contains(classes.count) {
        DeletionKeys.forEach(classes, deletions: 1) { key in
          oneDeletion.forEach(key) { result.append($0) }
        }
      }
      if Self.twoDeletionLengths.contains(classes.count) {
        DeletionKeys.forEach(classes, deletions: 2) { key in
          twoDeletions.forEach(key) { result.append($0) }
        }
      }
    }
  }
}

private struct SkeletonPathsBuilder {
  private var oneDeletion = HashedPostingsBuilder()
  private var twoDeletions = HashedPostingsBuilder()

  mutating func add(_ id: TermID, _ token: ScorableToken) {
    withClasses(of: token.skeleton) { classes in
      if SkeletonPaths.oneDeletionLengths.contains(classes.count) {
        DeletionKeys.forEach(classes, deletions: 1) { oneDeletion.add($0, id) }
      }
      if SkeletonPaths.twoDeletionLengths.contains(classes.count) {
        DeletionKeys.forEach(classes, deletions: 2) { twoDeletions.add($0, id) }
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
