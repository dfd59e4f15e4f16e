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
  @Test("The scale is learnt from the training part alone", arguments: ["standard", "minmax"])
  func scale(rule: String) async throws {
    func results(_ outlier: String) async throws -> String {
      let rows = (0..<8).map { "\($0 == 7 ? outlier : "\($0)"),\($0 < 4 ? "a" : "b")\n" }.joined()
      let lesson = """
        ```{data points}
        source: p.csv
        label: kind
        scale: \(rule)
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
