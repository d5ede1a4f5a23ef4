// Counted on pairs of a name in its script and in Latin letters of Wikidata (CC0): sounds were
// aligned by these very tables, the alignments counted, and the tables made of the counts, four
// times over. In eighths of a natural logarithm, two's complement, -64...63.

extension SoundTable {
  /// The table for a script; nil for Latin letters.
  static func table(for transcription: Transcription) -> SoundTable? {
    switch transcription {
    case .none: nil
    case .arabic: arabic
    case .hebrew: hebrew
    case .alphabet: alphabet
    case .kana: kana
    case .han: han
    case .hangul: hangul
    }
  }

  private static let arabic = SoundTable(
    """
    a 0ff4ecd0efd0d0d0d0d0d0ebd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0e5
    e d013d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0f6
    i e6090ee1e90cd0d0d0d0d0ebfcd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d9
    o d0d0d016d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0f6
    u e3d0e11210d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d004d0d0d0d0d0d0d3
    y d0030dd0d016d0d0d0d0d00509d0f2d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0e3
    B d0d0d0d0d0d019d0d0d0d0d0d0d0d0d0d019d0d0d0d0d0d0d0d0d0d0d0d0ca
    C d0d0d0d0d0d0d026d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0f6
    D d0d0d0d0d0d0d0d01bd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0fbd0d0d0d0cc
    F d0d0d0d0d0d0d0d0d01bd0d0d0d0d0d0d0d0d0d0d0d01b0dd0d0d0d0d0d0cc
    G d0d0d0d0d0d0d0d0d0d020d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d018d0d0df
    H d0ebd0d0d0d0d015d0d0d01cd006d0d0d0d0d0f8d0f8d0d0fed0d0d0d0d0da
    J d0d0d0d0d0d0d002d0d013d01fd0d0d0d0d0d0d0d0d0d0d0d002d01ed006de
    K d0d0d0d0d0f2d001d0d0ffd0d017d0d0d0d004d0d0d0d0d0f8d0d0fdd002c8
    L d0d0d0d0d0d0d0d0d0d0d0d0d0d017d0e7d0d0d0d0d0d0d0d0d0d0d0d0d0d4
    M d0d0d0d0d0d0d0d0d0d0d0d0d0d0d01ad0d0d0d0d0d0d0d0d0d0d0d0d0d0ca
    N d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d015d0d0d0d0d0d0d0d0d0d0d0d0d0c5
    P d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d022d0d0d0d0d0d0d0d0d0d0d0d0f6
    Q d0d0d0d0d0d0d01ed0d0d0d01303d0d0d0d02ad0d0d0d0d0d0d0d0d0d0d0dc
    R d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d015d0d0d0d0d0d0d0d0d0d0d1
    S d0d0d0d0d0d0d0f8d0d0d0d0d0d0d0d0d0d0d0d016d0d0d0f8d0d0d0d013df
    T d0d0d0d0d0d0d0d0f6d0d0d0d0d0d0d0d0d0d0d0d01ad0d0d0d0d0d0d0ffcb
    V d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d020d0d0d0d0d0d0d0f6
    W d0d0d0090ed0d0d0d0d0d0fed0d0d0d0d0d0d0d0d0d0d01fd0d0d0d0d0d0d4
    X d0d0d0d0d0d0d017d0d0d0d0d0d0d0d0d0d0d0d009d0d0d022d0d0d0d007d3
    Z d0d0d0d0d0d0d0d0f8d0d0d0d0d0d0d0d0d0d0d00ed0d0d0d022d0d01dd0d3
    c d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0f9d0d0d00924d0d0d0fb
    g d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d02bd0d0f6
    j d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d03fd0f6
    s d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d02af6
    - effae7e0efe5cdd7cce0deecd6c9e0cbc6e3e3c6d4d7d1eee3d6e2e7f1eb00
    """)

