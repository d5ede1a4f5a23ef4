internal import NameSimilarity

/// Whether two names are the same name, apart from how alike they are.
public enum NameAgreement: Sendable, Hashable {
  /// Equal but for spacing, case, punctuation and the spelling of a legal form, and for persons the
  /// order of the words.
  case same
  /// The same but for legal forms of different classes, such as `Inc.` and `Limited`: most likely
  /// two companies of one group.
  case otherLegalForm
  /// They only resemble each other.
  case similar
}

extension NameAgreement {
  /// Tells it from an alignment, whatever the order of its pairs.
  init(
    _ pairs: [AlignedPair], _ query: borrowing ScorableName, _ listed: borrowing ScorableName
  ) {
    var queryForms = 0
    var listedForms = 0
    for pair in pairs {
      switch pair.evidence.relation {
      case .equal, .legalForm: continue
      case .joinedInQuery, .splitInQuery:
        if pair.evidence.distance == 0 { continue }
      case .otherLegalForm:
        queryForms += 1
        listedForms += 1
        continue
      case .edit, .phonetic, .variant, .initial, .transcription, .nickname, .syllable, .acronym:
        break
      }
      self = .similar
      return
    }
    let isQueryWhole = Self.leavesOnlyForms(
      query, of: pairs.map { $0.queryToken..<$0.queryToken + $0.queryCount }, &queryForms)
    let isListedWhole = Self.leavesOnlyForms(
      listed, of: pairs.map { $0.listedToken..<$0.listedToken + $0.listedCount }, &listedForms)
    if !isQueryWhole || !isListedWhole || pairs.isEmpty {
      self = .similar
    } else if queryForms > 0 && listedForms > 0 {
      self = .otherLegalForm
    } else {
      self = queryForms + listedForms == 0 ? .same : .similar
    }
  }

  /// Whether all tokens outside of `ranges` are legal forms, which are counted.
  private static func leavesOnlyForms(
    _ name: borrowing ScorableName, of ranges: [Range<Int>], _ formCount: inout Int
  ) -> Bool {
    for i in 0..<name.count where !ranges.contains(where: { $0.contains(i) }) {
      if !name.token(i).traits.contains(.legalForm) { return false }
      formCount += 1
    }
    return true
  }
}
