import Learning
import Testing

@Suite("Numbers with a comma before their decimals")
struct DecimalMarkTests {
  private struct PandasFile: Decodable {
    var text: String
    var rows: [[Double]]
  }

  private let source = DataSource(name: "test.csv")

  private func table(_ text: String, missing: MissingValues = .usual) throws -> TextTable {
    let delimiter = try #require(CSVDelimiter(";"))
    var table = try TextTable(parsing: Array(text.utf8), delimiter: delimiter)
    table.decimalMark = .comma
    table.missingValues = missing
    return table
  }

  @Test func areReadAsPandasReadsThem() throws {
    let files = try FrozenCases<PandasFile>.load("decimals")
    #expect(files.count > 100)
    for file in files {
      let table = try table(file.text)
      let targets = try table.answers(in: .targets(table.header)).targets
      #expect(targets?.values.elements == file.rows.flatMap(\.self), "\(file.text)")
    }
  }

  @Test(
    "have neither points nor anything between thousands",
    arguments: ["3.14", "1.234", "1.234,5", "1,2,3", "1 234,5", ",", "1,5e0,5", "1e"])
  func refused(_ cell: String) throws {
    let table = try table("x;c\n\(cell);a\n1;b\n")
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), source: source)
    }
    #expect(error?.description == "row 2, column 'x': '\(cell)' is not a decimal number")
    let checked = #expect(throws: DatasetError.self) {
      try table.inputColumns(
        features: nil, categories: [], answer: .label("c"), rows: [0, 1], missing: .error)
    }
    #expect(checked == error)
  }

  @Test func mayBeTooLarge() throws {
    let table = try table("x;c\n1,5e999;a\n1;b\n")
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), source: source)
    }
    #expect(error?.message == "1,5e999 is too large for a number")
  }

  /// What stands for nothing is compared as it is written.
  @Test func mayBeMissing() throws {
    let table = try table("x;c\n-9,0;a\n1,5;b\n2,5;a\n", missing: MissingValues(["-9,0"]))
    let dataset = try Dataset(table: table, answer: .label("c"), missing: .mean, source: source)
    #expect(dataset.matrix(of: [0, 1, 2])?.elements == [2, 1.5, 2.5])
  }

  @Test func keepTheirMarkWhereFilesAreJoined() throws {
    let parts = try [table("x;c\n1,5;a\n"), table("x;c\n2,5;b\n")]
    let joined = try TextTable(joining: parts)
    #expect(try joined.answers(in: .targets(["x"])).targets?.values.elements == [1.5, 2.5])
  }

  @Test func areNoNumbersWhereAPointIsExpected() throws {
    let table = try TextTable(parsing: Array("x;c\n1,5;a\n".utf8), delimiter: CSVDelimiter(";")!)
    #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), source: source)
    }
  }
}
