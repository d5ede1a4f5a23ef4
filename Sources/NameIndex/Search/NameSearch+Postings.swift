internal import NameSimilarity

/// Choosing the postings of a query, and visiting them.
extension NameSearch {
  /// Makes every name a candidate that has a term of the query.
  mutating func visitAll(_ part: NamePart) {
    for i in 0..<slotCount {
      for k in memo.expansionRange(of: slots[i].entry) { addAll(memo.expansions[k].term, part) }
    }
    for hit in pairHits { addAll(hit.term, part) }
  }

  private mutating func addAll(_ term: TermID, _ part: NamePart) {
    for place in index.postings.range(of: term, part) {
      counters.postings += 1
      let name = index.postings[place].pointee.name
      if isNew(name) { candidates.append(name) }
    }
  }

  /// Visits the postings of the essential tokens in a part of the names.
  mutating func visit(_ part: NamePart) {
    let share = leastShare(part)
    let tellsConflict = pruning == .full && part == .person && !meetsUnseen
    if tellsConflict { chooseConflicting() }
    let sum = setBounds(part, share: share)
    if !tellsConflict { chooseEssential(part) }
    visit(part, sum: sum, onlyComplete: false)
    if tellsConflict, let sum = chooseComplete() { visit(part, sum: sum, onlyComplete: true) }
    for i in 0..<slotCount { slots[i].isExcluded = false }
  }

  // MARK: Essential tokens

  /// Chooses the tokens whose postings are visited: all anchors but a costly subset that cannot
  /// reach what is needed by itself.
  private mutating func chooseEssential(_ part: NamePart) {
    var budget = needed - 1
    for i in 0..<slotCount {
      // A token that is no anchor is in the subset with all that it may be worth, a pair that it
      // makes with its neighbour included.
      slots[i].isEssential = memo.entries[slots[i].entry].isAnchor && !slots[i].isExcluded
      budget -= slots[i].isEssential ? slots[i].floor : slots[i].worth
    }
    if pruning == .full { dropCostliest(part, budget) }
  }

  private mutating func dropCostliest(_ part: NamePart, _ budget: Int) {
    var budget = budget
    while true {
      var costliest = -1
      var highest = -1
      for i in 0..<slotCount where slots[i].isEssential {
        if slots[i].worth - slots[i].floor > budget { continue }
        let cost = self.cost(i, part)
        if cost > highest {
          highest = cost
          costliest = i
        }
      }
      if costliest < 0 { return }
      slots[costliest].isEssential = false
      budget -= slots[costliest].worth - slots[costliest].floor
    }
  }

  private mutating func cost(_ slot: Int, _ part: NamePart) -> Int {
    memo.entries[slots[slot].entry].cost(part) + Int(slots[slot].pairCosts[part.rawValue])
  }

  /// Chooses the tokens that find the people of whom every token of the query is met, and those
  /// with a conflict: the first have a term of any token, the second need a high share.
  private mutating func chooseConflicting() {
    let share = economies.leastShare(
      of: .person, gain: mostGain(.person), conflict: 1, isRomanised: isRomanised)
    if share <= Int(Score.one.tenThousandths) {
      _ = setBounds(.person, share: share)
      chooseEssential(.person)
      for i in 0..<slotCount where slots[i].isEssential { return }
    }
    var cheapest = -1
    for i in 0..<slotCount where memo.entries[slots[i].entry].isAnchor {
      slots[i].isEssential = false
      if cheapest < 0 || cost(i, .person) < cost(cheapest, .person) { cheapest = i }
    }
    if cheapest >= 0 { slots[cheapest].isEssential = true }
  }

  /// Chooses the tokens that find the people of whom nothing is left over and who meet none of the
  /// tokens chosen before.
  ///
  /// - Returns: What the other tokens are worth at most, or nil when there can be no such people.
  private mutating func chooseComplete() -> Int? {
    for i in 0..<slotCount where slots[i].isEssential {
      slots[i].isEssential = false
      slots[i].isExcluded = true
    }
    let sum = setBounds(.person, share: leastShare(.person))
    if sum < needed { return nil }
    chooseEssential(.person)
    return sum
  }

  // MARK: Visiting

