import Glibc
import Testing

@testable import Records

private func put(_ text: String, _ file: borrowing AtomicOutputFile) {
  _ = Array(text.utf8).withUnsafeBufferPointer {
    OutputStream.write($0, to: file.fileDescriptor)
  }
}

@Suite("Atomic output file")
struct AtomicOutputFileTests {
  @Test func appearsOnlyWhenItIsWhole() throws {
    let scratch = try Scratch()
    let path = scratch.write(Array("old".utf8), to: "out")
    var file = try AtomicOutputFile(path: path)
    put("new", file)
    #expect(readFile(path) == Array("old".utf8))
    try file.commit()
    #expect(readFile(path) == Array("new".utf8))
    #expect(scratch.names == ["out"])
  }

  @Test func isLeftOutWhenItIsNotCommitted() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/out"
    do {
      let file = try AtomicOutputFile(path: path)
      put("half", file)
      #expect(scratch.names.count == 1)
    }
    #expect(scratch.names.isEmpty)
  }

  @Test func replacesWhatALinkNames() throws {
    let scratch = try Scratch()
    let path = scratch.write(Array("old".utf8), to: "out")
    let link = "\(scratch.path)/link"
    #expect(symlink(path, link) == 0)
    var file = try AtomicOutputFile(path: link)
    put("new", file)
    try file.commit()
    #expect(readFile(path) == Array("new".utf8))
    #expect(scratch.names.sorted() == ["link", "out"])
  }

  @Test func takesAnotherNameWhenOneIsLeftOver() throws {
    let scratch = try Scratch()
    _ = scratch.write([], to: "out.\(getpid())-0.tmp")
    let file = try AtomicOutputFile(path: "\(scratch.path)/out")
    #expect(file.writablePath.hasSuffix("-1.tmp"))
  }

  @Test func cannotBeMadeInADirectoryThatIsNotThere() throws {
    #expect(throws: RunError.self) {
      let file = try AtomicOutputFile(path: "/nowhere/out")
      put("x", file)
    }
  }
}
