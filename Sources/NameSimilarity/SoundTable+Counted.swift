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
    a 0ef5e9e7f2c7c7c7c7c7c7e3c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7e8
    e c713c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7f6
    i e6090ee1e30cc7c7c7c7c7ebf8c7c7c7d8c7c7c7c7c7c7c7c7c7c7c7c7c7e0
    o c7c7c716c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7f6
    u e0e0d91210e4c7c7c7c7c7c7c7c7ddc7c7c7c7c7c7c7eaffc7c7c7c7c7c7d0
    y c7010cc7c717c7c7c7c7c7ff0ec7e9c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7e5
    B c7c7c7c7c7c719c7c7c7c7c7c7c7c7c7c719c7c7c7c7ecc7c7c7c7c7c7c7c1
    C c7c7c7c7c7c7c725c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7f6
    D c7c7c7c7c7c7c7c71bc7c7c7c7c7c7c7c7c7c7c7c7edc7c7c7f7c7c7c7c7c3
    F c7c7c7c7e6c7eac7c71cedc7c7c7c7c7c7c7c7c7c7c71b0cc7c7c7c7c7c7c4
    G c7c7c7c7c7c7c7c7c7c71ec7c7edc7c7c7c7c7c7c7c7c7c7c7c7c717c7c7e0
    H c7efc7c7c7c7c716c7c7c71cc707c7c7c7c7c7f5edfac7c7f6fac7c7c711d6
    J c7c7c7c7c7c7c700c7c716c71df0c7c7c7c7c7c7c7c7c7c7c702c71d1502db
    K dbc7c7c7c7e9c702c7c7fcc7c718c7c7c7c705c7c7c7c7c7c7c7c701c702d5
    L c7c7c7c7c7c7c7c7c7c7c7c7c7c717c7dfc7c7c7c7c7c7c7c7c7c7c7c7c7e3
    M c7c7c7c7c7c7c7c7c7c7c7c7c7c7c71ac7c7c7c7c7c7c7c7c7c7c7c7c7c7c2
    N c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c715c7c7c7c7c7c7c7c7c7c7c7c7c7cd
    P c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c722c7c7c7c7c7c7c7c7c7c7c7c7f6
    Q c7c7c7c7c7c7c71bc7c7c7051102c7c7c7c72cc7c7c7c7c7c7c7c7c7c7c7d5
    R c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c715c7c7c7c7c7c7c7c7c7c7c8
    S c7c7c7c7c7c7c7efc7c7c7c7c7c7c7c7c7c7c7c717c7c7c7fef7c7c7c714d7
    T c7c7c7c7c7c7c7c7edc7c7c7c7c7c7c7c7c7c7c7c71ac7c7c7c7fdc7c7f7c2
    V c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c720c7c7c7c7c7c7c7f6
    W c7c7c7070fc7c7c7c7c7c7f5c7c7c7c7c7c7c7c7c7c7001fc7c7c7c7c7c7d6
    X c7c7c7c7c7c7c71ac7c7c7c7c7c7c7c7c7c7c7c706c7c7c722c7c7c7c708ca
    Z c7c7c7c7c7c7c7c7efc7c7c7c7c7c7c7c7c7c7c70dc7c7c7c721c7c717c7ca
    c c7c7c7c7efc7c7fbc7c7c7c7c7f4c7c7c7c7c7c7c7f0c7c7c70724c7c7c7fd
    g c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c72ac7c7f6
    j c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c73ec7f1
    s c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c72bf6
    - f0f9e8e2eddbd1ceddd7dfede9c0dec3d3dbdacdd7dbc9efdad9dadeece300
    """)

  private static let hebrew = SoundTable(
    """
    a 0c02eef1fadec2c2c2c2c2ede1c2c2c2c2c2c2c2e0c2c2e3c2c2c2c2c2c2ea
    e c211c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2f6
    i e1f710c2ed0ec2c2c2c2c2e5f3c2c2c2c2c2c2d3d7c2c2c2c2c2c2c2c2c2d8
    o e5d2d91111dfc2c2c2c2e1e0c2c2c2c2c2c2c2c2c2c2fa05c2c2c2c2c2c2d2
    u c2c2c2c216c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2f0
    y 02ef0ae6c213c2c2c2c2c2c210c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2d1
    B c2c2c2c2c2c21ac2c2f2c2c2c2c2c2c2c2c2c2e1c2c21405c2c2c2c2c2c2c0
    C c2c2c2c2c2c2c225c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2f6
    D c2c2c2c2c2c2c2c219c2c2c2c2c2c2c2dbc2c2c2c2c2c2c2c2c2c2c2c2c2d4
    F c2e1c2c2c2c2c2c2c21df0c2c2c2c2c2c21ac2c2c2c2f9c2c2c2c2c2c2c2c5
    G c2ddc2c2c2c2c2c2c2c21ceb16c2c2c2c2c2c2c2c2c2c2c2c2c2c2190cf7cc
    H ecedc2c2c2c2c209c2c2c21e06e8c2c2c2c21ce2e6c2c2c200c2c203c2c2df
    J c2c2c2c2c2c2c2c2c2c216c21fc2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2da
    K c2d8c2c2c2c2c210c2c2c2ecc218c2c2c2c209c2c2c2c2c2c2c2c2c2c203cf
    L c2c2c2dec2c2c2c2c2c2c2c2c2c215c2c2c2c2d7c2c2c2c2c2c2c2c2c2c2c4
    M c2d8c2dcc2c2c2c2c2c2c2c2c2c2c219dbc2c2c2c2c2c2c2c2c2c2c2c2c2c8
    N c2c2c2c2c2c2c2c2c2e2c2c2c2c2d7c213c2c2c2d9dbc2c2c2c2c2c2c2c2cf
    P c2c2c2c2c2c2c2c2c21ac2c2c2c2c2c2c21dc2c2c2c209c2c2c2c2c2c2c2c4
    Q ebc2c2c2c2c2c21ec205c2c2c206c2c2c2c221c2c2c2c2c2c2c2c2c2c2c2d1
    R c2c2c2c2c2c2c2c2c2c2e7c2c2c2c2c2c2c2c212c2c2e1c2c2c2c2c2c2c2c0
    S c2c2c2c2c2c2c2c2c2c2c2c2c2dfc2c2c2c2c2d916c2c2c2fe03c2c2c214d2
    T c2c2c2c2c2c2c2ecc2c2c2c2c2c2c2c2c2c2c2c2c219c2c2c2c2fbc2c2c2d3
    V c2c2c2c2efedecc2c2c2c2c2c2c2c2c2c2c2c2c2c2c21a1dc2c2c2c2c2c2c4
    W c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c223c2c2c2c2c2c2f6
    X dfe0c2c2c2c2c211c2f0c2c2c2e8c2c2c2c2c2c20ae8c2c221fbc2c2c208c4
    Z c2e3c2c2c2c2c2f6c2c2f8c210c2e7c2c2c2c2c20dc2c2c2fd20060a1ec2d7
    c e7c2c2c2c2c2c21bc2c2c2c2f304c2c2c2c2c2c2fdf8c2c2c21924c2c216da
    g c2c2c2c2c2c2c2c2c2c20fc21bc2c2c2c2fac2c2c2c2c2c2c2c2c22019c2cd
    j c2c2c2c2c2c2c2c2c2c2c21ac2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c237c2e6
    s c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c22cf6
    - fafee7e9eae6c1d9e2d6e9f7e8dadfd6dbdeefd8e1e1d7e9caded3ebf1ee00
    """)

  private static let alphabet = SoundTable(
    """
    a 10f1c7e2f5c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7df
    e f912f1faf1c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7ce
    i c7e312c7c70bc7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c6
    o ece5c715f2c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c9
    u c7c7c7fb18ebc7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c704c7c7c7c7c7c7d8
    y e2e408e6fd16c7c7c7c7c7f313c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7f6
    B c7c7c7c7c7c71ec7ecc7c7c7c7c7c7c7c7c7c7c7c7c7efc7c7c7c7c7c7c7c5
    C c7c7f4c7c7c7c71fc7c7c7c7c70ec7c7c7c7c7c7c7c7c7c7c7c7c7c7c71be2
    D c7c7c7c7c7c7c7c71dc7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c5
    F c7c7c7c7c7c7c7c7c724c7f7c7c7c7c7c7c7c7c7c7f0fbffc7c7c7c7c7c7d8
    G c7c7c7c7c7c7c7c7c7c72008c7c7c7c7c7c7c7c7eac7c7c7c7c7c7c7c7c7d9
    H c7c7c7c7c7c7c7c7c7c7c71ec7c7c7c7c7c726c7c7c7c7c7c7c7c7c7c7c7e6
    J c7c7c7c7c7c7c7c7fbc7c7c72201c7c7c7c7c7c7c7c7c7c7c702c71ec714d5
    K c7dcc7c7c7c7c702c7c7e9c7c717c7c7c7c7ffc7c7c7c7c7c7c7c7c7c702c0
    L c7c7dcc7c7c7c7c7c7c7c7c7c7c718c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c0
    M c7c7c7c7c7c7c7c7c7c7c7c7c7c7c71ae7c7c7c7c7c7c7c7c7c7c7c7c7c7c2
    N c7c7c7dcc7c7c7c7c7c7c7c7c7c7c7c715c7c7c7c7c7c7c7c7c7c7c7c7c7d0
    P c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c722c7c7c7c7c7c7c7c7c7c7c7c7c9
    Q e3c7c7c7c7c7c715c7c7f81e09efc7c7c7c720c7c7c7c7f6c7c7c70bc7c7ec
    R c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7dcc7c715c7c7c7c7c7c7c7c7c7c7c0
    S c7c7c7c7c7c7c7c7c7c7c7c7c7e1c7c7c7c7c7c717c7c7c71106f6c7c70fc0
    T c7c7c7c7c7c7c70cc7c7c7c7c7c7c7c7c7c7c7c7e91ac7c7c7c7c7c7c7c7cd
    V c7c7c7c7edc7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c71d1bc7c7c7c7c7c7d7
    W c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c724c7c7c7c7c7c7f7
    X c7c7c7c7c7c7c711c7c7c7c7c7c7c7c7c7c7c7c70ec7c7c721c7c7c7c706cc
    Z c7c7c7c7c7c7c7c7c7c7c7c713c7c7c7c7c7c7c70bc7c7c7c72001c7c7c7ca
    c c7c7c7c7c7c7c7c7c7c7c7c7c703c7c7c7c7c7c7c7f2c7c7c71626c7c71aef
    g c7c7c7c7c7c7c7c7c7c71110c7f1c7c7c7c7c7c7c7c7c7c7c7c7c726c7c7d0
    j c7c7c7c7c7c7c7c7c7c7c7c71bc7c7c7c7c7c7c7c7c7c7c70a19c71a2bc7e7
    s c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c72bf7
    - d9eddfdbe4e3d1ccdbcce8f1e7d6cbced2c9ded8e7e5d8eaccdbe0cfe4d200
    """)

  private static let kana = SoundTable(
    """
    a 0f00ebeefce4c0c0c0c0c0c0c0c0c0c0c0c0c0e6c0c0c0c0c0c0c0c0c0c0e0
    e f711eef3e0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0d6
    i d5f511c0de0ec0c0c0c0c0e6ffc0d5c0c0c0c0c0d6c0c0c0c0c0c0c0c0c0e7
    o edf2c013ffc0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0f6c0c0c0c0c0c0f3
    u c0f9dee30dc0d8c0eec0c0c0c0e0d8c0c0c0c0c0e3e8e700e8c0c0c0c0c0fd
    y c0f9f9c0c018c0c0c0c0c0fd17c0f5c0c0c0c0c0c0c0f5c0c0c0c0c0c0c0f8
    B c0c0c0c0c0c01cc0c0ecc0c0c0c0c0c0c0c0c0c0c0c00efbc0c0c0c0c0c0c0
    C c0c0c0c0c0c0c020c0c0c0c0c00cc0c0c0c0c0c0c005c0c004c006c0c01ad8
    D c0c0c0c0c0c0e5c01bc0c0c0c0c0c0c0c0c0c0c0c0e7c0c0c0c0c0c0c0c0c0
    F c0c0c0c0c0c0c006c020fd0a00c0c0c0c0c015c0c0c01506c0c0c0c0c0c0c2
    G c0c0c0c0c0c0c0c0c0c01fc0c0ebc0c0c0c0c0c0c0c0c0c0c0c0c011c0c0e0
    H c0c0c0c0c0c0c011c0fcf91f0bedc0c0c0c01df6c0c0c0c0c0c0c007c0c0ec
    J c0c0ebc0c0f7c0c0fdc002c020c0f8c0c0c0c0f102c0c0c0c0150a1b2106c8
    K c0c0c0c0c0c0c00ac0c0fee7c018c0c0c0c00fc0c0c0c0c0fac0c0c0c003cb
    L c0c0c0c0c0c0c0c0c0c0c0c0c0c017c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0f7
    M c0c0c0c0c0c0c0c0c0c0c0c0c0c0c01bc0c0c0c0c0e6c0c0c0c0c0c0c0c0c0
    N c0c0c0d6c0c0c0c0c0c0c0c0c0c0c0ff14c0c0c0c0c0c0c0c0ecc0c0c0c0d6
    P c0c0c0c0c0c0eaf2c002c0c0c0c0c0c0c021c0c0c0c0c0c0c0c0c0c0c0c0c3
    Q c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c035c0c0c0c0c0c0c0c0c0c0c0f7
    R c0c0c0c0c0c0c0c0c0c0c0c0c0c011c0c0c0c00fc0e2c0c0c0c0c0c0c0c0c9
    S c0c0c0c0c0c0c0eac0c0c0c0c0c0c0c0c0c0c0de16fdc0c0fa0b0cc0c010d9
    T c0c0c0c0c0c0c0f1fec0c0c0f2c0c0e6c0c0c0e0c019c0c0c0c0fbc0c0c0e2
    V c0c0c0c0c0c0f5c0c0f3c0c0c0c0c0c0c0c0c0c0c0c01e16c0c0c0c0c0c0c6
    W c0c0f7c0fec0f8c0c0c0c0c0c0c0f5c0c0c0c0c0c0c01022c0c0c0c0c0c0dc
    X c0c0c0c0c0c0c011c0c0c0f5c0ebc0c0c0c0c0ea10f1c0c020c0c0c01417c3
    Z c0c0c0c0c0c0c0c0f9c0c0c0f7c0c0c0c0c0c0c011fbc0c0c020c0c0c0c0c7
    c c0c0c0c0c0c0c004c0c0c0c0c004c0c0c0c0c0c0c007c0c0061d29c020c0df
    g c0c0c0c0c0c0c0c0c0c015c0c0c0c0c0c0c00bc0c0c0c0c0c0c0c025c0c0dd
    j c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c03fc0f7
    s c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c02cf7
    - e0e8dfd7dbebc0c7e0c5e9f4edd4d4ccc2ced6f3d9e6cdf1c9d8e9c9e3e000
    """)

  private static let han = SoundTable(
    """
    a 0ef9ebf6f9ebc6c6dcc6c6efc6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6f1
    e f60bff03fafec6c6c6c6c6eae7c6c6c6c6c6c6c6dae4c6c6c6c6c6c6c6c6f7
    i e5030cdbee08c6e6e4c6c6c6eae9e6c6ddc6c6c6e8eac6c6e7c6c6c6c6c6f7
    o f6fcdd1406c6c6c6c6c6c6c6c6c6e1c6c6c6c6c6c6c6c6edc6c6c6c6c6c6e3
    u eafaef0812f2c6c6c6c6c6c6c6c6ecc6e1c6c6c6c6c6ed04c6c6c6c6c6c6f6
    y c6c6f8c6eb16c6c6c6c6c60113c6c6c6e5c6c6c6c6c6f7fac6c6c6c6c6c6f9
    B c6c6c6c6c6c61bc6c6c6c6c6c6c6c6c6c610c6c6c6c6fdc6c6c6c6c6c6c6cf
    C c6c6c6c6c6c6c61ec6c6f3c6110bc6c6c6c60ac6f2f6c6c607100f0ac619d6
    D c6c6c6c6c6c6c6c619c6c6c6fac6c6e6e0c6c6c6c60cc6c6c6c6c6c6c6c6cd
    F c6c6c6c6c6c6c6c6c620c6c6c6c6c6c6c6ffc6c6c6eb1609c6c6c6c6c6c6c8
    G c6c6c6c6c6c6c6c6c6c61cf4c602c6c6c6c6c6c6c6c6c6c6c6c6c61ac6c6e3
    H c6c6c6c6c6c6c60af4f7021f0decc6c6c6c61ff6c6c6fd00fbc6c6c6c6c6e8
    J c6c6c6c6c6c6c608f7c60fc6180ec6c6c6c6c6c6e9fbc6c6c612011a1a02dc
    K c6c6c6c6c6c6e808c6c6f4f3c618c6c6c6c60ce0c6c6c6c6f3c6c6c6c602db
    L c6c6c6c6c6c6e8c6c6c6c6c6c6c611c6e3c6c60fc6c6c6c6c6c6c6c6c6c6cd
    M c6c6c6c6c6c6c6c6c6c6c6c6c6c6c61ac6c6c6c6c6c6f6c6c6c6c6c6c6c6cf
    N dbddc6c6c6e4c6c6e0c6c6e7c6c6ecff13c6c6e4c6c6c6c6c6c6c6c6c6c6ec
    P c6c6c6c6c6c6fac6c6c6c6c6c6c6c6c6c621c6c6c6c6f5c6c6c6c6c6c6c6cb
    Q c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c636c6c6c6c6c6c6c6c6c6c6c6f6
    R c6e9ebc6c6c6c6c6c6c6c6f0fcc612c6c6c6c60ec6c6c6c6c600c6fd15c6c4
    S c6c6c6c6c6c6c6f0e5c6c6c6c6f0c6c6c6c6c6c617ffc6c608090cc6c60fd1
    T dec6c6c6c6c6c6f3f5c6edc6c6c6c6c6c6c6c6c6c619c6c6c6c603c6c6c6d4
    V c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c621c6c6c6c6c6c6c6f6
    W c6c6c6c6f8c6f8c6c6c6f0c6c6c6c6f4c6c6c6ebc6c61c1cc6c6c6c6c6c6e9
    X c6c6c6c6c6c6c611f0c6f80cc6f3c6c6c6c605c610f4c6c61c0a09f9c614d2
    Z c6c6c6c6c6c6c6c6ffc6c6c611c6c6c6c6c6c6c603c6c6c6c6221804c607e2
    c c6c6c6c6c6c6c608fdc6c6c60d03c6c6c6c6c6c60308c6c6c61629c6c6c6e4
    g c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c629c6c6f6
    j c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c63fc6f6
    s c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c6c62cf6
    - e5ece5cde6e7d7e0e9caf3efebe1ead8dddbe8f7e1e8d8eedae2d7cfe5de00
    """)

  private static let hangul = SoundTable(
    """
    a 10efeaecd7dcc2c2c2c2c2c2c2c2c2c2c2c2c2c2ddc2c2c2c2c2c2c2c2c2e2
    e 0411f5eddbc2c2c2c2c2c2ebc2c2c2c2c2c2c2e7c2c2ece6c2c2c2c2c2c2df
    i dcf811c2ec0bc2c2dbc2c2dff4c2c2c2c2c2c2c2c2d9c2c2c2c2c2c2c2eaea
    o fc01eb1106c2c2c2c2c2c2c2c2c2c2c2c2c2c2e8c2c2c2c2c2c2c2c2c2c2d8
    u c2fbe0fd0ec2c2c2eac2c2c2c2c2e9c2c2c2c2c2e9c2e2f9e3e7c2c2c2c2fb
    y e4f5f5c2eb18c2efc2c2c2fa0bc2f4e4c2c2c2c2c2c2c2c2c2c2c2c2c2c2f4
    B c2c2c2c2c2c21cc2c2fdc2c2c2c2e2c2c208c2c2e7c21a0bc2c2c2c2c2c2d8
    C c2c2c2c2c2c2c220eec2f0c2f206c2c2c2c2c2c2c2fac2c2fc101ec20717dd
    D c2c2e4c2c2c2c2c21bc2c2c2c2c2e2c2c2c2c2e7c208c2ecc2c2c2c2c2c2de
    F c2c2c2c2c2c2c2c2c223c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2f6
    G c2c2dfc2c2c2c2c2c2c218f2010fc2c2c2c2c2edc2c2c2c2c2c2c218c2c2d9
    H c2c2c2c2c2e8c208c205071c05c2e4c2c2c214f7f1c2c2c2c2c2c2fec2c2f0
    J c2c2c2c2c2c2c20afac2eeea1be8c2c2c2c2c2c202f0c2c2ef1bf9151b07dd
    K c2c2e2e0c2c2c20ac2c2f7c2ed17c2c2c2c215c2c2c2c2c2c2c2c2c2c202db
    L c2dcc2c2c2c2c2c2c2c2c2c2e9c219c2c2c2c2e6c2c2ececc2c2c2c2c2c2ca
    M c2c2c2c2c2c2c2c2c2e9c2c2c2c2c21ae7c2c2c2c2e1c2f5c2c2c2c2c2c2dd
    N c2c2c2c2c2c2c2c2c2ecebc2c2c2dfe513c2c2d6c2c2c2c2c2c2c2c2c2ecde
    P c2c2c2c2c2c206c2c21bc2c2c2c2c2c2df1dc2c2c2c211fac2c2c2c2c2c2da
    Q c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c238c2c2c2c2c2c2c2c2c2c2c2f6
    R dfedc2c2c2c2c2c2c2c2c2c2c2c205c2e0c2c212c2c2c2c2c2c2c2c2c2c2f4
    S c2c2e9c2dbc2ec02c2efe1c2e4f0c2c2c2c2c2de15fec2c2160711c2f811dd
    T c2c2c2c2c2c2c2c2fbc2c2e9c2c2c2c2c2c2c2ebc21ac2c2c2c2f8c2c2c2de
    V c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c224c2c2c2c2c2c2c2f6
    W c2c2e3c20900c2c2c2c2c2c2f7c2f9eac2c2c2c2c2c2c220c2c2c2f9c2c2e6
    X c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c225c2c2c2c2c2f6
    Z c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c229c2c2c2c2f6
    c c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c22fc2c2c2f6
    g c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c229c2c2f6
    j c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c235c2f6
    s c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c22cf6
    - e8f1e3dce3e5d3dbe2eaf9f2d7e3ead8d6e6e6f3e2e4dff0d4cbd1f3e3da00
    """)
}
