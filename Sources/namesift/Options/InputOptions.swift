internal import ArgumentParser
internal import Records

/// How the records are written.
struct InputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The format of the records: auto, lines, csv, tsv or jsonl.", valueName: "format"),
    transform: Self.format)
  var inputFormat: InputFormat? = nil

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where the parties are: ROLE.ATTR=PATH,…",
      discussion: """
        ATTR is name, type, country, dob, id or a kind of identifier: isin, ticker, lei, bic, uscc, \
        imo, registration, tax, passport, crypto and others; record.ATTR is an identifier of the \
        instrument or a fact of the record, as in --fact. PATH \
        is a column or a dotted JSON path; parties[].name and parties[].country pair by index. \
        Without it well-known names are recognised.
        """, valueName: "spec"),
    transform: Self.fields)
  var fields: FieldSpecification? = nil

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The encoding of the records: "
        + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "name"),
    transform: Self.encoding)
  var encoding = TextEncoding.utf8

  private static func format(_ text: String) throws -> InputFormat? {
    if text == "auto" { return nil }
    guard let format = InputFormat(rawValue: text) else {
      throw ValidationError("'\(text)' is not one of auto, lines, csv, tsv, jsonl")
    }
    return format
  }

  private static func fields(_ text: String) throws -> FieldSpecification? {
    do {
      return try FieldSpecification(text)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private static func encoding(_ text: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(name: text) else {
      throw ValidationError(
        "'\(text)' is not one of "
          + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return encoding
  }
}
