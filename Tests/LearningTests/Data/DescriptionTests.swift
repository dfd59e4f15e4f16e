import Learning
import Randomness
import Testing

@Suite("The description of a data set")
struct DescriptionTests {
  private let source = DataSource(name: "test.csv")

  private func mails(_ rows: String) throws -> Dataset {
    try Dataset(
      table: CSVTable(parsing: Array(("t,c\n" + rows).utf8)), text: "t", answer: .label("c"),
      source: source)
  }

  @Test func countsClassesAndEqualTexts() throws {
    let dataset = try mails(
      "win now,spam\nhello,ham\nwin now,spam\nhello,spam\n  ,ham\nwin now,ham\n")
    let description = DatasetDescription(of: dataset, stopWords: .none)
    #expect(description.classes == ["ham", "spam"])
    #expect(description.parts.map(\.counts) == [[3, 3]])
    #expect(description.duplicates == 3)
    #expect(description.contradictions == 2)
    #expect(description.leaks == 0)
  }

  @Test func countsWordsAndLengths() throws {
    let dataset = try mails("The prize of the day,a\nprize é,b\n\"\",a\n")
    let description = DatasetDescription(of: dataset, stopWords: .english)
    guard case .texts(let texts) = description.inputs else {
      Issue.record("the inputs are texts")
      return
    }
    #expect(texts.emptyCount == 1)
    #expect(texts.lengths == [0, 7, 20])
    #expect(texts.medianLength == 7)
    #expect(texts.words.map(\.text) == ["prize", "day"])
    #expect(texts.words.map(\.occurrences) == [2, 1])
    #expect(texts.words.map(\.documents) == [2, 1])
    #expect(texts.vocabularySize == 2)
  }

  @Test func findsRowsOfTheTestInTheTrainingPart() throws {
    let dataset = try mails("a1,x\nb1,y\na1,x\nc1,y\nb1,y\n")
    let split = Split(of: dataset, trainRows: [0, 1], validationRows: [3], testRows: [2, 4])
    let description = DatasetDescription(of: split, stopWords: .none)
    #expect(description.parts.map(\.part) == [.train, .validation, .test])
    #expect(description.parts.map(\.leaks) == [0, 0, 2])
    #expect(description.leaks == 2)
    #expect(description.rowCount == 5)
  }

  @Test func describesColumns() throws {
    let table = try CSVTable(parsing: Array("x,y,c\n1,7,a\n2,7,b\n6,7,a\n1,7,b\n".utf8))
    let dataset = try Dataset(table: table, answer: .label("c"), source: source)
    let description = DatasetDescription(of: dataset, stopWords: .none)
    guard case .columns(let columns) = description.inputs else {
      Issue.record("the inputs are numbers")
      return
    }
    #expect(columns[0].least == 1 && columns[0].greatest == 6 && columns[0].mean == 2.5)
    // NumPy: numpy.std([1, 2, 6, 1])
    #expect(columns[0].standardDeviation == 2.0615528128088303)
    #expect(columns.map(\.distinctCount) == [3, 1])
    #expect(columns.map(\.isConstant) == [false, true])
    #expect(description.duplicates == 1 && description.contradictions == 1)
  }
}

@Suite("A common scale")
struct ScalingTests {
  private let matrix = Matrix(
    rows: 4, columns: 3, elements: [1, 10, 3, 2, 10, -1, 4, 10, 0.5, 8, 10, 2])

  // scikit-learn 1.9.1: StandardScaler().fit_transform and MinMaxScaler().fit_transform of the rows.
  @Test(
    "is that of scikit-learn",
    arguments: [
      (
        ScalingRule.standard,
        [
          -1.025755289064345, 0.0, 1.2371791482634837, -0.6527533657682196, 0.0,
          -1.4021363680319483, 0.09325048082403138, 0.0, -0.4123930494211613, 1.5852581740085334,
          0.0, 0.5773502691896257,
        ]
      ),
      (
        .minmax,
        [0.0, 0.0, 1.0, 0.14285714285714285, 0.0, 0.0, 0.42857142857142855, 0.0, 0.375, 1, 0, 0.75]
      ),
    ])
  func scaled(_ rule: ScalingRule, _ expected: [Double]) {
    let scaled = Scaling(rule, of: matrix).applied(to: matrix)
    for (number, wanted) in zip(scaled.elements, expected) { #expect(abs(number - wanted) < 1e-12) }
  }
}
