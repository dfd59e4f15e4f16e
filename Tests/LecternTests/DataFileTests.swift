import Foundation
import Testing

/// The files that data come in.
@Suite struct DataFileTests {
  private static func lesson(_ file: String, _ options: String = "") -> String {
    """
    ```{data points}
    source: \(file)
    label: kind
    \(options)
    ```

    ```{network net}
    layers: [auto, auto]
    activations: [softmax]
    data: points
    ```
    """
  }

  /// The rows, and the parameters of a network with as many inputs as the data have: 2 x inputs + 2.
  private func counts(_ test: ProgramTest) async throws -> [String] {
    let result = try await test.leaves("r.json").run()
    return try result.text("r.json").split(separator: "\n")
      .filter { $0.contains("\"rows\"") || $0.contains("\"parameters\"") }
      .map { $0.filter(\.isNumber) }
  }

  private func run(_ file: String, _ options: String = "", bytes: Data) -> ProgramTest {
    ProgramTest("run", "lesson.md", "--quiet", "--results", "r.json")
      .file("lesson.md", Self.lesson(file, options)).file(file, bytes: bytes)
  }

  @Test(
    "Every kind of file is the same data",
    arguments: [
      ("p.csv", "", "x,y,kind\n1,2,a\n3,4,b\n"),
      ("p.tsv", "", "x\ty\tkind\n1\t2\ta\n3\t4\tb\n"),
      ("p.jsonl", "", #"{"x": 1, "y": 2, "kind": "a"}"# + "\n" + #"{"kind": "b", "y": 4, "x": 3}"#),
      ("p.txt", "delimiter: \";\"", "x;y;kind\n1;2;a\n3;4;b\n"),
      ("p.csv", "delimiter: pipe", "x|y|kind\n1|2|a\n3|4|b\n"),
      ("p.tsv", "quote: none", "x\ty\tkind\n1\t2\t\"a\n3\t4\tb\n"),
      ("p.csv", "missing: drop", "x,y,kind\n1,2,a\nNA,5,a\n3,4,b\n7,,b\n"),
    ])
  func kinds(_ file: String, _ options: String, _ text: String) async throws {
    #expect(try await counts(run(file, options, bytes: Data(text.utf8))) == ["2", "6"])
  }

  @Test func aPackedFileIsRead() async throws {
    // `x,kind`, `1,a` and `2,b` on three lines, packed with gzip.
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 208, 201, 206, 204, 75, 225, 50, 212, 73, 228, 50, 210,
      73, 226, 2, 0, 55, 247, 223, 254, 15, 0, 0, 0,
    ]
    #expect(try await counts(run("p.csv.gz", bytes: Data(packed))) == ["2", "4"])
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson("p.csv.gz"))
      .file("p.csv.gz", bytes: Data(packed.dropLast(3))).exits(2)
      .complains(containing: "lesson.md:2:9: error: p.csv.gz, row 1 (line 1): it is cut off").run()
  }

  @Test func otherEncodingsAreRead() async throws {
    let latin1 = Data("x,kind\n1,".utf8) + [0xE9] + Data("\n2,b\n".utf8)
    #expect(try await counts(run("p.csv", "encoding: latin-1", bytes: latin1)) == ["2", "4"])
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson("p.csv"))
      .file("p.csv", bytes: latin1).exits(2)
      .complains(containing: "a byte that is not UTF-8; save the file as UTF-8").run()
  }

  @Test func categoriesAreColumns() async throws {
    let text = "colour,kind\nred,a\nblue,b\ngreen,a\n"
    let test = run("p.csv", "categories: [colour]", bytes: Data(text.utf8))
    #expect(try await counts(test) == ["3", "8"])
  }

  @Test(
    "The check counts the inputs that are left without missing cells",
    arguments: [("drop", "6", 3), ("zero", "8", 4)])
  func missingCategories(_ missing: String, _ rows: String, _ inputs: Int) async throws {
    let options = "categories: [colour]\nmissing: \(missing)"
    let training = "\n```{train run}\nnetwork: net\ndata: points\n```\n"
    let lesson =
      Self.lesson("p.csv", options).replacing("[auto, auto]", with: "[\(inputs), 2]")
      .replacing("data: points\n", with: "") + training
    // The only black stands in a row in which another cell is missing.
    let text =
      "colour,size,kind\nred,1,p\nblue,2,q\n,3,p\nred,4,q\nblue,5,p\nblack,NA,q\nred,7,p\nblue,8,q\n"
    try await ProgramTest("check", "lesson.md").file("lesson.md", lesson).file("p.csv", text).run()
    let counts = try await counts(
      run("p.csv", options, bytes: Data(text.utf8)).file("lesson.md", lesson))
    #expect(counts == [rows, "\(2 * inputs + 2)"])
  }

  /// What stands where nothing is written, and why it may lie far from all else.
  @Test(arguments: [
    (
      "categories: [colour]", "x,y,colour,kind\n1,2,red,a\nNA,,blue,a\n3,4,,b\n7,,red,b\n",
      "4 missing cells in 3 of 4 rows are 0: 1 in 'x', 2 in 'y', 1 in 'colour'.\n"
    ),
    (
      "scale: standard", "x,kind\n99,a\n,a\n101,b\n",
      "1 missing cell in 1 of 3 rows is 0: 1 in 'x'. 'scale: standard' takes these zeros for numbers"
        + " like others.\n"
    ),
    // The zeros and ones of categories are not scaled.
    (
      "scale: standard\ncategories: [colour]", "x,colour,kind\n1,red,a\n2,,a\n3,blue,b\n",
      "1 missing cell in 1 of 3 rows is 0: 1 in 'colour'.\n"
    ),
    (
      "", "a,b,c,d,e,f,g,kind\n,,,,,,,a\n1,2,3,4,5,6,7,b\n",
      "7 missing cells in 1 of 2 rows are 0, in 7 columns.\n"
    ),
  ])
  func zerosForMissingCellsAreTold(
    _ options: String, _ text: String, _ note: String
  ) async throws {
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson("p.csv", "\(options)\nmissing: zero")).file("p.csv", text)
      .says(containing: "note: \(note)").run()
  }

  @Test(
    "What fills gaps is told",
    arguments: [
      (
        "missing: mean", "x,y,kind\n1,2,a\n?,NA,b\n3,,b\n",
        "3 missing cells in 2 of 3 rows are the mean of their column: 1 in 'x', 2 in 'y'. A 'split' takes"
          + " the mean from its training part alone.\n"
      ),
      (
        "missing: median\ncategories: [y]", "x,y,kind\n1,2,a\n3,?,b\n,2,b\n",
        "2 missing cells in 2 of 3 rows are the median of their column: 1 in 'x', 1 in 'y'. Those of"
          + " categories are 0. A 'split' takes the median from its training part alone.\n"
      ),
      (
        "missing: mean\ncategories: [y]", "x,y,kind\n1,2,a\n3,?,b\n",
        "1 missing cell in 1 of 2 rows is 0: 1 in 'y'.\n"
      ),
    ])
  func fillingsAreTold(_ options: String, _ text: String, _ note: String) async throws {
    let options = "\(options)\nmissing_values: [\"?\", NA]"
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson("p.csv", options)).file("p.csv", text)
      .says(containing: "note: \(note)").run()
  }

  @Test func whereNoZerosAreNeededNoneAreTold() async throws {
    let result = try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Self.lesson("p.csv", "missing: zero")).file("p.csv", "x,kind\n1,a\n2,b\n")
      .saysAnything().run()
    #expect(!result.stdout.contains("note:"))
  }

  private static let dropOrFill =
    "note: 'missing: drop' leaves out the rows of cells that say nothing, and 'missing: mean', 'median'"
    + " or 'zero' fills them\n"
  private static let semicolon =
    "note: its first line is a single cell that holds ';'; if that separates the cells, write"
    + " 'delimiter: \";\"'\n"

  @Test(
    "What helps is said with the mistake",
    arguments: [
      (
        "categories: [y]", "x,y,kind\n1,,a\n2,red,b\n", 2,
        "p.csv, row 2, column 'y': a category is missing\n", dropOrFill
      ),
      (
        "", "x,y,kind\n1,NA,a\n2,3,b\n", 2,
        "lesson.md:2:9: error: p.csv, row 2, column 'y': 'NA' says that the number is missing\n",
        dropOrFill
      ),
      (
        "features: [x, y]", "x,y,z,kind\n1,,,a\n2,3,4,b\n", 2,
        "lesson.md:4:15: error: p.csv, row 2, column 'y': a number is missing\n", dropOrFill
      ),
      (
        "missing_values: [\"?\"]", "x,y,kind\n1,?,a\n2,3,b\n", 2,
        "p.csv, row 2, column 'y': '?' says that the number is missing\n", dropOrFill
      ),
      (
        "", "x,y,kind\n1,?,a\n2,3,b\n", 2,
        "p.csv, row 2, column 'y': '?' is not a decimal number\n",
        "note: if '?' says that there is nothing, write 'missing_values: [\"?\"]', and with 'missing' what becomes of such cells\n"
      ),
      (
        "missing: mean\nmissing_values: [\"?\"]", "x,y,kind\n1,?,a\n2,n.a.,b\n", 2,
        "p.csv, row 3, column 'y': 'n.a.' is not a decimal number\n",
        "note: if 'n.a.' says that there is nothing, write 'missing_values: [\"?\", \"n.a.\"]'\n"
      ),
      (
        // A text before the gap is the first mistake.
        "", "x,name,kind\n1,Ann,a\n2,,b\n", 2,
        "row 2, column 'name': 'Ann' is not a decimal number\n",
        "note: if 'name' holds categories, write 'categories: [name]'; if it is no input, list the inputs in 'features'\n"
      ),
      (
        "", "x,kind\n1,\n2,a\n3,b\n", 2, "p.csv, row 2, column 'kind': the label is empty\n",
        "note: 'missing: drop' leaves out the rows of cells that say nothing\n"
      ),
      (
        "", "x,kind\n1,a\n2,b\n3,NA\n", 2,
        "lesson.md:3:8: error: p.csv, row 4, column 'kind': 'NA' says that the label is missing\n",
        "note: if 'NA' is a name like others, write 'missing_values: []'\n"
      ),
      (
        "categories: [y]\nmissing_values: [\"?\", NA]", "x,y,kind\n1,NA,a\n2,?,b\n", 2,
        "p.csv, row 2, column 'y': 'NA' says that the category is missing\n",
        "note: if 'NA' is a name like others, write 'missing_values: [\"?\"]'\n"
      ),
      (
        "", "x,hair colour,kind\n1,red,a\n2,blue,b\n", 2,
        "lesson.md:2:9: error: p.csv, row 2, column 'hair colour': 'red' is not a decimal number\n",
        "note: if 'hair colour' holds categories, write 'categories: [hair colour]'; if it is no input, list the inputs in 'features'\n"
      ),
      (
        "features: [x, \"y, z\"]\ncategories: [x]", "x,\"y, z\",kind\n1,red,a\n2,blue,b\n", 2,
        "lesson.md:4:15: error: p.csv, row 2, column 'y, z': 'red' is not a decimal number\n",
        "note: if 'y, z' holds categories, write 'categories: [x, \"y, z\"]'; if it is no input, take it out of 'features'\n"
      ),
      (
        "", "x;y;kind\n1;2;a\n", 2, "there is no column 'kind'; the columns are x;y;kind\n",
        semicolon
      ),
      (
        "", "x;y;kind\n1,5;2;a\n", 2,
        "p.csv, row 2 (line 2), column 2: expected 1 field, found 2\n",
        semicolon
      ),
      (
        "", "x\ty\tkind\n1\t2\ta\n", 2, "there is no column 'kind'",
        "note: its first line is a single cell that holds a tab; if that separates the cells, write 'delimiter: tab'\n"
      ),
    ])
  func advice(
    _ options: String, _ text: String, _ code: Int32, _ message: String, _ note: String
  ) async throws {
    try await ProgramTest("run", "--quiet", "lesson.md")
      .file("lesson.md", Self.lesson("p.csv", options)).file("p.csv", text).exits(code)
      .complains(containing: message, note).run()
  }

  @Test func aFileOfANearNameIsSuggested() async throws {
    let test = ProgramTest("check", "lesson.md").exits(2)
      .file("lessons/data/penguins.csv", "x,kind\n1,a\n2,b\n")
      .file("lessons/data/penguins.md", "Notes.\n").from("lessons")
    for (path, end) in [
      ("data/pengiuns.csv", "; did you mean 'penguins.csv'?\n"), ("data/whales.csv", "\n"),
      // Of what lies in other folders nothing is told.
      ("../lessons/data/pengiuns.csv", "\n"),
    ] {
      let name = path.split(separator: "/").last ?? ""
      try await test.file("lessons/lesson.md", Self.lesson(path))
        .complains(containing: "the data file '\(name)' does not exist\(end)").run()
    }
  }

  @Test func aLinkThatLeadsNowhereIsNoData() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Self.lesson("points.csv").utf8), to: "lesson.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "points.csv").path, withDestinationPath: "nothing.csv")
    let ending = try await Program.run(["check", "lesson.md"], in: folder.url, timeLimit: 30)
    #expect(ending.code == 2)
    #expect(
      ending.stderr.contains("the data file 'points.csv' is a link that leads nowhere\n"),
      "\(ending.stderr)")
  }

  private static let labelled = "```{data points}\nsource: p.csv\nlabel: kind\n```\n"

  @Test(
    "Numbers that are no classes are doubted",
    arguments: [
      (60, 1, 1.0), (60, 3, 0.5),
    ])
  func doubtfulLabels(_ classes: Int, _ rows: Int, _ step: Double) async throws {
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.labelled)
      .file("p.csv", Self.numbered(classes, rows, step))
      .complains(
        containing: "lesson.md:3:8: warning: column 'kind' has \(classes) different numbers",
        "write 'target: kind' in place of 'label'"
      ).run()
  }

  @Test("Numbers that name things are not doubted", arguments: [(60, 2, 1.0), (50, 1, 0.5)])
  func numberedLabels(_ classes: Int, _ rows: Int, _ step: Double) async throws {
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.labelled)
      .file("p.csv", Self.numbered(classes, rows, step)).run()
  }

  /// A file with so many different labels, each in so many rows: 0, `step`, twice that, and so on.
  private static func numbered(_ classes: Int, _ rows: Int, _ step: Double) -> String {
    "x,kind\n"
      + (0..<classes * rows).map { "\($0),\(step * Double($0 % classes))\n" }.joined()
  }

  @Test func manyClassesAreNotAllTold() async throws {
    let text = "x,kind\n" + (0..<100).map { "\($0),\($0 % 25)\n" }.joined()
    try await ProgramTest("run", "lesson.md").file("lesson.md", Self.labelled).file("p.csv", text)
      .says(containing: "p.csv: 100 rows; 0: 4, 1: 4", ", 19: 4, … and 5 more\n").run()
  }

  @Test(
    "What a file cannot be is said at its words",
    arguments: [
      ("delimiter: ab", "lesson.md:4:12: error: 'delimiter' is one character"),
      ("encoding: utf-9", "did you mean 'utf-8'"),
      ("categories: [colour]", "there is no column 'colour'"),
      ("categories: [x]\nfeatures: [y]", "'x' is said to hold categories, and is no feature"),
      ("text: x\nscale: standard", "either 'text' or 'scale'"),
      ("sha256: 12", "'sha256' is 64 hexadecimal digits"),
    ])
  func mistakes(_ options: String, _ message: String) async throws {
    try await ProgramTest("check", "lesson.md").file("lesson.md", Self.lesson("p.csv", options))
      .file("p.csv", "x,y,kind\n1,2,a\n3,4,b\n").exits(2).complains(containing: message).run()
  }

  /// A row of the test part must not change what is learnt, however far off it is.
  @Test(
    "The scale, and what fills gaps, are learnt from the training part alone",
    arguments: [
      ("scale: standard", "3"), ("scale: minmax", "3"), ("missing: mean", ""),
      ("missing: median\nscale: standard", "NA"),
    ])
  func training(options: String, third: String) async throws {
    func results(_ outlier: String) async throws -> String {
      let rows = (0..<8).map { row in
        "\(row == 7 ? outlier : row == 3 ? third : "\(row)"),\(row < 4 ? "a" : "b")\n"
      }.joined()
      let lesson = """
        ```{data points}
        source: p.csv
        label: kind
        \(options)
        ```

        ```{split parts}
        data: points
        test: 0.25
        seed: 1
        ```

        ```{network net}
        layers: [1, 2]
        activations: [softmax]
        ```

        ```{train run}
        network: net
        data: parts
        epochs: 3
        ```

        ```{predict}
        run: run
        features: [3.5]
        ```
        """
      let result = try await ProgramTest("run", "lesson.md", "--quiet", "--results", "r.json")
        .file("lesson.md", lesson).file("p.csv", "x,kind\n" + rows).leaves("r.json").run()
      return try result.text("r.json")
    }
    let near = try await results("7")
    let far = try await results("1000000")
    #expect(near.contains("\"test_rows\": [7, 2]"))
    let training = { (text: String) in
      text.split(separator: "\n").filter {
        $0.contains("train_loss") || $0.contains("probabilities")
      }
    }
    #expect(!training(near).isEmpty && training(near) == training(far))
  }
}