  private static let hebrew = SoundTable(
    """
    a 0c03ecebfacccccccccccceacccccccccccccccce1ccccccf1cccccccccce8
    e cc11ccccccccccccccccccccccccccccccccccccccccccccccccccccccccf6
    i e7f410dfef0eccccccccccccccccccccccccccddcccce9ccccccccccccccde
    o e7cccc1211e7ccccccccccccccccccccccccccccccccf407ccccccccccccd5
    u cccccccc1bccccccccccccccccccccccccccccccccccccccccccccccccccf6
    y 02f10bcccc13cccccccccccc0fccccccccccccccccccccccccccccccccccca
    B cccccccccccc1accccf8cccccccccccccccccccccccc1302ccccccccccccc6
    C cccccccccccccc24ccccccccccccccccccccccccccccccccccccccccccccf6
    D cccccccccccccccc19ccccccf1cccccccccc05ccccccccccccccccccccccc6
    F cccccccccccccccccc1dcccccccccccccc1acccccccccccccccccccccccccf
    G cccccccccccccccccccc1ccc16cccccccccccccccccccccccccccc171001c9
    H eef2cccccccccc09cccccc1e08cccccccccc1acccccccccc09ccccffcccce3
    J cccccccccccccccccccc16cc1ecccccccccccccccccccccccccccccccccce2
    K cccccccccccccc0fccccccf5cc18cccccccc0dcccccccccccccccccccc02c5
    L cccccce8cccccccccccccccccccc16ccccccccccccccccccccccccccccccce
    M cce1cce5cccccccccccccccccccccc19ccccccccccccccccccccccccccccd1
    N cccccccccccccccccccccccccccccccc13cccccce2ccccccccccccccccccc0
    P cccccccccccccccccc19cccccccccccccc1dcccccccc09ccccccccccccccd9
    Q cccccccccccccc1dcc0dcc03cccccccccccc23ccccccccccccccccccccccd8
    R ccccccccccccccccccccefcceacccccccccccc12cccceaccccccccccccccc0
    S cce1cccccccccccccccccccccce9cccccccccce216cccccccc06cccccc14d0
    T ccccccccccccccf4cccccccccccccccccccccccccc19ccccccccffccccccd2
    V ccccccccf9cccccccccccccccccccccccccccccccccc1a1d00ccccccccccce
    W cccccccccccccccccccccccccccccccccccccccccccccc24ccccccccccccf6
    X ccebcccccccccc13ccfbccccfacccccccccccccc0ccccccc21cccccccccccf
    Z ccf1edcccccccccccccccccc11ccf1cccccccccc0dcccccc0320090a17ccd0
    c cccccccccccccc1cccccccccccfaccccccccccccfdfacccccc1a24cccc13e0
    g cccccccccccccccccccc09cc1bcccccccccccccccccccccccccccc20ccccd6
    j cccccccccccccccccccccccccccccccccccccccccccccccccccccccc3acced
    s cccccccccccccccccccccccccccccccccccccccccccccccccccccccccc2ef6
    - fafee6e7ece7cae1e4cfe9f8e8dedcd7dce0e2d7e3e4d9e9d5e0dbebf6eb00
    """)

