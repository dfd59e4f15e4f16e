import Foundation
import Testing

/// The shape of a results file, to the character.
struct ResultsFileTests {
  @Test func aResultsFileHasEveryValueAndNothingElse() async throws {
    let lesson = """
      ---
      seed: 7
      params:
        corpus: data/points.csv
        rate: 0.5
        sizes: [2, 3]
      ---

      ```{data points}
      source: $corpus
      label: class
      ```

      ```{network net}
      layers: [2, 2]
      activations: [softmax]
      init: zeros
      ```

      ```{show}
      value: points
      ```

      """
    let result = try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
      .file("lesson.md", lesson).file("data/points.csv", Lessons.points)
      .leaves("out.json").run()
    let text = try result.text("out.json")
      .replacing(/"lectern": "[0-9.]+"/, with: #""lectern": "VERSION""#)
    #expect(
      text == """
        {
          "lectern": "VERSION",
          "notebook": "lesson.md",
          "seed": 7,
          "params": {
            "corpus": "points.csv",
            "rate": 0.5,
            "sizes": [2, 3]
          },
          "blocks": [
            {
              "name": "points",
              "command": "data",
              "line": 9,
              "status": "done",
              "values": {
                "rows": 4,
                "columns": 2,
                "classes": 2,
                "source": "points.csv",
                "sha256": "db696f1d70e87f45a85d328ade908f26e37b6e72e6836ed39ea962e77ede8dbb"
              }
            },
            {
              "name": "net",
              "command": "network",
              "line": 14,
              "status": "done",
              "values": {
                "parameters": 6
              }
            },
            {
              "name": null,
              "command": "show",
              "line": 20,
              "status": "done",
              "values": {}
            }
          ]
        }

        """)
  }

