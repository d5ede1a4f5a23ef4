import NameScreening
import Testing
import Watchlists

@testable import Records

@Suite("Facts of records")
struct FactTests {
  private func reasons(_ outcome: Outcome) -> [String] {
    outcome.lines.map { line in
      ["DOB", "COUNTRY", "TYPE"].compactMap { fact in
        ["MATCH", "CONFLICT", "ABSENT", "SAME_YEAR", "NEAR"].map { "\(fact)_\($0)" }.first {
          line.contains("\"\($0)\"")
        }
      }.joined(separator: " ")
    }
  }

  @Test("columns of country, type and date of birth are compared")
  func delimited() throws {
    let csv = """
      debtor_name,debtor_country,debtor_dob,debtor_type
      Zylopharm Trading Limited,IR,,company
      Zylopharm Trading Limited,Germany,1970,person
      Zylopharm Trading Limited,,,
      Zylopharm Trading Limited,Atlantis,soon,thing

      """
    let outcome = try screen(csv) { $0.maximumMatchCount = 1 }
    #expect(
      reasons(outcome) == [
        "DOB_ABSENT COUNTRY_MATCH TYPE_MATCH", "DOB_CONFLICT COUNTRY_CONFLICT TYPE_CONFLICT",
        "DOB_ABSENT COUNTRY_ABSENT TYPE_ABSENT", "DOB_ABSENT COUNTRY_ABSENT TYPE_ABSENT",
      ])
  }

  @Test("facts of parties in an array pair by index")
  func json() throws {
    let input = #"""
      {"parties":[{"name":"A B","country":"DE"},{"name":"Zylopharm Trading Ltd","country":"IR"}]}
      {"parties":[{"name":"A B","country":"IR"},{"name":"Zylopharm Trading Ltd","dob":"1951"}]}

      """#
    let outcome = try screen(input, name: "in.jsonl") { $0.maximumMatchCount = 1 }
    #expect(
      reasons(outcome) == [
        "DOB_ABSENT COUNTRY_MATCH TYPE_ABSENT", "DOB_NEAR COUNTRY_ABSENT TYPE_ABSENT",
      ])
  }

  @Test("--fields names the facts of a role")
  func specified() throws {
    let fields = try FieldSpecification("p.name=n,p.dob=born,p.country=land")
    let outcome = try screen("n,born,land\nQaxnorp East,01.01.1950,Iran\n") { $0.fields = fields }
    #expect(outcome.verdicts == ["alert"])
    #expect(reasons(outcome) == ["DOB_MATCH COUNTRY_MATCH TYPE_ABSENT"])
  }

  @Test("a weak name without facts is held back and counted")
  func counts() throws {
    let outcome = try screen("name\nQaxnorp East\nZylopharm Trading Limited\n") {
      $0.verificationCount = 10
    }
    #expect(outcome.verdicts == ["clear", "alert"])
    #expect(outcome.result.counts.suppressed[.weakName] == 1)
    #expect(outcome.result.counts.suppressed.total == 1)
    #expect(outcome.result.verification?.differences.isEmpty == true)
  }
}
