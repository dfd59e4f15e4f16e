import Foundation
import Learning
import Testing

@Suite("Gaps among numbers")
struct ImputationTests {
  private let source = DataSource(name: "test.csv")

  private func dataset(
    _ text: String, categories: [String] = [], _ missing: MissingCells
  ) throws -> Dataset {
    try Dataset(
      table: TextTable(parsing: Array(text.utf8)), categories: categories, answer: .label("c"),
      missing: missing, source: source)
  }

  private func numbers(of dataset: Dataset) -> [Double]? {
    dataset.matrix(of: Array(0..<dataset.rowCount))?.elements
  }

  private func split(_ dataset: Dataset, train: [Int]) throws -> Split {
    try Split(
      of: dataset, trainRows: train, validationRows: [],
      testRows: (0..<dataset.rowCount).filter { !train.contains($0) })
  }

  struct Case: Decodable {
    let strategy: String
    let rows: [[Double?]]
    let train: [Int]
    let filled, filledFromAll, scaled: [[Double]]
  }

  @Test func areFilledAsScikitLearnFillsThem() throws {
    for frozen in try FrozenCases<Case>.load("imputation") {
      let header = frozen.rows[0].indices.map { "x\($0)," }.joined() + "c\n"
      let lines = frozen.rows.map { row in
        row.map { ($0.map { "\($0)" } ?? "") + "," }.joined() + "a\n"
      }
      let rule = try #require(MissingCells(rawValue: frozen.strategy))
      let whole = try dataset(header + lines.joined(), rule).scaled(by: .standard)
      let part = try split(whole, train: frozen.train)
      let scaling = try #require(try Scaling(of: part.dataset, rows: part.trainRows))
      let filled = try #require(part.dataset.matrix(of: Array(0..<whole.rowCount)))
      expectClose(filled.elements, frozen.filled.flatMap(\.self))
      expectClose(try scaling.applied(to: filled).elements, frozen.scaled.flatMap(\.self))
      expectClose(try #require(numbers(of: whole)), frozen.filledFromAll.flatMap(\.self))
    }
  }

  private func expectClose(
    _ found: [Double], _ frozen: [Double], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == frozen.count, sourceLocation: location)
    #expect(
      zip(found, frozen).allSatisfy { abs($0 - $1) <= 1e-11 * max(1, abs($1)) },
      sourceLocation: location)
  }

  @Test("say nothing of rows that are not learnt from", arguments: [MissingCells.mean, .median])
  func training(_ rule: MissingCells) throws {
    let near = try split(dataset("x,c\n1,a\n,b\n3,a\n7,b\n", rule), train: [2, 1, 0])
    let far = try split(dataset("x,c\n1,a\n,b\n3,a\n7e9,b\n", rule), train: [2, 1, 0])
    #expect(numbers(of: near.dataset) == [1, 2, 3, 7])
    #expect(numbers(of: far.dataset) == [1, 2, 3, 7e9])
  }

  @Test(
    "are filled with finite numbers",
    arguments: [
      (MissingCells.mean, "1.7e308", "1.7e308", 1.7e308), (.median, "1.7e308", "1.7e308", 1.7e308),
      (.median, "-1.7e308", "1.7e308", 0.0),
    ])
  func extremes(_ rule: MissingCells, _ first: String, _ second: String, _ value: Double) throws {
    let dataset = try dataset("x,c\n\(first),a\nNaN,b\n\(second),a\n", rule)
    #expect(numbers(of: dataset)?[1] == value)
  }

  @Test("of categories are zeros", arguments: [MissingCells.mean, .median])
  func categories(_ rule: MissingCells) throws {
    let dataset = try dataset(
      "x,kind,c\n1,p,a\n,,b\n2,q,a\n", categories: ["kind"], rule)
    #expect(numbers(of: dataset) == [1, 1, 0, 1.5, 0, 0, 2, 0, 1])
    #expect(dataset.missing?.counts == [1, 1, 1])
    #expect(dataset.preview[1, 0] == "")
  }

  @Test(
    "need a number to learn from",
    arguments: [
      (MissingCells.mean, "no row has a number to take the mean of"),
      (.median, "no row has a number to take the median of"),
    ])
  func emptyColumn(_ rule: MissingCells, _ message: String) throws {
    let error = #expect(throws: DatasetError.self) {
      try dataset("x,y,c\n1,,a\n2,NA,b\n", rule)
    }
    #expect(error?.description == "column 'y': \(message)")
    let table = try TextTable(parsing: Array("x,y,c\n1,,a\n2,NA,b\n".utf8))
    let found = #expect(throws: DatasetError.self) {
      try table.inputColumns(
        features: nil, categories: [], answer: .label("c"), rows: [0, 1], missing: rule)
    }
    #expect(found == error)
  }

  @Test func needANumberInTheTrainingPart() throws {
    let dataset = try dataset("x,y,c\n1,,a\n2,NA,b\n3,4,a\n", .mean)
    #expect(numbers(of: dataset) == [1, 4, 2, 4, 3, 4])
    let error = #expect(throws: SplitError.noNumber(column: "y", rule: .mean)) {
      try split(dataset, train: [0, 1])
    }
    #expect(
      error?.description == "column 'y' has no number in the training part to take the mean of")
  }

  @Test func areKeptWithTheData() throws {
    let dataset = try dataset("x,c\n1,a\n,b\n3,a\n8,b\n", .median)
    let copy = try JSONDecoder().decode(Dataset.self, from: JSONEncoder().encode(dataset))
    #expect(copy == dataset)
    #expect(try split(copy, train: [0, 1]) == split(dataset, train: [0, 1]))
    #expect(try numbers(of: split(copy, train: [0, 1]).dataset) == [1, 1, 3, 8])
  }

  @Test func areDescribedAsTheyAreFilled() throws {
    let part = try split(dataset("x,c\n1,a\n,b\n3,a\n8,b\n", .mean), train: [0, 1, 2])
    guard case .columns(let columns) = try DatasetDescription(of: part, stopWords: .none).inputs
    else {
      Issue.record("the inputs are numbers")
      return
    }
    #expect(columns[0].mean == 3.5)
    #expect(columns[0].missingShare == 0.25)
  }
}