  private static let alphabet = SoundTable(
    """
    a 10f2cfcff5cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfdf
    e f712ecf9eccfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf
    i cfe012cfcf0bcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfc3
    o eccfcf15f9cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfc5
    u cfcfcff919cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf05cfcfcfcfcfcfca
    y cfed08cff916cfcfcfcfcfcf13cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcff6
    B cfcfcfcfcfcf1fcfcfcfcfcfcfcfcfcfcfcfcfcfcfcff8cfcfcfcfcfcfcfcf
    C cfcfcfcfcfcfcf1fcfcfcfcfcf0dcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf1ae0
    D cfcfcfcfcfcfcfcf1dcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcd
    F cfcfcfcfcfcfcfcfcf25cfcfcfcfcfcfcfcfcfcfcfcffe08cfcfcfcfcfcfe1
    G cfcfcfcfcfcfcfcfcfcf2006cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfd1
    H cfcfcfcfcfcfcfcfcfcfcf21cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfec
    J cfcfcfcfcfcfcfcfcfcfcfcf2204cfcfcfcfcfcfcfcfcfcfcfcfcf1ecfcfde
    K cfcfcfcfcfcfcffacfcfcfcfcf16cfcfcfcfcfcfcfcfcfcfcfcfcfcfcf06c7
    L cfcfcfcfcfcfcfcfcfcfcfcfcfcf18cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfc8
    M cfcfcfcfcfcfcfcfcfcfcfcfcfcfcf1ae9cfcfcfcfcfcfcfcfcfcfcfcfcfca
    N cfcfcfe4cfcfcfcfcfcfcfcfcfcfcfcf15cfcfcfcfcfcfcfcfcfcfcfcfcfc5
    P cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf22cfcfcfcfcfcfcfcfcfcfcfcfd2
    Q eccfcfcfcfcfcf13cfcfcf1f0af2cfcfcfcf20cfcfcfcfcfcfcfcf10cfcfed
    R cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf15cfcfcfcfcfcfcfcfcfcfc5
    S cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf16cfcfcf0f08cfcfcf0fc7
    T cfcfcfcfcfcfcf0dcfcfcfcfcfcfcfcfcfcfcfcfcf19cfcfcfcfcfcfcfcfc9
    V cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf1c1bcfcfcfcfcfcfcc
    W cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf24cfcfcfcfcfcff7
    X cfcfcfcfcfcfcf0fcfcfcfcfcfcfcfcfcfcfcff30bcfcfcf21cfcfcfcfcfd4
    Z cfcfcfcfcfcfcfcfcfcfcfcf0acfcfcfcfcfcfcf0ccfcfcfcf22cfcfcfcfd4
    c cfcfcfcfcfcfcfcfcfcfcfcfcf01cfcfcfcfcfcfcff9cfcfcf1525cfcf1aee
    g cfcfcfcfcfcfcfcfcfcf1212cff8cfcfcfcfcfcfcfcfcfcfcfcfcf25cfcfd7
    j cfcfcfcfcfcfcfcfcfcfcfcf1ccfcfcfcfcfcfcfcfcfcfcfcf16cf162ecfeb
    s cfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcfcf2df7
    - dbeeddc5e0e3cfd4d9d6e5f2eed2d4d6d1d2eac5e7e7cfe8d3e7e8d7ecdc00
    """)

