import Testing

@testable import namesift

@Suite("The bar of a transfer")
struct TransferBarTests {
  @Test("shows how much has come, and does without a size")
  func text() {
    func bar(_ received: Int, _ expected: Int) -> String {
      TransferBar(received: received, expected: expected).text(named: "own")
    }
    #expect(bar(0, 10 << 20) == "own [>                             ] 0 %, 0.0 of 10.0 MiB")
    #expect(bar(5 << 20, 10 << 20) == "own [===============>              ] 50 %, 5.0 of 10.0 MiB")
    #expect(bar(1 << 20, 1 << 20) == "own [==============================] 100 %, 1.0 of 1.0 MiB")
    #expect(bar(1_600_000, 0) == "own 1.5 MiB")
    #expect(bar(3 << 20, 1 << 20) == "own 3.0 MiB")
  }
}