@Suite("Texts that stand for nothing")
struct MissingValuesTests {
  private let source = DataSource(name: "test.csv")

  private func table(_ text: String, _ missing: String...) throws -> TextTable {
    var table = try TextTable(parsing: Array(text.utf8))
    table.missingValues = MissingValues(missing)
    return table
  }

  @Test func areMissingNumbers() throws {
    let table = try table("x,c\n?,a\n-999,b\n,a\n-999.0,b\n 5,a\n", "?", "-999")
    let dataset = try Dataset(table: table, answer: .label("c"), missing: .zero, source: source)
    #expect(dataset.matrix(of: [0, 1, 2, 3, 4])?.elements == [0, 0, 0, -999, 5])
    #expect(dataset.missing?.columns.map(\.count) == [3])
    let left = try Dataset(table: table, answer: .label("c"), missing: .drop, source: source)
    #expect(left.matrix(of: [0, 1])?.elements == [-999, 5])
  }

  @Test func areMissingCategories() throws {
    let table = try table("kind,c\np,a\n?,b\nq,a\n", "?")
    let dataset = try Dataset(
      table: table, categories: ["kind"], answer: .label("c"), missing: .mean, source: source)
    #expect(
      dataset.inputs
        == .numbers(
          Matrix(rows: 3, columns: 2, elements: [1, 0, 0, 0, 0, 1]), names: ["kind=p", "kind=q"]))
  }

  @Test(
    "are an error by default",
    arguments: [
      ("x,c\n1,a\n-999,b\n", "row 3, column 'x': '-999' says that the number is missing"),
      ("x,c\n1,a\n2,-999\n", "row 3, column 'c': '-999' says that the label is missing"),
    ])
  func errors(_ text: String, _ message: String) throws {
    let table = try table(text, "-999")
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), source: source)
    }
    #expect(error?.description == message)
    #expect(error?.cell == .missing("-999"))
  }

  @Test("are no others than those that are given", arguments: [[], ["?"]])
  func noOthers(_ missing: [String]) throws {
    var table = try TextTable(parsing: Array("kind,c\nNA,None\nnull,NaN\n,NaN\n".utf8))
    table.missingValues = MissingValues(missing)
    let dataset = try Dataset(
      table: table, categories: ["kind"], answer: .label("c"), missing: .zero, source: source)
    #expect(dataset.labels?.classes == ["NaN", "None"])
    #expect(
      dataset.inputs
        == .numbers(
          Matrix(rows: 3, columns: 2, elements: [1, 0, 0, 1, 0, 0]),
          names: ["kind=NA", "kind=null"]))
    #expect(dataset.missing?.incompleteRows == 1)
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), missing: .zero, source: source)
    }
    #expect(error?.description == "row 2, column 'kind': 'NA' is not a decimal number")
  }

  @Test(
    "are found before all numbers are read",
    arguments: [
      ("x,y,c\n1,2,a\n3,,b\n", "row 3, column 'y': a number is missing"),
      ("x,y,c\n1,2,a\n3,?,b\n", "row 3, column 'y': '?' says that the number is missing"),
      // The first cell counts, be it a gap or not.
      ("x,y,c\n1,2,a\nb,?,b\n", "row 3, column 'x': 'b' is not a decimal number"),
    ])
  func check(_ text: String, _ message: String) throws {
    let table = try table(text, "?")
    let error = #expect(throws: DatasetError.self) {
      try table.inputColumns(
        features: nil, categories: [], answer: .label("c"), rows: [0, 1], missing: .error)
    }
    #expect(error?.description == message)
  }
}
