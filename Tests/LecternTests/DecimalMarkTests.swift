import Foundation
import Testing

/// Tables of countries that write a comma before decimals.
@Suite struct DecimalMarkTests {
  private static func lesson(_ options: String) -> String {
    """
    ```{data flats}
    source: flats.csv
    target: rent
    categories: [town]
    missing: mean
    missing_values: [k.A.]
    scale: standard
    scale_target: standard
    \(options)
    ```

    ```{describe facts}
    data: flats
    ```

    ```{split parts}
    data: flats
    test: 0.25
    seed: 1
    ```

    ```{network net}
    layers: [auto, 1]
    activations: [linear]
    data: flats
    ```

    ```{train run}
    network: net
    data: parts
    epochs: 3
    ```

    ```{predict guess}
    run: run
    features: {size: 50.5, town: Ulm}
    ```

    """
  }

  private static let flats =
    "size;town;rent\n40,5;Ulm;600,25\nk.A.;Köln;900\n,5e2;Ulm;700,5\n70;Köln;1000,75\n"
    + (1...8).map { "\($0)0,25;Ulm;\(3 * $0),125\n" }.joined()

  /// The results without the digest of the file, which is another one.
  private func results(_ options: String, _ table: String) async throws -> String {
    let result = try await ProgramTest("run", "lesson.md", "--quiet", "--results", "r.json")
      .file("lesson.md", Self.lesson(options)).file("flats.csv", table).leaves("r.json").run()
    return try result.text("r.json").replacing(/"sha256": ".*"/, with: "")
  }

  @Test(arguments: ["\",\"", "comma"])
  func makeTheSameNumbersAsPoints(_ mark: String) async throws {
    let commas = try await results("delimiter: \";\"\ndecimal: \(mark)", Self.flats)
    let points = try await results(
      "delimiter: \";\"\ndecimal: point", Self.flats.replacing(",", with: "."))
    #expect(commas == points)
    #expect(commas.contains("\"value\""))
  }

  /// Cells in quotes may hold the comma that stands between cells.
  @Test func mayBeInQuotesBetweenCommas() async throws {
    try await ProgramTest("run", "lesson.md", "--quiet")
      .file(
        "lesson.md",
        "```{data d}\nsource: p.csv\ntarget: y\ndecimal: comma\n```\n"
          + "```{describe facts}\ndata: d\n```\n```{expect}\n- facts.rows = 2\n```\n"
      ).file("p.csv", "x,y\n\"1,5\",\"2,5\"\n3,\"4,5\"\n").run()
  }

  private static let decimals =
    "note: if the comma stands before the decimals, write 'decimal: \",\"'"
  private static func thousands(_ marks: String) -> String {
    "note: nothing may stand between the thousands of a number: take the \(marks) out of the file\n"
  }
  private static func unit(_ unit: String) -> String {
    "note: a number stands alone in its cell: take '\(unit)' out of the file\n"
  }

  @Test(
    "What a number may not have is told",
    arguments: [
      ("3,14", "", [decimals + "\n"]), ("-1,5E+03", "", [decimals + "\n"]),
      ("1,234", "", [decimals + "; if it stands between thousands, take it out of the file\n"]),
      ("1.234,56", "", [decimals + "\n", thousands("points")]),
      ("1,234.56", "", [thousands("commas")]), ("1,234,567", "", [thousands("commas")]),
      ("1.234.567", "", [thousands("points")]), ("1 234", "", [thousands("blanks")]),
      ("1\u{202F}234,5", "", [decimals + "\n", thousands("blanks")]),
      ("1'234.50", "", [thousands("apostrophes")]),
      ("12,50 €", "", [decimals + "\n", unit("€")]), ("$1200", "", [unit("$")]),
      ("45%", "", [unit("%")]), ("3.5 kg", "", [unit("kg")]), ("EUR 12", "", [unit("EUR")]),
      ("1.234,56", "decimal: \",\"", [thousands("points")]),
      (
        "3.14", "decimal: \",\"",
        ["note: if the point stands before the decimals, write 'decimal: \".\"'\n"]
      ),
      ("12,50 €", "decimal: \",\"", [unit("€")]),
      // Names with numbers in them are no numbers.
      ("Room 12", "", ["note: if 'y' holds categories"]),
      ("5b", "", ["note: if 'y' holds categories"]),
      ("1.2", "decimal: \",\"\nmissing_values: [\"1.2\"]", ["note: 'missing: drop' leaves out"]),
      (
        "31.12.2024", "",
        ["note: a date or a time is no number: ", "; if it is no input, list the inputs"]
      ),
      ("2024-12-31 23:59", "", ["note: a date or a time is no number: "]),
      ("12:30", "", ["note: a date or a time is no number: "]),
      ("#DIV/0!", "", ["note: if '#DIV/0!' says that there is nothing, write"]),
      ("#NV", "", ["note: if '#NV' says that there is nothing, write"]),
      ("k.A.", "", ["note: if 'k.A.' says that there is nothing, write"]),
    ])
  func advice(_ cell: String, _ options: String, _ notes: [String]) async throws {
    let lesson =
      "```{data d}\nsource: p.csv\nlabel: kind\ndelimiter: \";\"\n\(options)\n```\n"
      + "```{describe facts}\ndata: d\n```\n"
    let result = try await ProgramTest("check", "lesson.md").file("lesson.md", lesson)
      .file("p.csv", "x;y;kind\n1;\(cell);a\n2;3;b\n").exits(2)
      .complains(containing: "lesson.md:2:9: error: p.csv, row 2, column 'y': ").run()
    for note in notes { #expect(result.stderr.contains(note), "\(result.stderr)") }
    #expect(
      result.stderr.components(separatedBy: "note: ").count == notes.count(where: {
        $0.hasPrefix("note")
      }) + 1)
  }

