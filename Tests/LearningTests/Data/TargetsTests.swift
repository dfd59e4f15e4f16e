import Learning
import Testing

@Suite("Targets of a data set")
struct TargetsTests {
  private let source = DataSource(name: "test.csv")

  private func table(_ text: String) throws -> TextTable {
    try TextTable(parsing: Array(text.utf8))
  }

  @Test func areTheNumbersOfTheirColumns() throws {
    let dataset = try Dataset(
      table: table("x,price,size\n1,2.5,7\n3,-4,8\n"), answer: .targets(["price", "size"]),
      source: source)
    #expect(dataset.labels == nil)
    #expect(dataset.targets?.names == ["price", "size"])
    #expect(dataset.targets?.values.elements == [2.5, 7, -4, 8])
    #expect(
      dataset.inputs == .numbers(Matrix(rows: 2, columns: 1, elements: [1, 3]), names: ["x"]))
    #expect(
      dataset.answers.truth(of: [1]) == .values(Matrix(rows: 1, columns: 2, elements: [-4, 8])))
  }

  @Test func areThereForTextsToo() throws {
    let texts = try Dataset(
      table: table("t,stars\ngood,5\nbad,1\n,3\n"), text: "t", answer: .targets(["stars"]),
      missing: .drop, source: source)
    #expect(texts.targets?.values.elements == [5, 1])
  }

  @Test(
    "are numbers, there, and no inputs",
    arguments: [
      ("x,y\n1,\n", ["y"], MissingCells.error, "row 2, column 'y': a number is missing"),
      ("x,y\n1,NA\n", ["y"], .zero, "row 2, column 'y': 'NA' says that the number is missing"),
      ("x,y\n1,b\n", ["y"], .error, "row 2, column 'y': 'b' is not a decimal number"),
      ("x,y\n1,2\n", ["y", "y"], .error, "column 'y' is listed twice"),
      ("x,y\n1,2\n", ["z"], .error, "there is no column 'z'; the columns are 'x', 'y'"),
      (
        "x,y\n1,2\n", ["x", "y"], .error,
        "there are no features; every row needs at least one number"
      ),
    ])
  func mistakes(
    _ text: String, _ targets: [String], _ missing: MissingCells, _ message: String
  ) throws {
    let table = try table(text)
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .targets(targets), missing: missing, source: source)
    }
    #expect(error?.description == message)
  }

  @Test func cannotBeAmongTheInputs() throws {
    let table = try table("x,y\n1,2\n")
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, features: ["x", "y"], answer: .targets(["y"]), source: source)
    }
    #expect(error?.description == "column 'y' is a target, so it cannot be an input too")
  }

  @Test func inPlaceAreAsManyAsTheRows() throws {
    let dataset = try Dataset(features: [[1], [2]], targets: [[3], [4]])
    #expect(dataset.targets?.names == ["y"])
    #expect(try Dataset(features: [[1]], targets: [[3, 4]]).targets?.names == ["y1", "y2"])
    let error = #expect(throws: DatasetError.self) {
      try Dataset(features: [[1], [2]], targets: [[3]])
    }
    #expect(error?.description == "there are 2 rows of features and 1 targets")
    let ragged = #expect(throws: DatasetError.self) {
      try Dataset(features: [[1], [2]], targets: [[3], [4, 5]])
    }
    #expect(ragged?.description == "row 2: expected 1 target as in row 1, found 2")
  }

  @Test func areDescribedAsColumns() throws {
    let dataset = try Dataset(features: [[1], [1], [2]], targets: [[3], [5], [5]])
    let description = try DatasetDescription(of: dataset, stopWords: .english)
    #expect(description.classes.isEmpty && description.parts.map(\.rowCount) == [3])
    #expect(description.targets.map(\.mean) == [13.0 / 3])
    #expect(description.duplicates == 1 && description.contradictions == 1)
  }
}
