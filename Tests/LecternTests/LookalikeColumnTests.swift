import Foundation
import Testing

/// Names of columns that readers take for one another.
@Suite struct LookalikeColumnTests {
  private static func lesson(_ options: String) -> String {
    "```{data d}\nsource: p.csv\n\(options)\n```\n```{describe facts}\ndata: d\n```\n"
  }

  @Test(
    "What is meant is told with what one does not see",
    arguments: [
      // A Cyrillic p.
      (
        "\u{440}rice", "price",
        "note: the lesson says 'price', and the data '\u{440}rice' (U+0440)\n"
      ),
      ("\u{422}\u{415}\u{41C}\u{420}", "temp", "note: the lesson says 'temp', and the data"),
      ("a\u{A0}b", "a b", "note: the lesson says 'a b', and the data 'a\u{A0}b' (U+00A0)\n"),
      ("µg", "\u{3BC}g", "note: the lesson says '\u{3BC}g' (U+03BC), and the data 'µg' (U+00B5)\n"),
      ("a–b", "a-b", "note: the lesson says 'a-b', and the data 'a–b' (U+2013)\n"),
      (
        "price ", "price",
        "note: the lesson says 'price', and the data 'price '; a name with a blank at its end stands in quotes\n"
      ),
      ("a b", "a  b", "note: the lesson says 'a  b', and the data 'a b'\n"),
    ])
  func unknown(_ column: String, _ name: String, _ note: String) async throws {
    let result = try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Self.lesson("target: \"\(name)\"")).file(
        "p.csv", "x,\(column)\n1,2\n3,4\n"
      )
      .exits(2).complains(containing: "lesson.md:3:9: error: there is no column '\(name)'", note)
      .run()
    #expect(result.stderr.contains("; did you mean '\(column)'?\n"))
  }

  /// Both spellings of an accented letter are one name, as readers see it.
  @Test func accentsMayBeComposedOrNot() async throws {
    for (column, name) in [
      ("gr\u{F6}\u{DF}e", "gro\u{308}\u{DF}e"), ("gro\u{308}\u{DF}e", "gr\u{F6}\u{DF}e"),
    ] {
      try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson("target: \(name)"))
        .file("p.csv", "x,\(column)\n1,2\n3,4\n").run()
    }
  }

  @Test(
    "What one sees needs no words",
    arguments: [
      ("Price", "price", "; did you mean 'Price'?"), ("prize", "price", "; did you mean 'prize'?"),
      ("cost", "price", "; the columns are x, cost"),
    ])
  func plain(_ column: String, _ name: String, _ end: String) async throws {
    try await ProgramTest("check", "--format", "json", "lesson.md")
      .file("lesson.md", Self.lesson("target: \(name)")).file("p.csv", "x,\(column)\n1,2\n3,4\n")
      .exits(2)
      .says(containing: "there is no column '\(name)'\(end)", "\"notes\": []").run()
  }

  @Test func ofRowsToPredictAreToldToo() async throws {
    let lesson = """
      ```{data d}
      source: p.csv
      label: kind
      ```

      ```{network net}
      layers: [auto, auto]
      activations: [softmax]
      data: d
      ```

      ```{train run}
      network: net
      data: d
      epochs: 1
      ```

      ```{predict guess}
      run: run
      features: {size: 1}
      ```
      """
    try await ProgramTest("check", "lesson.md").file("lesson.md", lesson)
      .file("p.csv", "siz\u{435},kind\n1,a\n2,b\n").exits(2)
      .complains(
        containing:
          "lesson.md:20:12: error: 'run' takes no column 'size'; did you mean 'siz\u{435}'?\n",
        "note: the lesson says 'size', and the data 'siz\u{435}' (U+0435)\n"
      ).run()
  }

  private static let doubt =
    "differ only in how they are named, so one is easily taken for another.\n"

  @Test(
    "Two that look alike are doubted where they are described",
    arguments: [
      ("x,\u{445},kind\n1,2,a\n3,4,b\n", "label: kind", "The columns 'x' and '\u{445}' (U+0445) "),
      (
        "x y,x\u{A0}y,kind\n1,2,a\n3,4,b\n", "label: kind",
        "The columns 'x y' and 'x\u{A0}y' (U+00A0) "
      ),
      ("x,X ,kind\n1,2,a\n3,4,b\n", "label: kind", "The columns 'x' and 'X ' "),
      ("x,X,z\n1,2,1\n3,4,2\n", "target: X", "The columns 'x' and 'X' "),
      (
        "c,z,kind\nRed,1,a\nred,2,b\n", "label: kind\ncategories: [c]",
        "The columns 'c=Red' and 'c=red' "
      ),
    ])
  func doubted(_ table: String, _ options: String, _ names: String) async throws {
    let result = try await ProgramTest("run", "lesson.md").file("lesson.md", Self.lesson(options))
      .file("p.csv", table).saysAnything().complainsAnything().run()
    #expect((result.stdout + result.stderr).contains(names + Self.doubt))
  }

  @Test func thoseThatDifferAreNot() async throws {
    let result = try await ProgramTest("run", "lesson.md").file(
      "lesson.md", Self.lesson("label: kind")
    )
    .file("p.csv", "x1,x2,xy,x y,kind\n1,2,3,4,a\n3,4,1,2,b\n").saysAnything().complainsAnything()
    .run()
    #expect(!(result.stdout + result.stderr).contains("differ only"))
  }
}
