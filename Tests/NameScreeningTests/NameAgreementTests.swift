import NameScreening
import Testing
import Watchlists

@Suite("Agreement of names")
struct NameAgreementTests {
  private func agreement(_ query: String, _ listed: String, _ type: PartyType) -> NameAgreement? {
    var scorer = PairScorer()
    return Array(query.utf8).withUnsafeBufferPointer { query in
      Array(listed.utf8).withUnsafeBufferPointer {
        scorer.explain(query, $0, type: type)?.agreement
      }
    }
  }

  @Test(
    "spacing, case, punctuation and the spelling of a legal form are no difference",
    arguments: [
      ("SENSETIME", "Sense Time", .same), ("Sense-Time", "SENSETIME", .same),
      ("sz dji technology co ltd", "SZ DJI TECHNOLOGY CO., LTD.", .same),
      (
        "Dawning Information Industry Company Limited", "DAWNING INFORMATION INDUSTRY CO., LTD",
        .same
      ),
      ("SIS DOO", "SIS D.O.O.", .same), ("曙光信息产业股份有限公司", "曙光信息产业股份有限公司", .same),
      ("Müller GmbH", "MULLER G.M.B.H.", .same),
      ("SenseTime Group Inc.", "SENSETIME GROUP LIMITED", .otherLegalForm),
      ("SENSETIME GROUP LTD", "SENSETIME GROUP LIMITED", .same),
      ("SenseTime Group", "SENSETIME GROUP LIMITED", .similar),
      ("SENSTIME GROUP LTD", "SENSETIME GROUP LIMITED", .similar),
      ("Sensetime Holding Inc.", "SENSETIME GROUP LIMITED", .similar),
      ("Group Sensetime Ltd", "SENSETIME GROUP LIMITED", .similar),
      ("Shuguang Xinxi Chanye", "曙光信息产业", .similar), ("Alpha", "Omega", .similar),
      ("SЕNSETIME", "SENSETIME", .similar),
    ] as [(String, String, NameAgreement)])
  func organisations(query: String, listed: String, expected: NameAgreement) {
    #expect(agreement(query, listed, .organisation) == expected)
  }

  @Test(
    "two spellings of one legal form are told apart, case is none",
    arguments: [
      ("SIS DOO", "SIS D.O.O.", true), ("SIS D.O.O.", "sis d.o.o.", false),
      ("Dawning Co., Ltd", "Dawning Company Limited", true),
      ("Dawning Co Ltd", "DAWNING CO LTD", false),
      ("Dawning, Inc", "Dawning Inc", false), ("DJI", "D J I", false),
      ("Dawning Inc", "Dawning Ltd", false),
    ])
  func spelling(query: String, listed: String, expected: Bool) {
    var scorer = PairScorer()
    let explanation = Array(query.utf8).withUnsafeBufferPointer { query in
      Array(listed.utf8).withUnsafeBufferPointer {
        scorer.explain(query, $0, type: .organisation)
      }
    }
    #expect(explanation?.spellsLegalFormDifferently == expected)
  }

  @Test(
    "the order of a person's names is none either",
    arguments: [
      ("CHOI, Frederic", "CHOI, Frederic", .same), ("Frederic Choi", "CHOI, Frederic", .same),
      ("Frederick Choi", "CHOI, Frederic", .similar), ("F. Choi", "CHOI, Frederic", .similar),
      ("Choi", "CHOI, Frederic", .similar),
    ] as [(String, String, NameAgreement)])
  func persons(query: String, listed: String, expected: NameAgreement) {
    #expect(agreement(query, listed, .person) == expected)
  }
}
