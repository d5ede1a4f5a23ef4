private import Glibc

/// The JSON paths of a layout as a tree, so that a scanner knows at each key what is wanted below.
struct FieldTree: Sendable {
  /// What is wanted at one place of an object.
  struct Node: Sendable {
    /// The field that a scalar here is, or -1.
    var field: Int32 = -1
    /// Whether keys of an object here are wanted.
    var hasKeys = false
    /// The node of the elements of an array here, or -1.
    var elements: Int32 = -1
    /// The number of `[]` on the way here.
    var arrayCount = 0
    /// The path, for messages.
    var path: String
  }

  private struct Edge: Sendable {
    var hash: UInt64
    var parent: Int32
    var child: Int32
    var key: [UInt8]
  }

  /// The nodes; the root object is the first.
  private(set) var nodes = [Node(path: "")]
  // Invariant: an open-addressed table, at most a quarter full; slots hold edge numbers or -1.
  private var slots: [Int32] = []
  private var edges: [Edge] = []

  /// Creates a tree in which path `i` leads to field `i`; of equal paths the first counts.
  init(_ paths: [JSONPath]) {
    for (field, path) in paths.enumerated() { add(path, field: Int32(field)) }
    var slotCount = 16
    while slotCount < 4 * edges.count { slotCount *= 2 }
    slots = Array(repeating: -1, count: slotCount)
    for (number, edge) in edges.enumerated() {
      var slot = Self.slot(edge.hash, edge.parent) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int32(number)
    }
  }

  private mutating func add(_ path: JSONPath, field: Int32) {
    var node = 0
    for step in path.steps {
      switch step {
      case .key(let key): node = child(of: node, key: Array(key.utf8))
      case .elements: node = elements(of: node)
      }
    }
    if nodes[node].field < 0 { nodes[node].field = field }
  }

  private mutating func child(of parent: Int, key: [UInt8]) -> Int {
    if let edge = edges.first(where: { $0.parent == Int32(parent) && $0.key == key }) {
      return Int(edge.child)
    }
    nodes[parent].hasKeys = true
    let name = String(decoding: key, as: UTF8.self)
    let path = nodes[parent].path.isEmpty ? name : "\(nodes[parent].path).\(name)"
    nodes.append(Node(arrayCount: nodes[parent].arrayCount, path: path))
    let child = Int32(nodes.count - 1)
    let hash = key.withUnsafeBufferPointer { Self.hash($0) }
    edges.append(Edge(hash: hash, parent: Int32(parent), child: child, key: key))
    return Int(child)
  }

  private mutating func elements(of parent: Int) -> Int {
    if nodes[parent].elements < 0 {
      nodes.append(
        Node(arrayCount: nodes[parent].arrayCount + 1, path: nodes[parent].path + "[]"))
      nodes[parent].elements = Int32(nodes.count - 1)
    }
    return Int(nodes[parent].elements)
  }

  /// The node under a key of a node, or -1.
  @inline(__always)
  func child(of parent: Int32, key: Bytes, hash: UInt64) -> Int32 {
    var slot = Self.slot(hash, parent) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if edges[number].hash == hash, edges[number].parent == parent,
        edges[number].key.count == key.count,
        edges[number].key.withUnsafeBufferPointer({ isEqual($0, key) })
      {
        return edges[number].child
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  private static func slot(_ hash: UInt64, _ parent: Int32) -> Int {
    Int(truncatingIfNeeded: (hash &+ UInt64(UInt32(bitPattern: parent))) >> 7)
  }

  /// A number that equal keys share: FNV-1a over the first sixteen bytes, and the length. It is
  /// the same in every process, so nothing depends on a seed.
  @inline(__always)
  static func hash(_ key: Bytes) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(key.count)
    for i in 0..<min(key.count, 16) { hash = (hash ^ UInt64(key[i])) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

/// Whether two runs of bytes are the same.
@inline(__always)
func isEqual(_ a: Bytes, _ b: Bytes) -> Bool {
  guard a.count == b.count else { return false }
  guard let first = a.baseAddress, let second = b.baseAddress else { return true }
  return memcmp(first, second, a.count) == 0
}
