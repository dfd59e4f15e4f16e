import Learning
import Testing

@Suite("A data set")
struct DatasetTests {
  private let source = DataSource(name: "test.csv")

  @Test func takesEveryColumnButTheLabelByDefault() throws {
    let dataset = try Dataset(
      table: table("x,y,class\n1,-2.5,b\n+.5e1, 3. ,a\n"), answer: .label("class"), source: source)
    #expect(
      dataset.inputs
        == .numbers(Matrix(rows: 2, columns: 2, elements: [1, -2.5, 5, 3]), names: ["x", "y"]))
    #expect(dataset.labels == Labels(classes: ["a", "b"], indices: [1, 0]))
    #expect(dataset.preview.columns == ["x", "y", "class"])
    #expect(dataset.preview[1, 0] == "+.5e1")
  }

  @Test func takesNamedColumnsInTheirOrder() throws {
    let dataset = try Dataset(
      table: table("x,y,z,class\n1,2,word,b\n"), features: ["y", "x"], answer: .label("class"),
      source: source)
    #expect(dataset.matrix(of: [0]) == Matrix(rows: 1, columns: 2, elements: [2, 1]))
    #expect(dataset.inputCount == 2)
  }

  @Test func takesTexts() throws {
    let dataset = try Dataset(
      table: table("t,c\n\"a\nb\",1\n,0\n"), text: "t", answer: .label("c"), source: source)
    #expect(dataset.inputs == .text(TextColumn(["a\nb", ""]), name: "t"))
    #expect(dataset.matrix(of: [0]) == nil)
  }

  @Test func keepsCanonicallyEquivalentCategoriesApart() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let table = try table("k,c\n\(composed),a\n\(decomposed),b\n\(composed),b\n")
    let dataset = try Dataset(
      table: table, categories: ["k"], answer: .label("c"), source: source)
    #expect(
      dataset.matrix(of: [0, 1, 2])
        == Matrix(rows: 3, columns: 2, elements: [0, 1, 1, 0, 0, 1]))
    let names = try table.inputColumns(
      features: nil, categories: ["k"], answer: .label("c"), rows: [0, 1, 2], missing: .error
    ).flatMap(\.inputNames)
    let spellings = ["k=" + decomposed, "k=" + composed]
    #expect(names.map { Array($0.utf8) } == spellings.map { Array($0.utf8) })
  }

  /// A category is missing in row 4, and the only c stands in a row whose number is missing.
  private static let birds = "kind,size,y\na,1,p\nb,2,q\n,3,p\na,4,q\nc,NA,q\n"

  @Test func leavesOutCategoriesOfRowsThatAreDropped() throws {
    let dataset = try Dataset(
      table: table(Self.birds), categories: ["kind"], answer: .label("y"), missing: .drop,
      source: source)
    #expect(
      dataset.inputs
        == .numbers(
          Matrix(rows: 3, columns: 3, elements: [1, 0, 1, 0, 1, 2, 1, 0, 4]),
          names: ["kind=a", "kind=b", "size"]))
    #expect((0..<3).map { dataset.preview[$0, 0] } == ["a", "b", "a"])
    #expect(dataset.preview.rowCount == 3)
  }

  @Test func makesZerosOfMissingCategories() throws {
    let dataset = try Dataset(
      table: table(Self.birds), categories: ["kind"], answer: .label("y"), missing: .zero,
      source: source)
    #expect(
      dataset.inputs
        == .numbers(
          Matrix(
            rows: 5, columns: 4,
            elements: [1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 0, 3, 1, 0, 0, 4, 0, 0, 1, 0]),
          names: ["kind=a", "kind=b", "kind=c", "size"]))
    #expect(dataset.missing?.incompleteRows == 2)
    #expect(dataset.missing?.columns.map(\.name) == ["kind", "size"])
    #expect(dataset.missing?.columns.map(\.count) == [1, 1])
    #expect(dataset.missing?.counts == [1, 1, 1, 1])
    let empty = try table("kind,y\n,p\nNA,q\n")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(
          table: empty, categories: ["kind"], answer: .label("y"), missing: .zero, source: source)
      } == "there are no features; every row needs at least one number")
  }

  @Test(
    "refuses missing categories by default",
    arguments: [("", "a category is missing"), ("NA", "'NA' says that the category is missing")])
  func refusesMissingCategory(_ text: String, _ message: String) throws {
    let table = try table("kind,y\na,p\n\"\(text)\",q\n")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: table, categories: ["kind"], answer: .label("y"), source: source)
      } == "row 3, column 'kind': \(message)")
  }

  @Test func previewsItsFirstRowsOnly() throws {
    let rows = (0..<250).map { "\($0),0\n" }.joined()
    let dataset = try Dataset(table: table("x,c\n" + rows), answer: .label("c"), source: source)
    #expect(dataset.preview.rowCount == TablePreview.rowLimit)
    #expect(dataset.preview[99, 0] == "99")
  }

  @Test(
    "names the place of a cell that is no number",
    arguments: [
      ("abc", "'abc' is not a decimal number"), ("", "a number is missing"),
      ("nan", "'nan' says that the number is missing"), ("inf", "'inf' is not a decimal number"),
      ("0x1p3", "'0x1p3' is not a decimal number"), ("1e999", "1e999 is too large for a number"),
      ("1_000", "'1_000' is not a decimal number"), ("1e", "'1e' is not a decimal number"),
      (".", "'.' is not a decimal number"), ("--1", "'--1' is not a decimal number"),
      ("٣", "'٣' is not a decimal number"), ("1 2", "'1 2' is not a decimal number"),
    ])
  func refusesCell(_ text: String, _ message: String) throws {
    let table = try table("x,c\n1,a\n\"\(text)\",b\n")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: table, answer: .label("c"), source: source)
      } == "row 3, column 'x': \(message)")
    #expect(problem(inInputsOf: table) == "row 3, column 'x': \(message)")
  }

  @Test("refuses missing labels", arguments: ["NA", "null", "None"])
  func refusesMissingLabel(_ text: String) throws {
    let table = try table("x,c\n1,a\n2,\(text)\n3,b\n")
    for missing in MissingCells.allCases where missing != .drop {
      #expect(
        description { () throws(DatasetError) in
          try Dataset(table: table, answer: .label("c"), missing: missing, source: source)
        } == "row 3, column 'c': '\(text)' says that the label is missing")
    }
    let dropped = try Dataset(table: table, answer: .label("c"), missing: .drop, source: source)
    #expect(dropped.labels?.classes == ["a", "b"])
  }

  @Test func readsNumbersToTheNearestDouble() throws {
    let texts = [
      "0", "-0", "0.1", "123456789012345", "9007199254740993", "1.7976931348623157e308", "5e-324",
      "2.2250738585072011e-308", "1e23", "8.5e-22", "0.000000000000000000000000000001",
      "123456789012345678901234567890", "1e-999", "3.141592653589793238462643383279", "1e22",
      "1e-22",
      "000000000000000000000000000001.50000000000000000000000000",
      "1.00000000000000011102230246251565e0", "0e999",
    ]
    let rows = texts.map { "\($0),a\n" }.joined()
    let table = try table("x,c\n" + rows)
    #expect(problem(inInputsOf: table) == nil)
    let dataset = try Dataset(table: table, answer: .label("c"), source: source)
    let elements = dataset.matrix(of: Array(texts.indices))?.elements
    #expect(elements?.map(\.bitPattern) == texts.map { Double($0)?.bitPattern })
  }

  @Test func refusesColumnsThatDoNotFit() throws {
    let table = try table("x,c\n1,a\n2,\n")
    let complete = try self.table("x,c\n1,a\n")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: table, answer: .label("c"), source: source)
      } == "row 3, column 'c': the label is empty")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: complete, text: "t", answer: .label("c"), source: source)
      } == "there is no column 't'; the columns are 'x', 'c'")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: complete, features: ["x", "c"], answer: .label("c"), source: source)
      } == "column 'c' is the label, so it cannot be an input too")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: complete, features: ["x", "x"], answer: .label("c"), source: source)
      } == "column 'x' is listed twice")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(table: complete, features: [], answer: .label("c"), source: source)
      } == "there are no features; every row needs at least one number")
  }

  @Test func checksWhatALessonWrites() throws {
    let dataset = try Dataset(features: [[1, 2], [3, 4]], labels: ["yes", "no"])
    #expect(dataset.labels == Labels(classes: ["no", "yes"], indices: [1, 0]))
    #expect(dataset.preview.columns == ["x1", "x2", "label"])
    #expect(dataset.preview[1, 1] == "4")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(features: [[1, 2], [3]], labels: ["a", "b"])
      } == "row 2: expected 2 features as in row 1, found 1")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(features: [[1], [.nan]], labels: ["a", "b"])
      } == "row 2: a feature is not a finite number")
    #expect(
      description { () throws(DatasetError) in
        try Dataset(features: [[1], [2]], labels: ["a"])
      } == "there are 2 rows of features and 1 labels")
  }

  private func table(_ text: String) throws -> TextTable {
    try TextTable(parsing: Array(text.utf8))
  }

  /// What is found wrong with the cells of all columns but the label, without reading their numbers.
  private func problem(inInputsOf table: TextTable) -> String? {
    description { () throws(DatasetError) in
      try table.inputColumns(
        features: nil, categories: [], answer: .label("c"), rows: Array(0..<table.rowCount),
        missing: .error)
    }
  }

  private func description<Result>(_ body: () throws(DatasetError) -> Result) -> String? {
    do throws(DatasetError) {
      _ = try body()
      return nil
    } catch {
      return error.description
    }
  }
}
