import NameNormalization
import Testing

@Suite("Names of each script fold to the spelling that lists use")
struct ScriptTests {
  @Test(
    "Latin letters lose accents and case",
    arguments: [
      ("John SMITH", "john|smith"), ("José Muñoz", "jose|munoz"),
      ("Łukasz Ørsted", "lukasz|orsted"),
      ("Straße", "strasse"), ("Æthelred Œuvre", "aethelred|oeuvre"), ("IŞIK ışık", "isik|isik"),
      ("İstanbul", "istanbul"), ("Əliyev", "aliyev"), ("Nguyễn Văn Đức", "nguyen|van|duc"),
      ("al-Ḥusayn ʿAbd", "al|husayn|abd"), ("Ｐｕｔｉｎ", "putin"), ("𝐏𝐮𝐭𝐢𝐧", "putin"),
      ("ﬁnance Ⅳ", "finance|4"), ("Þór Ðað", "thor|dad"), ("１２３", "123"), ("٤٥", "45"),
    ])
  func latin(name: String, expected: String) { #expect(firstReading(name) == expected) }

  @Test(
    "Cyrillic letters are read in the language that the letters prove",
    arguments: [
      ("Щукин", "shchukin"), ("Жуков", "zhukov"), ("Хрущёв", "khrushchev"), ("Цой", "tsoy"),
      ("Юрий", "yuriy"), ("Евгений Ельцин", "yevgeniy|yeltsin"), ("Андреев", "andreyev"),
      ("ПУТИН, Владимир", "putin|vladimir"), ("Объедков", "obyedkov"),
      ("Київ", "kyyiv"), ("Володимир Зеленський", "volodymyr|zelenskyy"),
      ("Григорій", "hryhoriy"), ("Ўладзімір", "uladzimir"), ("Лукашэнка", "lukashenka"),
      ("Ђорђе Њежић", "djordje|njezic"), ("Живојин Мишић", "zivojin|misic"),
      ("Ќосев Ѓорѓи", "kjosev|gjorgji"), ("Българов Щерю", "balgarov|shteryu"),
      ("Нұрсұлтан Әбішұлы", "nursultan|abishuly"),
      ("Юрии\u{306}", "yuriy"),
    ])
  func cyrillic(name: String, expected: String) { #expect(firstReading(name) == expected) }

  @Test(
    "Greek, Armenian and Georgian",
    arguments: [
      ("Μπακογιάννη", "bakogianni"), ("Παπανδρέου", "papandreou"), ("Ντόρα", "dora"),
      ("Λάμπρος", "lampros"), ("Ευάγγελος", "evangelos"), ("Ευτύχιος", "eftychios"),
      ("ΤΣΙΠΡΑΣ", "tsipras"), ("Σαμαράς", "samaras"), ("Γκίκας", "gikas"),
      ("Սարգսյան", "sargsyan"), ("Հարությունյան", "harutyunyan"), ("Գեւորգյան", "gevorgyan"),
      ("Երևան", "yerevan"), ("Ոսկանյան", "voskanyan"),
      ("სააკაშვილი", "saakashvili"), ("ჯუღაშვილი", "jughashvili"),
    ])
  func neighbours(name: String, expected: String) { #expect(firstReading(name) == expected) }

  @Test(
    "Arabic and Hebrew keep their consonants and the vowels that are written",
    arguments: [
      ("محمد علي", "muhammad|ali"), ("القذافي", "al|qadhafi"), ("عبد الله", "abdullah"),
      ("مُحَمَّد", "muhammad"), ("سعيد", "said"), ("پرویز", "parviz"),
      ("דוד כהן", "david|cohen"), ("ﷲ", "allah"),
    ])
  func abjads(name: String, expected: String) { #expect(firstReading(name) == expected) }

  @Test(
    "Kana",
    arguments: [
      ("ヤマダ・タロウ", "yamada|taro"), ("さとう", "sato"), ("きょうこ", "kyoko"),
      ("ハットリ", "hattori"), ("まっちゃ", "matcha"), ("ジョン・スミス", "jon|sumisu"),
      ("いのうえ", "inoue"), ("ｶﾞｯｺｳ", "gakko"), ("ヴィクトル", "vikutoru"), ("シェリー", "sheri"),
    ])
  func kana(name: String, expected: String) { #expect(firstReading(name) == expected) }

  @Test(
    "Han is read by character and by sound",
    arguments: [
      ("习近平", "习|近|平", "xi|jin|ping"), ("習近平", "习|近|平", "xi|jin|ping"),
      ("单小平", "单|小|平", "shan|xiao|ping"), ("曾庆红", "曾|庆|红", "zeng|qing|hong"),
      ("尉迟恭", "尉|迟|恭", "yu|chi|gong"), ("万俟卨", "万|俟|卨", "mo|qi|xie"),
      ("吕后", "吕|后", "lu|hou"), ("佐々木", "佐|佐|木", "zuo|zuo|mu"),
      ("SZ DJI 大疆", "sz|dji|大|疆", "sz|dji|da|jiang"),
      ("区块链研究院", "区|块|链|研|究|院", "qu|kuai|lian|yanjiuyuan"),
      (
        "大疆创新科技有限公司", "大|疆|创|新|科|技|有 限 公 司",
        "da|jiang|chuangxin|keji|you xian gong si"
      ),
    ])
  func han(name: String, native: String, sound: String) {
    #expect(firstReading(name) == native)
    #expect(romanised(name) == sound)
    #expect(fold(name).kinds.prefix(2) == [.native, .romanised])
  }

  @Test("A surname with two readings gives two romanised readings, and its word another")
  func alternateReading() {
    let text = fold("朴正熙")
    #expect(text.kinds == [.native, .romanised, .romanised, .transcribed])
    #expect(
      text.readings.dropFirst() == [
        ["piao", "zheng", "xi"], ["park", "zheng", "xi"], ["puzhengxi"],
      ])
  }

  @Test(
    "Words of Han and Hangul are also read as one",
    arguments: [
      ("威廉·克林顿", [["weilian", "kelindun"]]),
      ("크레이그 라이트", [["keureyigeu", "rayiteu"]]),
      ("박연수", [["park", "yeonsu"], ["bakyeonsu"]]),
      ("高橋みなみ", [["gaoqiao", "minami"]]),
      ("SZ DJI 大疆", [["sz", "dji", "dajiang"]]),
      // Too short to spell a name, or too long to be one.
      ("王", []), ("志宏 王", []), ("大疆创新科技有限公司", []),
    ])
  func joinedReadings(name: String, expected: [[String]]) {
    let text = fold(name)
    let joined = zip(text.kinds, text.readings).filter { $0.0 == .transcribed }.map(\.1)
    #expect(joined == expected)
  }

  @Test(
    "Tokens tell which script they were romanised from",
    arguments: [
      ("Smith", [TokenScript.latin]), ("José 7", [.latin, .latin]), ("Щукин", [.alphabet]),
      ("Παπανδρέου", [.alphabet]), ("ทักษิณ", [.alphabet]), ("خير", [.arabic]),
      // A word whose usual spelling is known has its vowels.
      ("محمد", [.alphabet]), ("פינק", [.hebrew]), ("ヤマダ さとう", [.kana, .kana]),
      ("Yamada タロウ", [.latin, .kana]), ("Рutin", [.latin]),
    ])
  func scripts(name: String, expected: [TokenScript]) {
    #expect(fold(name).scripts.first == expected)
  }

  @Test("Single Han and Hangul characters are spelt, their words are transcribed")
  func scriptsOfCharacters() {
    #expect(fold("威廉").scripts == [[.latin, .latin], [.latin, .latin], [.han]])
    #expect(
      fold("박연수").scripts == [
        [.latin, .latin, .latin], [.latin, .latin, .latin], [.latin, .hangul], [.hangul],
      ])
  }

  @Test(
    "Hangul is read by syllable",
    arguments: [
      ("박근혜", "박|근|혜", "park|geun|hye"), ("이재명", "이|재|명", "lee|jae|myeong"),
      ("삼성전자 주식회사", "삼|성|전|자|주 식 회 사", "sam|seong|jeon|ja|ju sik hoe sa"),
      ("김정은", "김|정|은", "kim|jeong|eun"),
      ("\u{1100}\u{1175}\u{11B7}정은", "김|정|은", "kim|jeong|eun"),
    ])
  func hangul(name: String, native: String, sound: String) {
    #expect(firstReading(name) == native)
    #expect(romanised(name) == sound)
  }

  @Test(
    "Scripts outside the tables go through ICU",
    arguments: [
      ("नरेन्द्र मोदी", "narendra|modi"), ("ทักษิณ", "thaksin"), ("ሰላም", "salam"),
    ])
  func others(name: String, expected: String) {
    let tokens = fold(name).readings.first ?? []
    #expect(tokens.joined(separator: "|") == expected)
  }
}
