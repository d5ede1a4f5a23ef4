@_spi(Fuzzing) import NameScreening
import NameSimilarity
import Watchlists

/// What is fed with damaged input.
enum FuzzTarget {
  /// The reader of a format, or with nil the detection of the format before it.
  case list(WatchlistKind?)
  /// The opening of an index; the input says how the bytes of a good one change.
  case index(base: [UInt8])

  /// The names of all targets.
  static let names = ["auto", "index"] + kinds.map(\.rawValue)

  private static let kinds = WatchlistKind.allCases.filter { $0 != .builtin }

  /// The target called `name`, or nil when there is none.
  init?(name: String) {
    switch name {
    case "auto": self = .list(nil)
    case "index":
      guard let list = try? WatchlistLoader.load(specification: "builtin:") else { return nil }
      self = .index(base: Screener(watchlists: [list]).withIndexFileBytes { Array($0) })
    default:
      guard let kind = Self.kinds.first(where: { $0.rawValue == name }) else { return nil }
      self = .list(kind)
    }
  }

  /// Feeds the target with `input`: it must refuse it, or read it whole.
  func run(_ input: [UInt8]) {
    switch self {
    case .list(let kind):
      guard let list = try? WatchlistLoader.load(input, path: "-", kind: kind) else { return }
      precondition(list.summary.entryCount == list.entries.count, "entries were lost")
      for entry in list.entries {
        precondition(entry.names.first.map { !$0.text.isEmpty } ?? false, "an entry has no name")
      }
    case .index(let base): Self.open(base, changedBy: input)
    }
  }

  /// Opens `base` and screens with it after each six bytes of `input` set a byte: the first five say which, the last says
  /// what.
  ///
  /// Entries are not decoded: one that does not decode behind a right checksum was written so, for
  /// which `EntryStore` traps.
  private static func open(_ base: [UInt8], changedBy input: [UInt8]) {
    var bytes = base
    for start in stride(from: 0, to: input.count - 5, by: 6) {
      let number = input[start + 1..<start + 5].reduce(0) { $0 << 8 | Int($1) }
      bytes[position(number, from: input[start], in: bytes)] = input[start + 5]
    }
    guard let screener = try? Screener(resealing: bytes) else { return }
    var worker = ScreeningWorker(screener, threshold: Score("0.5")!)
    for name in ["SZ DJI Technology Co., Ltd.", "依图科技", "Netposa"] {
      var name = name
      _ = name.withUTF8 { worker.screen($0) }
    }
  }

  /// A position in the head of the index, in its tail, or anywhere: most of a small index are the
  /// tables in its middle.
  private static func position(_ number: Int, from choice: UInt8, in bytes: [UInt8]) -> Int {
    switch choice % 3 {
    case 0: number % min(1 << 10, bytes.count)
    case 1: bytes.count - 1 - number % min(1 << 18, bytes.count)
    default: number % bytes.count
    }
  }
}
