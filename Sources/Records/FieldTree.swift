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
  }

  // Edges and nodes hold no references, so that looking one up counts none.
  private struct Edge: Sendable {
    var hash: UInt64
    var parent: Int32
    var child: Int32
    var key: Range<Int>
  }

  /// The nodes; the root object is the first.
  private(set) var nodes = [Node()]
  /// The paths of the nodes, for messages.
  private(set) var paths = [""]
  // Invariant: an open-addressed table, at most a quarter full. A slot is 0 or holds an edge number
  // plus one in its low half and the mixed hash of the edge in its high half, so that an edge is
  // looked at only when it is most likely the right one.
  private var slots: [UInt64] = []
  private var edges: [Edge] = []
  /// The keys of all edges.
  private var keys: [UInt8] = []

  /// Creates a tree in which path `i` leads to field `i`; of equal paths the first counts.
  init(_ paths: [JSONPath]) {
    var children: [PlaceOfKey: Int32] = [:]
    for (field, path) in paths.enumerated() { add(path, field: Int32(field), &children) }
    var slotCount = 16
    while slotCount < 4 * edges.count { slotCount *= 2 }
    slots = Array(repeating: 0, count: slotCount)
    for (number, edge) in edges.enumerated() {
      let mixed = Self.mixed(edge.hash, edge.parent)
      var slot = Self.slot(mixed) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = mixed & Self.tagMask | UInt64(number + 1)
    }
  }

  private struct PlaceOfKey: Hashable {
    var parent: Int32
    var key: [UInt8]
  }

  private mutating func add(
    _ path: JSONPath, field: Int32, _ children: inout [PlaceOfKey: Int32]
  ) {
    var node = 0
    for step in path.steps {
      switch step {
      case .key(let key):
        let place = PlaceOfKey(parent: Int32(node), key: Array(key.utf8))
        node = children[place].map(Int.init) ?? addChild(of: node, key: place.key)
        children[place] = Int32(node)
      case .elements: node = elements(of: node)
      }
    }
    if nodes[node].field < 0 { nodes[node].field = field }
  }

  private mutating func addChild(of parent: Int, key: [UInt8]) -> Int {
    nodes[parent].hasKeys = true
    let name = String(decoding: key, as: UTF8.self)
    paths.append(paths[parent].isEmpty ? name : "\(paths[parent]).\(name)")
    nodes.append(Node(arrayCount: nodes[parent].arrayCount))
    let child = Int32(nodes.count - 1)
    var padded = ByteBuffer(capacity: key.count)
    padded.append(key)
    let hash = Self.hash(padded.base, count: key.count)
    edges.append(
      Edge(
        hash: hash, parent: Int32(parent), child: child,
        key: keys.count..<keys.count + key.count))
    keys += key
    return Int(child)
  }

  private mutating func elements(of parent: Int) -> Int {
    if nodes[parent].elements < 0 {
      paths.append(paths[parent] + "[]")
      nodes.append(Node(arrayCount: nodes[parent].arrayCount + 1))
      nodes[parent].elements = Int32(nodes.count - 1)
    }
    return Int(nodes[parent].elements)
  }

  /// The node under a key of a node, or -1.
  @inline(__always)
  func child(of parent: Int32, key: Bytes, hash: UInt64) -> Int32 {
    let mixed = Self.mixed(hash, parent)
    var slot = Self.slot(mixed) & (slots.count - 1)
    while slots[slot] != 0 {
      let found = slots[slot]
      if (found ^ mixed) & Self.tagMask == 0 {
        let edge = edges[Int(found & ~Self.tagMask) - 1]
        if edge.hash == hash, edge.parent == parent, edge.key.count == key.count,
          keys.withUnsafeBufferPointer({ isEqual($0[bytes: edge.key], key) })
        {
          return edge.child
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

  // Multiplying spreads the low bits over the high ones; of these the highest choose the slot.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ parent: Int32) -> UInt64 {
    (hash ^ UInt64(UInt32(bitPattern: parent))) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  private static func slot(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed >> 40) }

  /// A number that equal keys share, from the first and last eight bytes and the length. It is
  /// the same in every process, so nothing depends on a seed; a record full of colliding keys
  /// costs comparisons, of which there is a bound (see ``JSONKeys``).
  ///
  /// - Precondition: Eight bytes behind the key may be loaded.
  @inline(__always)
  static func hash(_ key: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let head: UInt64
    var tail: UInt64 = 0
    if count >= 8 {
      head = ByteSearch.load(key)
      tail = ByteSearch.load(key + count - 8)
    } else {
      head = ByteSearch.load(key) & (1 << UInt64(8 * count) &- 1)
    }
    let mixed =
      (head ^ (tail << 29 | tail >> 35) ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 32
  }
}

/// Whether two runs of bytes are the same.
@inline(__always)
func isEqual(_ a: Bytes, _ b: Bytes) -> Bool {
  guard a.count == b.count else { return false }
  guard let first = a.baseAddress, let second = b.baseAddress else { return true }
  return memcmp(first, second, a.count) == 0
}
