internal import NameSimilarity

extension ScoreExplanation {
  /// Words for what the scorer found.
  init(
    _ breakdown: ScoreBreakdown, _ pairs: [AlignedPair], _ query: borrowing ScorableName,
    _ listed: borrowing ScorableName, _ party: PartyClass, isRomanised: Bool,
    evasion: [ReasonCode]
  ) {
    self.init(score: breakdown.score, reasons: [])
    gain = Int(breakdown.gain)
    loss = Int(breakdown.loss)
    share = breakdown.share
    var codes = Set<ReasonCode>()
    for (adjustment, share) in breakdown.adjustments {
      let code = ReasonCode(adjustment)
      codes.insert(code)
      steps.append(Step(code: code.rawValue, result: share))
    }
    if breakdown.isSpacingOnly {
      steps.append(Step(code: ReasonCode.spacing.rawValue, result: score))
    }
    describe(pairs, query, listed, &codes)
    describeUnmatched(pairs, query, listed, &codes)
    // Names that only sound or look alike by their characters are other names.
    let isBySpelling =
      !isRomanised && !evasion.contains(.disguisedLetters) && !evasion.contains(.mixedScript)
    if isBySpelling, breakdown.isSpacingOnly {
      agreement = .same
    } else if isBySpelling, party == .person || !codes.contains(.tokenOrder) {
      agreement = NameAgreement(pairs, query, listed)
    }
    if agreement == .otherLegalForm { codes.insert(.legalFormDiffers) }
    if breakdown.isSpacingOnly { codes = breakdown.score == .one ? [] : [.spacing] }
    if breakdown.score == .one && codes.isEmpty { codes.insert(.exactName) }
    if breakdown.score == .zero { codes = [.nothingInCommon] }
    if isRomanised { codes.insert(.romanised) }
    codes.formUnion(evasion)
    reasons = ReasonCode.allCases.filter(codes.contains).map(\.rawValue)
  }

  private mutating func describe(
    _ pairs: [AlignedPair], _ query: borrowing ScorableName, _ listed: borrowing ScorableName,
    _ codes: inout Set<ReasonCode>
  ) {
    var lastListed = -1
    for pair in pairs {
      if let code = ReasonCode(pair.evidence.relation) { codes.insert(code) }
      if pair.listedToken < lastListed { codes.insert(.tokenOrder) }
      lastListed = pair.listedToken
      alignment.append(
        AlignedToken(
          query: Self.text(query, pair.queryToken, pair.queryCount),
          listed: Self.text(listed, pair.listedToken, pair.listedCount),
          relation: pair.evidence.relation.name,
          similarity: Score(
            tenThousandths: pair.evidence.similarity * Score.one.tenThousandths / TokenWeight.one),
          distance: Int(pair.evidence.distance), gain: Int(pair.evidence.gain),
          loss: Int(pair.evidence.loss)))
    }
  }

  private mutating func describeUnmatched(
    _ pairs: [AlignedPair], _ query: borrowing ScorableName, _ listed: borrowing ScorableName,
    _ codes: inout Set<ReasonCode>
  ) {
    for i in 0..<query.count
    where !pairs.contains(where: { ($0.queryToken..<$0.queryToken + $0.queryCount).contains(i) }) {
      codes.insert(.queryWordsLeft)
      unmatched.append(
        UnmatchedToken(
          token: Self.text(query, i, 1), isOfQuery: true,
          loss: Int(NameScorer.unmatchedQueryWeight(query.token(i).weight))))
    }
    for j in 0..<listed.count
    where !pairs.contains(where: { ($0.listedToken..<$0.listedToken + $0.listedCount).contains(j) })
    {
      codes.insert(.listedWordsLeft)
      unmatched.append(
        UnmatchedToken(
          token: Self.text(listed, j, 1), isOfQuery: false,
          loss: Int(NameScorer.unmatchedListedWeight(listed.token(j).weight))))
    }
  }

  private static func text(_ name: borrowing ScorableName, _ first: Int, _ count: Int) -> String {
    var text = String(decoding: name.token(first).bytes, as: UTF8.self)
    for i in first + 1..<first + count {
      text += " " + String(decoding: name.token(i).bytes, as: UTF8.self)
    }
    return text
  }
}

extension TokenRelation {
  /// The relation in explanations.
  fileprivate var name: String {
    switch self {
    case .equal: "equal"
    case .edit: "edit"
    case .phonetic: "phonetic"
    case .variant: "variant"
    case .initial: "initial"
    case .joinedInQuery: "joined in query"
    case .splitInQuery: "split in query"
    case .legalForm: "legal form"
    case .otherLegalForm: "other legal form"
    case .transcription: "transcription"
    case .nickname: "nickname"
    case .syllable: "syllable"
    case .acronym: "acronym"
    }
  }
}
