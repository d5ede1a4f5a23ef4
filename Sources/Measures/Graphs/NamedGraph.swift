/// A directed graph of named nodes, for finding its cycles.
struct NamedGraph {
  private var names: [String] = []
  private var numbers: [String: Int] = [:]
  private var successors: [[Int]] = []

  /// Adds an edge, and its ends where they are new.
  mutating func addEdge(from: String, to: String) {
    let start = number(from)
    let end = number(to)
    successors[start].append(end)
  }

  /// The sets of nodes each of which reaches all others of its set, and nodes with an edge to
  /// themselves; in ascending order inside and out.
  ///
  /// - Complexity: O(*n* + *e*) in nodes and edges, and the sorting.
  func cycles() -> [[String]] {
    var search = ComponentSearch(successors)
    let cycles = search.components().filter { component in
      component.count > 1 || successors[component[0]].contains(component[0])
    }
    return cycles.map { $0.map { names[$0] }.sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func number(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    successors.append([])
    return names.count - 1
  }
}

/// The scratch of one search for strongly connected components.
///
/// Source: Robert Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972, with a stack of
/// its own in place of recursion, so that a long chain does not use up that of the thread.
private struct ComponentSearch {
  private let successors: [[Int]]
  // The order in which nodes were met, from 0; -1 before.
  private var order: [Int]
  // The earliest node on the stack that a node reaches.
  private var lowest: [Int]
  private var isOnStack: [Bool]
  private var stack: [Int] = []
  private var metCount = 0
  private var found: [[Int]] = []

  init(_ successors: [[Int]]) {
    self.successors = successors
    order = Array(repeating: -1, count: successors.count)
    lowest = order
    isOnStack = Array(repeating: false, count: successors.count)
  }

  mutating func components() -> [[Int]] {
    for node in successors.indices where order[node] < 0 { visit(node) }
    return found
  }

  private mutating func visit(_ root: Int) {
    // The nodes on the way down, each with the number of its next successor.
    var way = [(node: root, next: 0)]
    meet(root)
    while let (node, next) = way.last {
      if next < successors[node].count {
        way[way.count - 1].next += 1
        let successor = successors[node][next]
        if order[successor] < 0 {
          meet(successor)
          way.append((successor, 0))
        } else if isOnStack[successor] {
          lowest[node] = min(lowest[node], order[successor])
        }
      } else {
        way.removeLast()
        if let above = way.last { lowest[above.node] = min(lowest[above.node], lowest[node]) }
        if lowest[node] == order[node] { takeComponent(of: node) }
      }
    }
  }

  private mutating func meet(_ node: Int) {
    order[node] = metCount
    lowest[node] = metCount
    metCount += 1
    stack.append(node)
    isOnStack[node] = true
  }

  private mutating func takeComponent(of node: Int) {
    var component: [Int] = []
    while let member = stack.popLast() {
      isOnStack[member] = false
      component.append(member)
      if member == node { break }
    }
    found.append(component)
  }
}
