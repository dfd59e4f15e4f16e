import Foundation
import Testing

/// Tables as spreadsheets write them.
@Suite struct SpreadsheetFileTests {
  private static func lesson(_ options: String) -> String {
    "```{data d}\nsource: p.csv\ndelimiter: \";\"\n\(options)\n```\n```{describe facts}\ndata: d\n```\n"
  }

  /// "größe" and "preis in €" as Windows writes them.
  private static let german =
    Data("gr".utf8) + [0xF6, 0xDF] + Data("e;preis in ".utf8) + [0x80]
    + Data(";art\r\n\"1,70\";2,50;a\r\n1,85;3,10;b\r\n".utf8)

  @Test func ofGermanWindowsAreRead() async throws {
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson("label: art"))
      .file("p.csv", bytes: Self.german).exits(2)
      .complains(
        containing:
          "lesson.md:2:9: error: p.csv, row 1 (line 1), column 1: a byte that is not UTF-8;",
        "or say 'encoding: windows-1252'\n"
      ).run()
    let options =
      "encoding: windows-1252\ndecimal: comma\nlabel: art\nfeatures: [größe, preis in €]"
    try await ProgramTest("run", "lesson.md").file("lesson.md", Self.lesson(options))
      .file("p.csv", bytes: Self.german)
      .says(
        containing: "\ngröße         0.0\u{A0}%    1.7  1.775      1.85",
        "\npreis in €    0.0\u{A0}%    2.5    2.8       3.1"
      )
      .run()
  }

  @Test(arguments: [
    ("cp1252", "windows-1252"), ("ANSI", "windows-1252"), ("iso-8859-1", "latin-1"),
  ])
  func encodingsOfOtherNamesAreSuggested(_ name: String, _ meant: String) async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.lesson("label: art\nencoding: \(name)"))
      .file("p.csv", bytes: Self.german).exits(2)
      .complains(containing: "lesson.md:5:11: error: 'encoding' is ", "did you mean '\(meant)'?\n")
      .run()
  }

  @Test func mayHaveALineWithTheirDelimiter() async throws {
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson("label: art"))
      .file("p.csv", "\u{FEFF}sep=;\r\nx;art\r\n1;a\r\n2;b\r\n").run()
    // Without the option, it is asked for.
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", "```{data d}\nsource: p.csv\nlabel: art\n```\n")
      .file("p.csv", "sep=;\nx;art\n1;a\n2;b\n").exits(2)
      .complains(containing: "there is no column 'art'", "write 'delimiter: \";\"'\n").run()
  }

  @Test func aColumnOfNothingIsNamed() async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.lesson("label: art\nmissing: drop"))
      .file("p.csv", "x;art;\n1;a;\n2;b;\n;;\n").exits(2)
      .complains(
        containing:
          "every row has a missing cell, so none is left; all cells of column 'Unnamed: 2' are missing\n"
      ).run()
  }

  @Test(
    "Numbers with zeros in front are doubted",
    arguments: [
      ("01067", "", true), ("007", "missing: drop", true), ("01067", "categories: [plz]", false),
      ("07", "", false), ("0", "", false), ("0.125", "", false), ("1000", "", false),
    ])
  func codes(_ cell: String, _ options: String, _ isDoubted: Bool) async throws {
    let result = try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson("label: art\n\(options)"))
      .file("p.csv", "plz;art\n10115;a\n\(cell);b\n20095;a\n").saysAnything().complainsAnything()
      .run()
    let doubt =
      "The numbers of 'plz' have zeros in front, as those of postcodes do. If they are names, write"
      + " 'categories: [plz]', or leave the column out of 'features'.\n"
    #expect(result.stdout.contains(doubt) == isDoubted)
  }
}