  @Test func aSeriesThatDoesNotExistIsAbsent() async throws {
    let run = try await results(of: Lessons.training).block("run")
    #expect(Set(run.values.keys) == ["epoch", "train_loss", "train_acc"])
    let split = "```{split parts}\ndata: points\ntest: 0\nvalidation: 0.5\n```\n"
    let tracked = Lessons.training
      .replacing("```{network", with: split + "\n```{network")
      .replacing("data: points\nlearning", with: "data: parts\ntrack: gradient_norm\nlearning")
    let whole = try await results(of: tracked).block("run")
    #expect(
      Set(whole.values.keys) == [
        "epoch", "train_loss", "train_acc", "val_loss", "val_acc", "gradient_norm",
      ])
  }

  @Test func aSweepListsItsRunsWithTheFirstListOutermost() async throws {
    let sweep =
      Lessons.data + """
        ```{sweep rates}
        network:
          layers: [2, 2]
          activations: [softmax]
        data: points
        learning_rate: [0.5, 1]
        batch_size: [2, 4, 1]
        epochs: 2
        ```

        """
    let runs = try await results(of: sweep).block("rates")["runs"].list
    let settings = try runs.map { [try $0["learning_rate"].number, try $0["batch_size"].number] }
    #expect(settings == [[0.5, 2], [0.5, 4], [0.5, 1], [1, 2], [1, 4], [1, 1]])
    for run in runs {
      #expect(try run["train_loss"].numbers.count == 2)
      #expect(try run["epoch"].numbers == [1, 2])
    }
  }

  @Test func aFailedBlockHasItsMessageAndNoValues() async throws {
    let result = try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
      .file("lesson.md", Lessons.failing + "```{evaluate score}\nrun: run\n```\n")
      .file("mail.csv", Lessons.mail)
      .exits(1).complains(containing: "100 inputs").leaves("out.json").run()
    let blocks = try result.results("out.json").blocks
    #expect(blocks.map(\.status) == ["done", "done", "done", "failed", "not run"])
    #expect(blocks[3].message == "the network takes 100 inputs, but 'words' has 5 columns")
    #expect(blocks[4].message == "not run: 'run' has no result")
    #expect(blocks[3].values.isEmpty && blocks[4].values.isEmpty)
  }

  /// Both sides of each comparison with every digit, also where the claim fails; nothing of what was not tested.
  @Test func claimsHaveTheirPlacesAndBothSides() async throws {
    let claims = """
      ```{expect}
      - points.rows = 4
      - points.rows / 3 = 1.3 ± 0.01
      - points.source = "points.csv"
      - increasing(run.epoch)
      - points.columns in [3, 2 * points.rows]
      - decreasing(run.epoch)
      ```

      ```{expect}
      when: points.rows > 4
      claims: [points.rows = 5]
      ```

      """
    let result = try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
      .file("lesson.md", Lessons.training + claims).file("points.csv", Lessons.points)
      .exits(3).complains(containing: "this does not hold").leaves("out.json").run()
    let blocks = try result.results("out.json").blocks
    func claim(_ text: String, _ line: Int, _ column: Int, _ status: String) -> [String: JSON] {
      [
        "claim": .text(text), "line": .number(Double(line)), "column": .number(Double(column)),
        "status": .text(status),
      ]
    }
    func adding(_ sides: [String: JSON], to claim: [String: JSON]) -> JSON {
      .object(claim.merging(sides) { first, _ in first })
    }
    #expect(blocks.map { $0.claims?.count } == [nil, nil, nil, 6, 1])
    #expect(
      blocks[3].claims == [
        adding(
          ["left": .number(4), "right": .number(4)], to: claim("points.rows = 4", 16, 3, "holds")),
        adding(
          ["left": .number(4.0 / 3), "right": .number(1.3), "tolerance": .number(0.01)],
          to: claim("points.rows / 3 = 1.3 ± 0.01", 17, 3, "fails")),
        adding(
          ["left": .text("points.csv"), "right": .text("points.csv")],
          to: claim("points.source = \"points.csv\"", 18, 3, "holds")),
        adding([:], to: claim("increasing(run.epoch)", 19, 3, "holds")),
        adding(
          ["left": .number(2), "lower": .number(3), "upper": .number(8)],
          to: claim("points.columns in [3, 2 * points.rows]", 20, 3, "fails")),
        adding(
          ["message": .text("1, then 2 at [1]")],
          to: claim("decreasing(run.epoch)", 21, 3, "fails")),
      ])
    #expect(blocks[4].claims == [adding([:], to: claim("points.rows = 5", 26, 10, "skipped"))])
  }

  @Test func aClaimWithoutAValueSaysWhy() async throws {
    let lesson = """
      ```{data points}
      source: builtin:xor
      ```

      ```{sweep lengths}
      network: {layers: [2, 2], activations: [softmax]}
      data: points
      epochs: [4, 2]
      ```

      ```{expect}
      - min(lengths.train_loss[3]) < 1
      ```

      """
    let result = try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
      .file("lesson.md", lesson).exits(3).complains(containing: "this does not hold")
      .leaves("out.json").run()
    let text = try result.text("out.json")
    #expect(
      text.contains(
        """
              "values": {},
              "claims": [
                {
                  "claim": "min(lengths.train_loss[3]) < 1",
                  "line": 12,
                  "column": 3,
                  "status": "fails",
                  "message": "no value: epochs=2: there are only 2 elements"
                }
              ]
            }

        """))
  }

  @Test func numbersThatAreNotFiniteAreWords() async throws {
    let diverging =
      Lessons.diverging.replacing("epochs: 4", with: "epochs: 4\ntrack: gradient_norm")
      + "```{evaluate score}\nrun: run\n```\n"
    let result = try await ProgramTest("run", "lesson.md", "--results", "out.json")
      .file("lesson.md", diverging).saysAnything().leaves("out.json").run()
    let text = try result.text("out.json")
    #expect(text.contains(/"(nan|inf|-inf)"/))
    #expect(!text.contains(/[ \[](nan|inf|-inf|NaN|Infinity)/))
    #expect(try result.results("out.json").blocks.allSatisfy { $0.status == "done" })
  }

  @Test func timingsAreApartFromResults() async throws {
    let result = try await ProgramTest("run", "--quiet", "lesson.md", "--timings", "times.json")
      .file("lesson.md", Lessons.training).file("points.csv", Lessons.points)
      .leaves("times.json").run()
    let timings = try JSONDecoder().decode(JSON.self, from: Data(result.text("times.json").utf8))
    #expect(try timings["seconds"].number > 0)
    #expect(try timings["peak_bytes"].number > 1e6)
    let blocks = try timings["blocks"].list
    #expect(try blocks.map { try $0["name"] } == [.text("points"), .text("net"), .text("run")])
    #expect(
      try blocks.map { try $0["command"] } == [.text("data"), .text("network"), .text("train")])
    #expect(try blocks.allSatisfy { try $0["seconds"].number >= 0 })
  }

  private func results(of lesson: String) async throws -> Results {
    try await ProgramTest("run", "--quiet", "lesson.md", "--results", "out.json")
      .file("lesson.md", lesson).file("points.csv", Lessons.points)
      .leaves("out.json").run().results("out.json")
  }
}