  /// Visits the postings of the tokens chosen.
  ///
  /// - Parameters:
  ///   - sum: What all tokens are worth at most.
  ///   - onlyComplete: Whether only names matter of which nothing is left over.
  private mutating func visit(_ part: NamePart, sum: Int, onlyComplete: Bool) {
    let needs = codeNeeds(onlyComplete: onlyComplete)
    collectRuns(part, sum: sum, needs)
    pending.removeAll(keepingCapacity: true)
    let hasInitials = part == .withInitial || needs.initialCount > 0
    for k in 0..<runs.count { visit(runs[k], needs) }
    for name in pending { index.names.prefetchTokens(of: name) }
    for k in 0..<pending.count where mayReach(pending[k], hasInitials: hasInitials) {
      candidates.append(pending[k])
    }
  }

  /// Visits postings up to those that lose too much.
  @inline(__always)
  private mutating func visit(_ run: PostingRun, _ needs: CodeNeeds) {
    var place = run.places.lowerBound
    while place < run.places.upperBound {
      let posting = index.postings[place]
      let credit = economy.needed(forLoss: Int(posting.pointee.loss))
      if credit > run.credit { break }
      place &+= 1
      if pruning == .full && !mayReach(posting, needs, isAloneEnough: credit <= run.creditAlone) {
        continue
      }
      counters.codePasses += 1
      let name = posting.pointee.name
      if isNew(name) {
        index.names.prefetch(name)
        pending.append(name)
      }
    }
    counters.postings += place - run.places.lowerBound
  }

  /// Collects the postings to visit, and asks for the first of each run.
  private mutating func collectRuns(_ part: NamePart, sum: Int, _ needs: CodeNeeds) {
    runs.removeAll(keepingCapacity: true)
    var credit = 0
    for i in 0..<slotCount { credit += slots[i].credit }
    let mostCredit = needs.onlyComplete ? economy.needed(forLoss: sumOfSpared()) : Int.max
    for i in 0..<slotCount where slots[i].isEssential {
      for k in memo.expansionRange(of: slots[i].entry) {
        let expansion = memo.expansions[k]
        if expansion.occurs(in: part) { index.postings.prefetchRange(of: expansion.term) }
      }
    }
    for i in 0..<slotCount where slots[i].isEssential {
      for k in memo.expansionRange(of: slots[i].entry) {
        let expansion = memo.expansions[k]
        if !expansion.occurs(in: part) { continue }
        addRun(
          of: expansion.term, code: expansion.code, part, mostCredit, needs,
          worth: economy.worth(gain: Int(expansion.gain), saving: Int(expansion.saving)),
          spares: Int(expansion.spared), others: sum - slots[i].worth,
          othersCredit: credit - slots[i].credit)
      }
    }
    for hit in pairHits where slots[hit.slot].isEssential || slots[hit.slot + 1].isEssential {
      let (a, b) = (slots[hit.slot], slots[hit.slot + 1])
      addRun(
        of: hit.term, code: meetsPairs ? Posting.code(of: hit.term) : nil, part, mostCredit, needs,
        worth: economy.worth(gain: Int(hit.gain), saving: Int(hit.saving)),
        spares: Int(hit.spared), others: sum - a.worth - b.worth,
        othersCredit: credit - a.credit - b.credit)
    }
  }

  /// Adds the postings of a term that can reach what is needed together with the other tokens.
  ///
  /// - Parameter code: The code of the term, if names of its postings have it among those looked at.
  @inline(__always)
  private mutating func addRun(
    of term: TermID, code: Int?, _ part: NamePart, _ mostCredit: Int, _ needs: CodeNeeds,
    worth: Int, spares: Int, others: Int, othersCredit: Int
  ) {
    if worth + others < needed { return }
    // What the anchors of a name lose is needed on top of what the tokens spare it.
    let credit = worth + economy.needed(forLoss: spares) + othersCredit - needed
    if credit < 0 { return }
    let places = index.postings.range(of: term, part)
    if places.isEmpty { return }
    index.postings.prefetch(places.lowerBound)
    runs.append(
      PostingRun(
        places: places, credit: min(mostCredit, credit),
        creditAlone: code.map { creditAlone($0, needs) } ?? .max))
  }

  /// The most that all tokens spare a listed name.
  private mutating func sumOfSpared() -> Int {
    var sum = 0
    for i in 0..<slotCount where !slots[i].isExcluded {
      sum += Int(max(memo.entries[slots[i].entry].spared, slots[i].pairSpared))
    }
    return sum
  }
}

/// Postings to visit, up to those that lose too much.
struct PostingRun {
  var places: Range<Int>
  /// What the loss of a name's anchors may add to what is needed.
  var credit: Int
  /// The same for a name that has no other term of the query's.
  var creditAlone: Int
}