  private static let kana = SoundTable(
    """
    a 0fffeaeefdc9c9c9c9c9c9c9c9c9c9c9c9c9c9ebc9c9c9c9c9c9c9c9c9c9e1
    e f711e7f6c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9d2
    i c9f611c9c90ec9c9c9c9c9e8fdc9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9e7
    o ebf1c913ffc9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9f5c9c9c9c9c9c9f3
    u c9f9c9df0dc9c9c9ebc9c9c9c9c9e0c9c9c9c9c9c9e9e8ffebc9c9c9c9c9fe
    y c9fdf4c9c918c9c9c9c9c9f918c9efc9c9c9c9c9c9c9f8c9c9c9c9c9c9c9f7
    B c9c9c9c9c9c91cc9c9fac9c9c9c9c9c9c9c9c9c9c9c910fac9c9c9c9c9c9c6
    C c9c9c9c9c9c9c921c9c9c9c9c90dc9c9c9c9c9c9c902c9c902c909c9c91bd1
    D c9c9c9c9c9c9c9c91bc9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c6
    F c9c9c9c9c9c9c905c920f50c06c9c9c9c9c915c9c9c91407c9c9c9c9c9c9cb
    G c9c9c9c9c9c9c9c9c9c91fc9c9eec9c9c9c9c9c9c9c9c9c9c9c9c90ec9c9e2
    H c9c9c9c9c9c9c910c900c91f0cf4c9c9c9c919f4c9c9c9c9ffc9c909c9c9e7
    J c9c9ecc9c9ffc9c9fdc902c91fc9f6c9c9c9c9f304c9c9c9c915c91b20c9cf
    K c9c9c9c9c9c9c90bc9c9ffeec918c9c9c9c911c9c9c9c9c901c9c9c9c903ce
    L c9c9c9c9c9c9c9c9c9c9c9c9c9c917c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9f7
    M c9c9c9c9c9c9c9c9c9c9c9c9c9c9c91bc9c9c9c9c9c9c9c9c9c9c9c9c9c9c6
    N c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9ff14c9c9c9c9c9c9c9c9eec9c9c9c9d9
    P c9c9c9c9c9c9f1f9c9fec9c9c9c9c9c9c920c9c9c9c9c9c9c9c9c9c9c9c9ca
    Q c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c936c9c9c9c9c9c9c9c9c9c9c9f7
    R c9c9c9c9c9c9c9c9c9c9c9c9c9c911c9c9c9c90fc9e5c9c9c9c9c9c9c9c9c7
    S c9c9c9c9c9c9c9f2c9c9c9c9c9c9c9c9c9c9c9e116fbc9c9c90a0fc9c910df
    T c9c9c9c9c9c9c9f3fdc9c9c9f4c9c9c9c9c9c9e3c919c9c9c9c9fdc9c9c9e5
    V c9c9c9c9c9c9f5c9c9c9c9c9c9c9c9c9c9c9c9c9c9c91e16c9c9c9c9c9c9ce
    W c9c9c9c9c9c9c9c9c9c9c900c9c9fbc9c9c9c9c9c9c91123c9c9c9c9c9c9e0
    X c9c9c9c9c9c9c910c9c9c9f7c9c9c9c9c9c9c9ea11c9c9c921c9c9c9c918cc
    Z c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c911f8c9c9c921c9c9c9c9cf
    c c9c9c9c9c9c9c906c9c9c9c9c907c9c9c9c9c9c9c905c9c9c91c27c922c9e7
    g c9c9c9c9c9c9c9c9c9c914c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c925c9c9d4
    j c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c93fc9f7
    s c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c92cf7
    - dfe6e1daddebc6cfe2ceebf4ebd2d7c4cac9dff3d6e5c9f1d2dbe9d1ebe800
    """)

  private static let han = SoundTable(
    """
    a 0efaedf6f9eececee3cecef0cecececececececee1cececececececececef1
    e f80bff02fb01cececececef1cecececececececececececececececececef7
    i ea030cdee809cecee3ceceeff3e9e8ceddcececeececceceeecececececef7
    o f8fbce1306cececececececececee9cececececececececececececececee7
    u e8f5ee0912cececececeeececee7e6cee4cececececef507cecececececef6
    y cecefccece17cececececefc10cef2ceefcecececececefdcecececececefa
    B cececececece1bcececececececececece10cecececefbcececececececed7
    C cecececececece20cececece1107cececececececececece0d110e0dce1cd4
    D cececececececece19cececececececececececece0bcecececececececec9
    F cecececececececece20cecececececece03cececef3170ccecececececed0
    G cecececececececef6ce1dfdce05cecececececececececececece1acecee4
    H cecececececece0ef6cece1f11cecececece1fefcece01cececececececee7
    J cecececececece05cece11ce190fcecececececef1f2cecece1109191905e2
    K cecececececece05cecef3cece18cececece09eecececececececececeffca
    L cecececececeebcecececececece11cee3cece0fe6cececececececececec4
    M cecececececececececececececece1bcecececececef6cecececececececc
    N ceeae1cececececececececececef30113cececececececececececececeeb
    P cecececececef8cececececececececece21cecececececececececececed2
    Q cececececececececececececececececece36cececececececececececef6
    R ceceeacecececececececef8fcce12cececece0dcececececececece16cedc
    S cececececececef8cececececef0cecee7cecece16fccece070a08cece0bd9
    T cecececececececef8cef4cececececececececece19cecececececececed7
    V cececececececececececececececececececececece21cececececececef6
    W cecececef3cefacecececececececefacececececece1b1bcecececececeeb
    X cecececececece11cecef709cececececece0dce10fbcece1b0dcecece16cd
    Z cececececececece08cecece13cecececececece03cecece0921130cceced9
    c cececececececece02cecece0e00cececececece0506cecece132acececede
    g cecececececececececececececececececececececececececece2acecef6
    j cececececececececececececececececececececececececececece3acef6
    s cecececececececececececececececececececececececececececece2cf6
    - e6ebe4d0e3e6d7d5ebd3f4f0eadaead6dedbe4f6dce5e3eed5e5dfd9e9da00
    """)

