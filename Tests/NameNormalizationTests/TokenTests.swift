import NameNormalization
import Testing

@Suite("A token's class depends on its bytes only")
struct TokenTests {
  @Test(
    "Legal forms of several words are one token",
    arguments: [
      ("SZ DJI TECHNOLOGY CO., LTD.", "sz|dji|technology|co ltd"),
      ("Leon Technology Company Limited", "leon|technology|company limited"),
      ("Foo S.A. de C.V.", "foo|sa de cv"), ("Foo S. A. de C. V.", "foo|s a de c v"),
      ("Open Joint Stock Company Foo", "open joint stock company|foo"),
      (
        "Общество с ограниченной ответственностью Фу",
        "obshchestvo s ogranichennoy otvetstvennostyu|fu"
      ),
      ("ООО Фу", "ooo|fu"), ("Foo d.o.o.", "foo|doo"),
      ("Müller GmbH & Co. KG", "muller|gmbh co kg"),
      ("PT. Foo Tbk", "pt|foo|tbk"), ("Foo Sdn. Bhd.", "foo|sdn bhd"),
      ("Foo Pte Ltd", "foo|pte ltd"),
      ("Foo Co", "foo|co"), ("AT&T Inc.", "at|t|inc"), ("O'Brien", "obrien"),
      ("Holding Group Foo", "holding|group|foo"), ("株式会社フー", "株 式 会 社|fu"),
      ("Spółka z o.o. Foo", "spolka z oo|foo"),
    ])
  func legalForms(name: String, expected: String) { #expect(firstReading(name) == expected) }

  @Test("Equivalent legal forms share a class, others do not")
  func legalClasses() {
    func legalClass(_ form: String) -> UInt8 { fold("Foo " + form).legalClasses[0].last ?? 0 }
    let limited = legalClass("Ltd.")
    #expect(limited > 0)
    for form in ["Limited", "LLC", "GmbH", "ООО", "S.à r.l.", "Sdn Bhd", "有限公司", "Pvt. Ltd."] {
      #expect(legalClass(form) == limited, "\(form)")
    }
    for form in ["Inc", "AG", "PLC", "LP", "股份有限公司", "Co"] {
      #expect(legalClass(form) != limited && legalClass(form) > 0, "\(form)")
    }
    let han = fold("大疆有限公司").legalClasses
    #expect(han.count == 3 && han[0].last == limited && han[1].last == limited)
  }

  @Test(
    "Particles, titles, initials and numbers",
    arguments: [
      ("al", TokenClass.particle), ("bin", .particle), ("de", .particle), ("the", .particle),
      ("mr", .title), ("haji", .title), ("dr", .title), ("x", .initial), ("y", .initial),
      ("7", .number), ("a320", .number), ("smith", .name), ("group", .name), ("ltd", .legalForm),
      ("general", .name),
    ])
  func classes(token: String, expected: TokenClass) {
    #expect(fold(token).classes == [[expected]])
    #expect(fold("Zorro \(token) Zorro").classes == [[.name, expected, .name]])
  }

  @Test("A filler between words is left out")
  func fillers() {
    #expect(fold("Norvik and Zorro").readings == [["norvik", "zorro"]])
    #expect(fold("Norvik & Zorro").readings == [["norvik", "zorro"]])
    #expect(fold("And").classes == [[.particle]])
    #expect(fold("Norvik and").readings == [["norvik", "and"]])
  }

  @Test("A Han character is a name token")
  func hanClass() {
    #expect(fold("习").classes == [[.name], [.name]])
  }

  @Test(
    "Weights follow the class and, for words, the rarity",
    arguments: [
      ("ltd", TokenClass.legalForm, 614...614), ("al", .particle, 492...492),
      ("dr", .title, 205...205), ("x", .initial, 1229...1229), ("7", .number, 2048...2048),
      ("1234", .number, 4096...4096), ("zzyzxq", .name, 4096...4096), ("习", .name, 2458...2458),
      ("trading", .name, 1024...1850), ("international", .name, 1024...1850),
      ("general", .name, 1024...1850), ("smith", .name, 1024...1850),
      ("technology", .name, 1024...1850), ("mohammad", .name, 1024...1850),
    ])
  func weights(token: String, tokenClass: TokenClass, expected: ClosedRange<Int>) {
    let weight = Array(token.utf8).withUnsafeBufferPointer {
      NameTables.builtin.weight(of: $0, tokenClass)
    }
    #expect(expected.contains(Int(weight)), "\(weight)")
  }

  @Test("Spellings of one name are in one family, different names are not")
  func variants() {
    func family(_ token: String) -> UInt32 {
      Array(token.utf8).withUnsafeBufferPointer { NameTables.builtin.variantClass(of: $0) }
    }
    #expect(family("mohammed") > 0)
    #expect(family("mohammed") == family("muhammad"))
    #expect(family("sergei") == family("serhiy"))
    #expect(family("lee") == family("rhee"))
    #expect(family("xi") == family("hsi"))
    #expect(family("mohammed") != family("mahmud"))
    #expect(family("yusuf") != family("joseph"))
    #expect(family("zzyzxq") == 0)
    #expect(family("") == 0)
  }

  @Test(
    "Short forms and syllables share a group with what they stand for",
    arguments: [
      ("bill", "william", true), ("sasha", "aleksandr", true), ("sasha", "oleksandra", true),
      ("pepe", "jose", true), ("chan", "chen", true), ("wong", "huang", true),
      ("wong", "wang", true), ("bill", "robert", false), ("wong", "chen", false),
      ("zzyzxq", "zzyzxq", false),
    ])
  func groups(token: String, other: String, areRelated: Bool) {
    func groups(_ token: String) -> [UInt16] {
      let packed = Array(token.utf8).withUnsafeBufferPointer {
        NameTables.builtin.families(of: $0).groups
      }
      return [0, 16, 32, 48].map { UInt16(truncatingIfNeeded: packed >> $0) }.filter { $0 != 0 }
    }
    #expect(groups(token).contains(where: groups(other).contains) == areRelated)
  }
}
