internal import NameSimilarity

/// Why a name matches as it does: the codes of the output, most telling first.
public enum ReasonCode: String, Sendable, CaseIterable {
  /// All tokens are equal.
  case exactName = "EXACT_NAME"
  /// The names are equal when spaces are dropped.
  case spacing = "SPACING"
  /// Digits or signs of the name stand for letters.
  case disguisedLetters = "DISGUISED_LETTERS"
  /// A word of the name mixes letters of two scripts.
  case mixedScript = "MIXED_SCRIPT"
  /// The name has invisible characters, which were left out.
  case invisibleCharacters = "INVISIBLE_CHARACTERS"
  /// The tokens come in another order.
  case tokenOrder = "TOKEN_ORDER"
  /// A token is a known variant of another.
  case spellingVariant = "SPELLING_VARIANT"
  /// A token is a short form of another, or both are of one name.
  case nickname = "NICKNAME"
  /// A token is another spelling of a Chinese or Korean syllable.
  case syllable = "SYLLABLE"
  /// A token is the initials of the listed name.
  case acronym = "ACRONYM"
  /// A token is a few edits from another.
  case spelling = "SPELLING"
  /// A token sounds like another.
  case sound = "SOUND"
  /// A token of another script sounds like another.
  case transcription = "TRANSCRIPTION"
  /// A token is the first letter of another.
  case initial = "INITIAL"
  /// One word of the query is two of the listed name.
  case joinedWords = "JOINED_WORDS"
  /// Two words of the query are one of the listed name.
  case splitWords = "SPLIT_WORDS"
  /// A legal form has another spelling.
  case legalFormSpelling = "LEGAL_FORM_SPELLING"
  /// The legal forms differ.
  case legalFormDiffers = "LEGAL_FORM_DIFFERS"
  /// Both names have words left over that are not alike.
  case conflict = "CONFLICT"
  /// The words that agree are few or common.
  case littleEvidence = "LITTLE_EVIDENCE"
  /// The names agree in one word only, and in that not to the letter.
  case singleInexactWord = "SINGLE_INEXACT_WORD"
  /// Characters were compared by their romanisation.
  case romanised = "ROMANISED"
  /// The query has words that the listed name has not.
  case queryWordsLeft = "QUERY_WORDS_LEFT"
  /// The listed name has words that the query has not.
  case listedWordsLeft = "LISTED_WORDS_LEFT"
  /// Both names have numbers and none agrees.
  case numbersDiffer = "NUMBERS_DIFFER"
  /// The listed name is a weak one.
  case weakName = "WEAK_NAME"
  /// The publisher has removed the entry, and the removal awaits approval.
  case removalHeld = "REMOVAL_HELD"
  /// No token of one relates to a token of the other.
  case nothingInCommon = "NOTHING_IN_COMMON"

  /// The code of what lowered a score.
  init(_ adjustment: ScoreAdjustment) {
    switch adjustment {
    case .littleEvidence: self = .littleEvidence
    case .conflict: self = .conflict
    case .singleInexactWord: self = .singleInexactWord
    case .numbersDiffer: self = .numbersDiffer
    case .romanised: self = .romanised
    }
  }

  /// The code of a relation of tokens; nil for equal ones.
  init?(_ relation: TokenRelation) {
    switch relation {
    case .equal: return nil
    case .edit: self = .spelling
    case .phonetic: self = .sound
    case .variant: self = .spellingVariant
    case .initial: self = .initial
    case .joinedInQuery: self = .joinedWords
    case .splitInQuery: self = .splitWords
    case .legalForm: self = .legalFormSpelling
    case .otherLegalForm: self = .legalFormDiffers
    case .transcription: self = .transcription
    case .nickname: self = .nickname
    case .syllable: self = .syllable
    case .acronym: self = .acronym
    }
  }
}