  private static let hangul = SoundTable(
    """
    a 0ff0ede8dfe9cacacacacae6cacacacacacacacacacacacacacacacacacae1
    e 0311f1ebcacacacacacacaf0cacacacacacacaeacacacacacacacacacacae0
    i e0f511caec09cacacacae5e6f0cacacae0cacacacacacacacacacacacacae9
    o fb01ed1105cacacacacacacacacacacacacacadecacacacacacacacacacad7
    u cafae6fd0fcacacaeecacacacacaebcacaebcacacacacaf0caefcacacacafb
    y e8f3f6e7ca18cacacacacafa0bcaececcacacacacacacacacacacacacacaf2
    B e2cacacacaca1ccaca01cacacaeacacaca07cacacaca1a0bcacacacacacac8
    C cacacacacacaca20cacacacaca08cacacacacacaca00cacaca0f1eca0e16e0
    D cacacacacacacaca1bcacacacacacacacacacaecca08cacacacacaf8cacade
    F cacacacacacacacaca23cacacacacacacacacacacacacacacacacacacacaf6
    G cacacacacacacacacaca18cafe0fcacacacacaf0cacaf8cacacaca18cacadb
    H caeccacacacaca07ca08071b00caeccacaca15f8ebcacacacacacaffcacaf0
    J cacacacacacaca0ccacaf6ca1bf0cacacacacaca04cacacaca1bca13170cde
    K cae3e7e3cacaca08cacaf6caca17e8cacaca11cacacacacacacacacaca08df
    L cae5cacacacacacacacacacacaca19cacacacacacacacacacacacacacacad3
    M cacacae8cacacacacacaedcacacaca19cacacacacacacaf8cacacacacacae0
    N cacadccacacacacacaebedcacacae8e813cacacacacacacacacacacacacade
    P cacacacacaca07caca1bcacacacacacaca1dcacacaca1101cacacacacacad6
    Q cacacacacacacacacacacacacacacacacaca38cacacacacacacacacacacaf6
    R e0f1cacacacacacacacacacacaca03cadfcaca12cacacacacacacacacacaf4
    S cacacae0cacaf102caf4caebcaf5cacacacacaca15ffcaca160211caca0fdf
    T cacacacacacacacaf7cacacaf3cacacacacacae8ca1bcacacacacacacacad9
    V cacacacacacacacacacacacacacacacacacacacacaca24cacacacacacacaf6
    W cacacaca08f6cacacacacacacacafbcacacacacacacaca20cacaca00cacae8
    X cacacacacacacacacacacacacacacacacacacacacacacaca25cacacacacaf6
    Z cacacacacacacacacacacacacacacacacacacacacacacacaca29cacacacaf6
    c cacacacacacacacacacacacacacacacacacacacacacacacacaca2fcacacaf6
    g cacacacacacacacacacacacacacacacacacacacacacacacacacaca28cacaf6
    j cacacacacacacacacacacacacacacacacacacacacacacacacacacaca35caf6
    s cacacacacacacacacacacacacacacacacacacacacacacacacacacacaca2df6
    - e6f1e4dce6e9d7dce2edf8f2dce5ecddd9e4eef4e5e6e2f2e0d4daf5ebd800
    """)
}
