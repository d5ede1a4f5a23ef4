/// What the remark on a name says about its quality, in either form of the European list.
enum EUNameRemark {
  /// Whether the remark, in lower case, calls the name weak; the list misspells it at times.
  static func isWeak(_ remark: String) -> Bool {
    ["low quality", "lo quality", "weak"].contains { remark.contains($0) }
  }

  /// Whether the remark, in lower case, calls the name good.
  static func isStrong(_ remark: String) -> Bool {
    ["good quality", "god quality", "high quality"].contains { remark.contains($0) }
  }
}

/// The types of identifications on the list of the European Union.
enum EUIdentification {
  /// What the code of a type means.
  static func meaning(of code: String) -> FeatureMeaning {
    switch code.lowercased() {
    case "passport", "diplopassport", "servpassport", "travel_doc": .identifier(.passport)
    case "id", "ssn": .identifier(.nationalID)
    case "taxid", "fiscalcode": .identifier(.tax)
    case "regnumber", "tradelic": .identifier(.registration)
    case "bic", "swiftbic": .identifier(.bic)
    case "imo": .identifier(.imo)
    default: .identifier(.other)
    }
  }
}
