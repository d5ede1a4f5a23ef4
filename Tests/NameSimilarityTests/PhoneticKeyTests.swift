import NameSimilarity
import Testing

@Suite("Phonetic keys")
struct PhoneticKeyTests {
  @Test(
    "spellings of one sound share a key",
    arguments: [
      ("mohammed", "muhamad"), ("khan", "kan"), ("ghaddafi", "gadafi"), ("sergei", "sergey"),
      ("philip", "filip"), ("wladimir", "vladimir"), ("tchaikovsky", "chaykovski"),
      ("dzhokhar", "jokhar"), ("sheikh", "shaykh"), ("qasim", "kasim"), ("ahmed", "ehmad"),
    ])
  func sameSound(a: String, b: String) {
    let (x, y) = (key(a), key(b))
    #expect(x == y)
    #expect(x != 0)
  }

  @Test(
    "other sounds have other keys",
    arguments: [("bader", "pader"), ("mama", "ma"), ("ivan", "igor"), ("sharif", "sarif")])
  func otherSound(a: String, b: String) {
    let (x, y) = (key(a), key(b))
    #expect(x != y)
  }

  @Test("tokens without two sounds have no key", arguments: ["", "a", "b", "oo", "b2b", "é"])
  func noKey(token: String) {
    let none = key(token)
    #expect(none == 0)
  }

  @Test func soundsPastTheTwelfthAreIgnored() {
    let twelve = key("bedefegejekelemeneperesete")
    let more = key("bedefegejekelemeneperesetevekeme")
    #expect(twelve == more)
  }

  private func key(_ token: String) -> UInt64 { phoneticKey(of: Array(token.utf8).span) }
}
