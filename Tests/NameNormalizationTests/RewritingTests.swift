import NameNormalization
import Testing

@Suite("Words and phrases that are written otherwise")
struct RewritingTests {
  @Test(
    "Phrases, compounds, numbers and repeated words have one form",
    arguments: [
      ("Nauchno-Proizvodstvennoe Obedinenie Foo", "npo|foo"),
      ("Scientific and Production Association Foo", "npo|foo"),
      ("Foo Association Production Scientific", "foo|npo"),
      ("People's Liberation Army", "pla"), ("People s Liberation Army", "pla"),
      ("Brigade Forty-Four", "brigade|44"), ("Brigade Fourty 4", "brigade|44"),
      ("64th Foo", "64|foo"), ("Twenty-First Foo", "21|foo"), ("1st Foo", "1|foo"),
      ("'Abd al-Rahman Foo", "abdul|rahman|foo"), ("Abdurrahman Foo", "abdul|rahman|foo"),
      ("Abdelmoumen Foo", "abdul|moumen|foo"), ("Abd Albasir Foo", "abd|basir|foo"),
      ("Abdullah Foo", "abdullah|foo"), ("Abdullaev Foo", "abdullaev|foo"),
      ("Seifeddine Foo", "seif|uddin|foo"), ("Saif al-Din Foo", "saif|uddin|foo"),
      ("Abubakar Foo", "abu|bakr|foo"), ("Hong Kong Foo", "hk|foo"),
      ("Shoigu Shoigu Sergey", "shoigu|sergey"), ("Fan Bing Bing", "fan|bing|bing"),
      ("Shuang Shuang", "shuang|shuang"),
    ])
  func rewrites(name: String, expected: String) {
    #expect(firstReading(name) == expected)
  }

  @Test("A name that is rewritten keeps a reading as it is written")
  func keepsWhatIsWritten() {
    let text = fold("Abdelaziz Scientific Research Institute Ltd.")
    #expect(
      text.readings == [
        ["abdul", "aziz", "nii", "ltd"],
        ["abdelaziz", "scientific", "research", "institute", "ltd"],
      ])
    #expect(text.kinds == [.plain, .plain])
    #expect(fold("Smith Ltd.").readings.count == 1)
  }

  @Test("A name that would grow too long is not rewritten")
  func growsTooLong() {
    func name(_ count: Int) -> String {
      (0..<count).map { "abubakar x\($0)" }.joined(separator: " ")
    }
    #expect(fold(name(40)).readings.map(\.count) == [120, 80])
    #expect(fold(name(50)).readings.map(\.count) == [100])
    #expect(fold(name(65)).outcome == .tooManyTokens(count: 130))
  }

  @Test(
    "Legal forms are known with their words in the opposite order",
    arguments: [
      "Company Stock Joint", "Company Stock Joint Open", "Ltd Private", "Limited Company",
    ]
  )
  func reversedForms(form: String) {
    #expect(fold("Foo \(form)").classes == [[.name, .legalForm]])
  }

  @Test(
    "Patronymics weigh 0.35, words that only look like them what is due to them",
    arguments: [
      ("aleksandrovich", true), ("alyaksandravich", true), ("serhiyovych", true),
      ("ivanovna", true), ("leonidivna", true), ("piatrowna", true), ("mihaulauna", true),
      ("nikitichna", true), ("petrovitch", true), ("lvovich", false), ("markovna", true),
      ("milosevic", false), ("kovalevska", false), ("henrich", false), ("savannah", false),
    ])
  func patronymics(word: String, isPatronymic: Bool) {
    let weight = Array(word.utf8).withUnsafeBufferPointer {
      NameTables.builtin.weight(of: $0, .name)
    }
    #expect((weight <= 1434) == isPatronymic, "\(weight)")
  }

  @Test("Words of organisations mean the same in several languages and weigh little")
  func organisationWords() {
    func family(_ word: String) -> (UInt32, UInt16) {
      Array(word.utf8).withUnsafeBufferPointer {
        (NameTables.builtin.variantClass(of: $0), NameTables.builtin.weight(of: $0, .name))
      }
    }
    for words in [
      ["plant", "zavod", "factory"], ["research", "nauchno", "scientific"],
      ["university", "daxue", "universitet"], ["technology", "technologies", "keji"],
      ["trading", "ticaret", "torgovyy"],
    ] {
      #expect(Set(words.map { family($0).0 }).count == 1)
      #expect(words.allSatisfy { family($0).0 > 0 && family($0).1 <= 1434 })
    }
    for word in ["bank", "energy", "shipping", "petroleum", "marine", "industrial"] {
      #expect(family(word).1 <= 1434, "\(word)")
    }
  }
}
