/// The codes of ``WatchlistEntry/list``, as `Data/README.md` explains them.
enum ListCode {
  static let sdn = "SDN"
  static let eu = "EU"
  static let un = "UN"
  static let switzerland = "CH-SECO"
  static let canada = "CA-SEMA"

  /// The lists that OFAC publishes, on which entries have its numbers.
  static let ofac: Set<String> = [
    "SDN", "NS-CMIC", "NS-PLC", "SSI", "NS-MBS", "CAPTA", "FSE", "OFAC-NS",
  ]

  /// The list of an entry in OFAC's consolidated file, told from its programs.
  ///
  /// - Parameter remarks: What tells the directives of an entry under EO 14024 apart.
  static func consolidated(programs: [String], remarks: String?) -> String {
    for program in programs {
      switch program {
      case "CMIC-EO13959": return "NS-CMIC"
      case "NS-PLC": return "NS-PLC"
      case "UKRAINE-EO13662": return "SSI"
      case "561-Related": return "CAPTA"
      default: if program.hasPrefix("FSE-") { return "FSE" }
      }
    }
    for program in programs {
      switch program {
      case "RUSSIA-EO14024":
        let isOnlyCorrespondentAccounts =
          remarks?.contains("Subject to Directive 2") ?? false
        return isOnlyCorrespondentAccounts ? "CAPTA" : "NS-MBS"
      case "CAATSA - RUSSIA", "BURMA-EO14014", "ILLICIT-DRUGS-EO14059", "HK-EO13936",
        "VENEZUELA-EO13850":
        return "NS-MBS"
      default: continue
      }
    }
    return "OFAC-NS"
  }

  /// Whether entries with these programs stand in the consolidated file rather than on the SDN
  /// list, as nearly all of that file do and few of the SDN list.
  private static func isConsolidated(_ programs: [String]) -> Bool {
    programs.contains {
      ["CMIC-EO13959", "NS-PLC", "UKRAINE-EO13662", "561-Related"].contains($0)
        || $0.hasPrefix("FSE-")
    }
  }

  /// Gives the entries of an OFAC file their list codes.
  ///
  /// The SDN list and the consolidated list have one format; their programs tell them apart.
  ///
  /// - Returns: The name of the file's list as a whole.
  static func assignOFACLists(to entries: inout [WatchlistEntry]) -> String {
    let consolidatedCount = entries.count { isConsolidated($0.programs) }
    guard consolidatedCount * 2 > entries.count else {
      for i in entries.indices { entries[i].list = sdn }
      return "OFAC-SDN"
    }
    for i in entries.indices {
      entries[i].list = consolidated(programs: entries[i].programs, remarks: entries[i].remarks)
    }
    return "OFAC-CONSOLIDATED"
  }

  /// The list that a name in OFAC's advanced and enhanced XML means, or nil for one not known.
  static func ofac(listName: String) -> String? {
    listName == ofacSDNName ? sdn : ofacNames.first { $0.name == listName }?.code
  }

  /// What the advanced and enhanced XML call the SDN list.
  static let ofacSDNName = "SDN List"
  /// What they call the file of all other lists together.
  static let ofacConsolidatedName = "Consolidated List"

  /// The other lists; for a party on several of them the first counts, as in the flat files.
  static let ofacNames: [(name: String, code: String)] = [
    ("Non-SDN CMIC List", "NS-CMIC"),
    ("Non-SDN Palestinian Legislative Council List", "NS-PLC"),
    ("Sectoral Sanctions Identifications List", "SSI"),
    ("CAPTA List", "CAPTA"),
    ("FSE List", "FSE"),
    ("Non-SDN Menu-Based Sanctions List", "NS-MBS"),
  ]

  /// The list that the `source` column of the CSL means, or nil for one not known.
  static func csl(source: String) -> String? {
    cslSources.first { source.contains($0.mark) }?.code
  }

  private static let cslSources: [(mark: String, code: String)] = [
    ("(SDN)", "SDN"),
    ("(EL)", "BIS-EL"),
    ("(DPL)", "BIS-DPL"),
    ("(UVL)", "BIS-UVL"),
    ("(MEU)", "BIS-MEU"),
    ("(ISN)", "STATE-ISN"),
    ("(DTC)", "STATE-DTC"),
    ("(SSI)", "SSI"),
    ("(CMIC)", "NS-CMIC"),
    ("(PLC)", "NS-PLC"),
    ("(NS-MBS List)", "NS-MBS"),
    ("(CAP)", "CAPTA"),
    ("(FSE)", "FSE"),
    // The compact spellings of the same sources, which some feeds use.
    ("Military End User", "BIS-MEU"),
    ("Capta List", "CAPTA"),
    ("Menu-Based Sanctions", "NS-MBS"),
  ]
}
