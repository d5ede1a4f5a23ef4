import Testing

@Suite("namesift compile")
struct CompileTests {
  @Test("an index gives what its lists give, and the same lists the same bytes")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let index = "\(folder.path)/sample.nsx"
    #expect(try RunningCommand.run("compile", "--list", "builtin:", "--output", index).status == 0)
    let again = "\(folder.path)/again.nsx"
    #expect(try RunningCommand.run("compile", "--list", "builtin:", "--output", again).status == 0)
    #expect(folder.names == ["again.nsx", "sample.nsx"])
    let bytes = try #require(folder.text("sample.nsx"))
    #expect(bytes == folder.text("again.nsx"))

    let input = Array("DJI\nNet Posa Technologies\nAnn Miller\n".utf8)
    let format = ["--input-format", "lines", "--emit", "all", "--explain"]
    let fromLists = try RunningCommand.run(["screen", "--list", "builtin:"] + format, input: input)
    let fromIndex = try RunningCommand.run(["screen", "--index", index] + format, input: input)
    #expect(fromIndex.status == 0)
    #expect(fromIndex.output == fromLists.output)
    #expect(fromIndex.errors.contains("sample list"))
  }

  @Test("a file that is no index, or a cut one, ends screen with 2")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let other = try folder.file("other.nsx", "this is not an index")
    let outcome = try RunningCommand.run("screen", "--index", other, "--input-format", "lines")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(other))
  }

  @Test("a folder that does not exist ends it with 2")
  func unwritable() throws {
    let outcome = try RunningCommand.run(
      "compile", "--list", "builtin:", "--output", "/no/such/folder/x.nsx")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("/no/such/folder/x.nsx"))
  }
}
