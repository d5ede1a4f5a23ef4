import FoundationEssentials

/// The part of an output line that the tests look at.
struct AlertLine: Decodable {
  struct Record: Decodable {
    var id: String?
    var source: String
    var number: Int
    var offset: Int
  }

  struct Match: Decodable {
    var field: String
    var text: String
    var list: String
    var uid: String
    var name: String
    var matched_name: String
    var score: Double
  }

  var schema: Int
  var record: Record
  var verdict: String
  var matches: [Match]
  var omitted: Int

  static func lines(_ output: String) throws -> [AlertLine] {
    try output.split(separator: "\n").map { try decoded(AlertLine.self, from: String($0)) }
  }
}

/// The part of an output line that tells what follows.
struct OutcomeLine: Decodable {
  struct Code: Decodable {
    var code: String
  }

  struct Judgement: Decodable {
    var measure: String?
    var outcome: String
    var from: String?
    var until: String?
    var reasons: [Code]
    var duties: [String]
    var missing: [String]?
    var if_confirmed: String?
    var path: [String]?
  }

  struct Match: Decodable {
    var list: String
    var uid: String
    var identity: String
    var outcome: String
    var measures: [Judgement]
  }

  struct Unscreenable: Decodable {
    var field: String?
    var reason: String
  }

  var record: AlertLine.Record
  var verdict: String
  var matches: [Match]
  var unscreenable: [Unscreenable]
  var outcome: String?
  var notes: [String]
}

/// An element of `lists --json`.
struct ListDocument: Decodable {
  struct Warning: Decodable {
    var file: String
    var line: Int
    var message: String
    var count: Int
  }

  var list: String
  var published: String?
  var sha256: String
  var entries: Int
  var names: Int
  var weak_names: Int
  var identifiers: Int
  var by_program: [String: Int]
  var warnings: [Warning]
}

/// Reads JSON.
func decoded<Document: Decodable>(_ type: Document.Type, from text: String) throws -> Document {
  try JSONDecoder().decode(type, from: Data(text.utf8))
}
