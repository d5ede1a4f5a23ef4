import TestSupport
import Testing

@testable import Watchlists

@Suite("Damaged bytes")
struct DamagedBytesTests {
  private static let files = [
    "7,\"A, B\",-0- ,\"SDGT] [IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1950; Passport A1 "
      + "(Iran); a.k.a. 'X'; Listing Date (CMIC) 03 Jun 2021; Tax ID No. 1\"\r\n\u{1A}",
    "<sdnList xmlns='x'><sdnEntry><uid>9</uid><lastName>A</lastName><akaList><aka><type>a.k.a.</type>"
      + "<lastName>B</lastName></aka></akaList></sdnEntry></sdnList>",
    "source,name,alt_names,ids,addresses\nX (SDN),\"A (f.k.a. B; C) [aka D]\",\"E; and F;G\","
      + "\"CN, 1, ISIN; Male, Gender\",\"Road, CN; US\"\n",
    "{\"results\": [{\"source\": \"X (SDN)\", \"name\": \"A\", \"ids\": [{\"type\": \"DOB\"}]}]}",
    "\"Name\"\t\"Street_Address\"\t\"Effective_Date\"\t\"Expiration_Date\"\n"
      + "\"A (a.k.a. B)\"\t\"1 Road\"\t\"01/31/2000\"\t\"\"\n",
    "fileGenerationDate;Entity_LogicalId;NameAlias_WholeName;BirthDate_Year;BirthDate_Month\n"
      + "05/08/2026;1;A;1940;5\n",
    "Report Date: 13-Feb-2026\nUnique ID,Name 6,Name 1,Name type,D.O.B,Nationality(/ies)\n"
      + "R1,RAY,Ann,Alias,dd/mm/1970,(1) A (2) B\n",
    "id,schema,name,aliases,birth_date\n1,Person,A,\"\"\"B; C\"\";D\",1970-05\n",
    "{\"id\": \"1\", \"schema\": \"Person\", \"properties\": {\"name\": [\"A\"]}}\n"
      + "{\"id\": \"2\", \"schema\": \"Sanction\", \"properties\": {\"entity\": [\"1\"]}}\n",
    "uid,name,identifiers,birth_dates,addresses\n1,Ä,ISIN=1 (X); BIC=2,circa 1950,a | b | c; d\n",
  ]

  @Test(
    "never crash a reader: it refuses the file or reads whole entries", arguments: UInt64(0)..<20)
  func neverCrash(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let odd = Array("\",;()[]{}<>&'=|#: \\\t\n\r\u{1A}é".utf8) + [0, 0xFF]
    for text in Self.files {
      for _ in 0..<50 {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0..<4, using: &generator) {
          let position = Int.random(in: 0..<bytes.count, using: &generator)
          let byte = odd[Int.random(in: 0..<odd.count, using: &generator)]
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[position] = byte
          case 1: bytes.insert(byte, at: position)
          default: bytes.remove(at: position)
          }
        }
        guard let list = try? WatchlistLoader.load(bytes, path: "x") else { continue }
        let isWhole = list.entries.allSatisfy { !$0.names.isEmpty && !$0.names[0].text.isEmpty }
        #expect(isWhole, "\(bytes)")
      }
    }
  }
}