  @Test(
    "The mistake is where the column is named",
    arguments: [
      ("features: [a, b]\ntarget: c", "3:15: error: p.csv, row 2, column 'b': '2,5'"),
      ("features: [a]\ntarget: [c, b]", "4:13: error: p.csv, row 2, column 'b': '2,5'"),
      ("target: b", "3:9: error: p.csv, row 2, column 'b': '2,5'"),
    ])
  func places(_ options: String, _ message: String) async throws {
    let lesson =
      "```{data d}\nsource: p.csv\n\(options)\ndelimiter: \";\"\n```\n"
      + "```{describe facts}\ndata: d\n```\n"
    try await ProgramTest("check", "lesson.md").file("lesson.md", lesson)
      .file("p.csv", "a;b;c\n1;2,5;3\n4;5,5;6\n").exits(2)
      .complains(containing: "lesson.md:\(message)", Self.decimals).run()
  }

  @Test(
    "What a mark cannot be is said at its words",
    arguments: [
      (
        "p.csv", "decimal: \";\"", "4:10: error: 'decimal' is \".\", \",\", point or comma, not ';'"
      ),
      ("p.jsonl", "decimal: comma", "4:1: error: 'decimal' does not apply to JSON lines"),
      ("p.jsonl", "delimiter: \";\"", "4:1: error: 'delimiter' does not apply to JSON lines"),
      ("p.ndjson.gz", "header: false", "4:1: error: 'header' does not apply to JSON lines"),
    ])
  func mistakes(_ file: String, _ options: String, _ message: String) async throws {
    let lesson = "```{data d}\nsource: \(file)\nlabel: kind\n\(options)\n```\n"
    try await ProgramTest("check", "lesson.md").file("lesson.md", lesson)
      .file("p.csv", "x,kind\n1,a\n2,b\n").exits(2).complains(containing: "lesson.md:\(message)")
      .run()
  }

  /// A list of sources may hold files of both kinds, and JSON always has points.
  @Test func applyToThoseOfSeveralSourcesThatCanHaveThem() async throws {
    for (file, text) in [
      ("p.csv", "x;kind\n1,5;a\n2,5;b\n"),
      ("p.jsonl", "{\"x\": 1.5, \"kind\": \"a\"}\n{\"x\": 2.5, \"kind\": \"b\"}\n"),
    ] {
      let lesson =
        "```{data d}\nsource: [p.csv, p.jsonl]\nlabel: kind\ndelimiter: \";\"\ndecimal: comma\n```\n"
        + "```{network net}\nlayers: [auto, 2]\nactivations: [softmax]\ndata: d\n```\n"
        + "```{train run}\nnetwork: net\ndata: d\nepochs: 1\n```\n"
      try await ProgramTest("run", "lesson.md").file("lesson.md", lesson).file(file, text)
        .saysAnything().run()
    }
  }

  @Test func numbersWithCommasAreDoubtedAsLabels() async throws {
    let rows = (0..<60).map { "\($0);\($0),5\n" }.joined()
    try await ProgramTest("check", "lesson.md")
      .file(
        "lesson.md",
        "```{data d}\nsource: p.csv\nlabel: y\ndelimiter: \";\"\n```\n```{describe f}\ndata: d\n```\n"
      ).file("p.csv", "x;y\n" + rows)
      .complains(containing: "lesson.md:3:8: warning: column 'y' has 60 different numbers").run()
  }
}
