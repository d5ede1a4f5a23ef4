public import NameSimilarity
public import Watchlists

/// Which matches alert: what a bank decides about names, as opposed to how alike they are.
///
/// The search runs at the lowest thresholds and the policy sorts out what it found; what it holds
/// back is counted, never lost in silence. The defaults need no file; the article on
/// configuration explains each.
///
///     var policy = ScreeningPolicy()
///     policy.lists["SDN"].weakNames = .alert
public struct ScreeningPolicy: Sendable, Hashable {
  /// The lowest scores that alert, unless a list has its own.
  public var thresholds = Thresholds.standard
  /// What a match on a weak name is worth, unless a list says otherwise.
  public var weakNames = WeakNameRule.confirm
  /// The lowest score at which a match that rests on one word alerts without confirmation, unless
  /// the word is the same and only legal forms are beside it; nil when such matches are like
  /// others.
  public var singleTokenThreshold: Score? = Self.defaultSingleTokenThreshold
  /// The longest word that ``singleTokenThreshold`` is about, in bytes of its folded form.
  public var singleTokenByteCount = Self.defaultSingleTokenByteCount
  /// The lowest score at which a match that rests on generic words may alert without
  /// confirmation, unless all words are the same; nil when such matches are like others.
  public var genericThreshold: Score? = Self.defaultGenericThreshold
  /// How birth dates are compared and what they decide.
  public var birthDate = BirthDateRule()
  /// What the country decides.
  public var country = Effect.report
  /// What the type of the party decides.
  public var type = Effect.report
  /// What is different for single lists.
  public var lists = ListPolicies()

  /// Creates the default policy.
  public init() {}

  /// Creates a policy that reports every match of a score, whatever it rests on.
  public init(everyMatchAt threshold: Score) {
    thresholds = Thresholds(base: threshold)
    weakNames = .alert
    singleTokenThreshold = nil
    genericThreshold = nil
  }

  /// Reports every match of a score on every list, those on one word and on generic words
  /// included; the rule for weak names stays.
  public mutating func replaceThresholds(by threshold: Score) {
    thresholds = Thresholds(base: threshold)
    singleTokenThreshold = nil
    genericThreshold = nil
    lists.removeThresholds()
  }

  /// The lowest score that alerts for parties of a type on a list: that of the list for the
  /// type, of the list, of the policy for the type, of the policy, whichever is given first.
  public func threshold(list: String, type: PartyType) -> Score {
    let own = lists[list].thresholds
    return own[type] ?? own.base ?? thresholds[type] ?? thresholds.base ?? Self.defaultThreshold
  }

  /// What a match on a weak name of a list is worth.
  public func weakNames(list: String) -> WeakNameRule { lists[list].weakNames ?? weakNames }

  // Evidence: with these fewer than 0.5 % of ordinary people and 1 % of ordinary companies alert
  // against the SDN list; the article on configuration has the measured table by type.
  /// The lowest score that alerts for types that have no threshold of their own.
  public static let defaultThreshold = Score(tenThousandths: 6600)
  /// The lowest score that alerts for organisations: their names are longer and say more.
  public static let defaultOrganisationThreshold = Score(tenThousandths: 6400)
  /// The default of ``singleTokenThreshold``: equal words and their known spellings pass, words an
  /// edit away do not.
  public static let defaultSingleTokenThreshold = Score(tenThousandths: 9400)
  // Evidence: the table under "Names of one word" in the article on configuration: for words of up to
  // 8 letters a third fewer companies alert, and more is found than at a threshold that does the same.
  /// The default of ``singleTokenByteCount``.
  public static let defaultSingleTokenByteCount = 8
  /// The most that ``singleTokenByteCount`` may be: longer words are not compared.
  public static let maximumSingleTokenByteCount = 1024
  /// The default of ``genericThreshold``: nothing of weight is left over on either side.
  public static let defaultGenericThreshold = Score(tenThousandths: 9500)
}

extension ScreeningPolicy {
  /// Lowest scores that alert, by the type of the listed party.
  public struct Thresholds: Sendable, Hashable {
    /// For types that have none of their own.
    public var base: Score?
    private var byType = [Score?](repeating: nil, count: PartyType.allCases.count)

    /// The default thresholds: what is different for a type is set here.
    public static var standard: Thresholds {
      var standard = Thresholds(base: ScreeningPolicy.defaultThreshold)
      standard[.organisation] = ScreeningPolicy.defaultOrganisationThreshold
      return standard
    }

    /// Creates thresholds.
    public init(base: Score? = nil) { self.base = base }

    /// The threshold of a type, if it has one of its own.
    public subscript(type: PartyType) -> Score? {
      get { byType[Int(type.rawValue)] }
      set { byType[Int(type.rawValue)] = newValue }
    }

    /// The lowest of those given, or nil when none is.
    public var lowest: Score? { (byType + [base]).compactMap { $0 }.min() }
  }

  /// What a match on a weak name is worth.
  public enum WeakNameRule: String, Sendable, CaseIterable {
    /// It alerts like any other.
    case alert
    /// It alerts with a match on a strong name of the same entry, or with an agreeing birth date
    /// or country.
    case confirm
    /// It never alerts.
    case ignore
  }

  /// What a fact beside the name decides.
  public enum Effect: String, Sendable, CaseIterable {
    /// It is reported, and may confirm.
    case report
    /// A match whose facts contradict each other does not alert.
    case requireNoConflict = "require_no_conflict"
    /// Only a match whose facts agree alerts.
    case requireAgreement = "require_agreement"
  }

  /// How birth dates are compared and what they decide.
  public struct BirthDateRule: Sendable, Hashable {
    /// What they decide.
    public var effect = Effect.report
    /// The most years between dates that still agree.
    public var toleranceInYears = 1
    /// The most that ``toleranceInYears`` may be: beyond it agreement says nothing.
    public static let maximumToleranceInYears = 20

    /// Creates the default rule.
    public init() {}
  }

  /// What is different for one list.
  public struct ListPolicy: Sendable, Hashable {
    /// Thresholds in place of those of the policy.
    public var thresholds = Thresholds()
    /// The rule for weak names in place of that of the policy.
    public var weakNames: WeakNameRule?

    /// Creates a policy that differs in nothing.
    public init() {}
  }

  /// What is different for single lists, by their code.
  public struct ListPolicies: Sendable, Hashable {
    /// The lists with a policy of their own, in the order in which they were named.
    public private(set) var all: [Named] = []

    /// A list with its policy.
    public struct Named: Sendable, Hashable {
      /// The code of the list, such as `SDN`.
      public var list: String
      /// What is different for it.
      public var policy: ListPolicy
    }

    /// Creates none.
    public init() {}

    /// The policy of a list; one that differs in nothing when it has none of its own.
    public subscript(list: String) -> ListPolicy {
      get { all.first { $0.list == list }?.policy ?? ListPolicy() }
      set {
        if let i = all.firstIndex(where: { $0.list == list }) {
          all[i].policy = newValue
        } else {
          all.append(Named(list: list, policy: newValue))
        }
      }
    }

    fileprivate mutating func removeThresholds() {
      for i in all.indices { all[i].policy.thresholds = Thresholds() }
    }
  }
}
