import Learning
import Randomness
import Testing

@Suite("The description of a data set")
struct DescriptionTests {
  private let source = DataSource(name: "test.csv")

  private func mails(_ rows: String) throws -> Dataset {
    try Dataset(
      table: TextTable(parsing: Array(("t,c\n" + rows).utf8)), text: "t", answer: .label("c"),
      source: source)
  }

  @Test func countsClassesAndEqualTexts() throws {
    let dataset = try mails(
      "win now,spam\nhello,ham\nwin now,spam\nhello,spam\n  ,ham\nwin now,ham\n")
    let description = try DatasetDescription(of: dataset, stopWords: .none)
    #expect(description.classes == ["ham", "spam"])
    #expect(description.parts.map(\.counts) == [[3, 3]])
    #expect(description.duplicates == 3)
    #expect(description.contradictions == 2)
    #expect(description.leaks == 0)
  }

  @Test func countsWordsAndLengths() throws {
    let dataset = try mails("The prize of the day,a\nprize é,b\n\"\",a\n")
    let description = try DatasetDescription(of: dataset, stopWords: .english)
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
    let split = try Split(of: dataset, trainRows: [0, 1], validationRows: [3], testRows: [2, 4])
    let description = try DatasetDescription(of: split, stopWords: .none)
    #expect(description.parts.map(\.part) == [.train, .validation, .test])
    #expect(description.parts.map(\.leaks) == [0, 0, 2])
    #expect(description.leaks == 2)
    #expect(description.rowCount == 5)
  }

  @Test func describesColumns() throws {
    let table = try TextTable(parsing: Array("x,y,c\n1,7,a\n2,7,b\n6,7,a\n1,7,b\n".utf8))
    let dataset = try Dataset(table: table, answer: .label("c"), source: source)
    let description = try DatasetDescription(of: dataset, stopWords: .none)
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
    #expect(columns[0].histogram?.counts == [2, 1, 0, 0, 0, 1])
    #expect(columns[1].histogram == nil)
  }

  @Test(
    "Rows that filled gaps made equal are not counted as such",
    arguments: [MissingCells.mean, .median, .zero])
  func rowsWithGaps(_ missing: MissingCells) throws {
    // The mean and the median of x are 2, those of y 0.
    let text = "x,y,c\n2,0,a\n,0,b\n2,,a\n0,0,b\n,0,a\n,,a\n2,0,b\n4,0,b\n"
    let dataset = try Dataset(
      table: TextTable(parsing: Array(text.utf8)), answer: .label("c"), missing: missing,
      source: source)
    let description = try DatasetDescription(of: dataset, stopWords: .none)
    #expect(description.duplicates == 2 && description.contradictions == 2)
    let split = try Split(
      of: dataset, trainRows: [0, 1, 3, 7], validationRows: [2, 5], testRows: [4, 6])
    let parts = try DatasetDescription(of: split, stopWords: .none).parts
    #expect(parts.map(\.leaks) == [0, 0, 2])
  }

  @Test func aMissingCategoryIsThatOfAnotherRowOnly() throws {
    let text = "colour,x,c\nred,1,a\n,1,b\nblue,1,a\n,1,a\nred,1,b\n"
    let dataset = try Dataset(
      table: TextTable(parsing: Array(text.utf8)), categories: ["colour"], answer: .label("c"),
      missing: .mean, source: source)
    let description = try DatasetDescription(of: dataset, stopWords: .none)
    #expect(description.duplicates == 2 && description.contradictions == 2)
  }

  private func column(_ numbers: [Double]) throws -> ColumnDescription {
    let dataset = try Dataset(
      features: numbers.map { [$0] }, labels: numbers.indices.map { $0 == 0 ? "a" : "b" })
    guard case .columns(let columns) = try DatasetDescription(of: dataset, stopWords: .none).inputs
    else { throw CancellationError() }
    return columns[0]
  }

  @Test(
    "Whole numbers are counted in intervals with as many of them each",
    arguments: [
      (1..<10, 9), (0..<20, 20), (0..<26, 13), (-10..<90, 10), (1..<3001, 10),
    ])
  func wholeNumbers(_ range: Range<Int>, _ intervals: Int) throws {
    let counts = try #require(try column(range.map { Double($0) }).histogram?.counts)
    #expect(counts == Array(repeating: range.count / intervals, count: intervals))
  }

  @Test func aMeanAmongWholeNumbersMakesNoGapsBetweenThem() throws {
    let text = "rooms,c\n1,a\n2,b\n,a\n4,b\n8,a\n"
    let dataset = try Dataset(
      table: TextTable(parsing: Array(text.utf8)), answer: .label("c"), missing: .mean,
      source: source)
    guard case .columns(let columns) = try DatasetDescription(of: dataset, stopWords: .none).inputs
    else { throw CancellationError() }
    // The mean is 3.75.
    #expect(columns[0].histogram?.counts == [1, 1, 0, 2, 0, 0, 0, 1])
  }

  @Test(
    "The last interval of whole numbers lacks few of them",
    arguments: [21, 23, 29, 31, 37, 53, 97, 101, 251, 499, 997])
  func lastInterval(_ count: Int) throws {
    let counts = try #require(try column((0..<count).map { Double($0) }).histogram?.counts)
    #expect((7...20).contains(counts.count))
    #expect(Set(counts.dropLast()).count == 1)
    #expect(2 * counts[counts.count - 1] >= counts[0])
  }

  @Test func numbersWithDecimalsAreCountedAsNumPyCountsThem() throws {
    // NumPy: numpy.histogram([1, 2, 6.5, 1])
    #expect(try column([1, 2, 6.5, 1]).histogram?.counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1])
  }

  @Test(
    "Numbers beyond the outer fences lie far from the rest",
    arguments: [
      // NumPy's quartiles of these are 2 and 4, so the fences are -4 and 10.
      ([1, 2, 3, 4, 10], []), ([1, 2, 3, 4, 10.5], [10.5]), ([4, 3, 2, -4.5, 5], [-4.5]),
      // Half of them are equal.
      ([0, 0, 0, 0, 9], []), ([0.1, 0.1, 0.1, 0.1, 0.2], []),
      ([-1.7e308, -1.7e308, 0, 1.7e308, 1.7e308], []),
    ])
  func outliers(_ numbers: [Double], _ far: [Double]) throws {
    let outliers = try column(numbers).outliers
    #expect(outliers.count == far.count)
    #expect(outliers.farthest.map(\.number) == far)
    let rows = outliers.farthest.map { ($0.record ?? 0) - 1 }
    #expect(rows.map { numbers[$0] } == far)
  }

  @Test func theFarthestOutliersAreKnownByTheirRecords() throws {
    let numbers = (0..<40).map { "\($0 % 7),a\n" } + ["90,b\n", "-80,b\n", "70,b\n", "60,b\n"]
    let text = "x,c\n" + numbers.joined()
    let cases: [(String, MissingCells, [Int?])] = [
      (text, .error, [42, 43, 44]), (text + "NA,b\n", .drop, [nil, nil, nil]),
    ]
    for (rows, missing, records) in cases {
      let dataset = try Dataset(
        table: TextTable(parsing: Array(rows.utf8)), answer: .label("c"), missing: missing,
        source: source)
      guard
        case .columns(let columns) = try DatasetDescription(of: dataset, stopWords: .none).inputs
      else {
        Issue.record("the inputs are numbers")
        return
      }
      #expect(columns[0].outliers.count == 4)
      #expect(columns[0].outliers.farthest.map(\.number) == [90, -80, 70])
      #expect(columns[0].outliers.farthest.map(\.record) == records)
    }
  }

  @Test(
    "Whole numbers that ascend may count the rows",
    arguments: [(20, 1.0, true), (19, 1, false), (20, 3, true), (20, 0.5, false), (20, -1, false)])
  func countsRows(_ rows: Int, _ step: Double, _ countsRows: Bool) throws {
    let numbers = (0..<rows).map { step * Double($0) }
    #expect(try column(numbers).countsRows == countsRows)
    #expect(try column(numbers + numbers).countsRows == false)
  }

  @Test func describesPictures() throws {
    let shape = PictureShape(width: 2, height: 1)
    let dataset = Dataset(
      pictures: shape, pixels: Matrix(rows: 3, columns: 2, elements: [0, 0.5, 0, 1, 0, 0.25]),
      labels: Labels(classes: ["1", "7", "8"], indices: [1, 0, 1]), source: source)
    let description = try DatasetDescription(of: dataset, stopWords: .none)
    guard case .pictures(let pictures) = description.inputs else {
      Issue.record("the inputs are pictures")
      return
    }
    #expect(pictures.shape == shape)
    #expect(pictures.least == 0 && pictures.greatest == 1)
    #expect(abs(pictures.mean - 1.75 / 6) < 1e-15)
    #expect(pictures.constantCount == 1)
    #expect(pictures.means == [[0, 1], [0, 0.375], [0, 0]])
  }

  /// NumPy 2.4.6: `numpy.histogram([i / 10 for i in range(11)], bins=10)`, and the same of `range(-3, 5)`.
  @Test(
    "Numbers on an edge are counted as NumPy counts them",
    arguments: [
      ((0...10).map { Double($0) / 10 }, [1, 1, 2, 0, 1, 2, 1, 0, 1, 2]),
      ((-3...4).map { Double($0) / 10 }, [1, 1, 1, 0, 1, 1, 0, 1, 1, 1]),
    ])
  func numbersOnEdges(_ numbers: [Double], _ counts: [Int]) {
    let histogram = Histogram(
      of: numbers, from: numbers[0], to: numbers[numbers.count - 1], intervals: 10)
    #expect(histogram.counts == counts)
    #expect(histogram.edges.first == numbers.first && histogram.edges.last == numbers.last)
  }

  @Test(
    "Any numbers have a histogram",
    arguments: [
      [-1.7e308, 1.7e308, 0], [0, .leastNonzeroMagnitude], [1, 1.0000000000000002],
      [-1.7e308, 1.7e308, 1.7e308],
    ])
  func extremeNumbers(_ numbers: [Double]) throws {
    let dataset = try Dataset(
      features: numbers.map { [$0] }, labels: numbers.indices.map { $0 == 0 ? "a" : "b" })
    guard
      case .columns(let columns) = try DatasetDescription(of: dataset, stopWords: .none).inputs,
      let counts = columns[0].histogram?.counts
    else {
      Issue.record("the numbers differ")
      return
    }
    #expect(counts.reduce(0, +) == numbers.count)
    #expect(counts.first == 1 && counts.last == numbers.count { $0 == numbers.max() })
    #expect(columns[0].missingShare == nil)
  }

  @Test(
    "tells what was missing",
    arguments: [
      (MissingCells.drop, ["x", "colour=red"], 3), (.zero, ["x", "colour=blue", "colour=red"], 0),
    ])
  func missing(_ missing: MissingCells, _ names: [String], _ rowsLeftOut: Int) throws {
    let text = "x,colour,c\n1,red,a\nNA,blue,b\n,red,a\n4,n/a,b\n"
    let dataset = try Dataset(
      table: TextTable(parsing: Array(text.utf8)), categories: ["colour"], answer: .label("c"),
      missing: missing, source: source)
    let description = try DatasetDescription(of: dataset, stopWords: .none)
    guard case .columns(let columns) = description.inputs else {
      Issue.record("the inputs are numbers")
      return
    }
    #expect(columns.map(\.name) == names)
    #expect(columns.map(\.missingShare) == names.map { $0 == "x" ? 0.5 : 0.25 })
    #expect(description.rowsLeftOut == rowsLeftOut)
  }

  struct Lengths: Sendable {
    let lengths: [Int]
    let intervals: [[Int]]
  }

  @Test(
    "Lengths are counted in round intervals",
    arguments: [
      Lengths(lengths: [0, 1, 1, 3], intervals: [[0, 0, 1], [1, 1, 2], [2, 2, 0], [3, 3, 1]]),
      Lengths(
        lengths: [12, 19, 25],
        intervals: [
          [12, 13, 1], [14, 15, 0], [16, 17, 0], [18, 19, 1],
          [20, 21, 0], [22, 23, 0], [24, 25, 1],
        ]),
      // A single text much longer than the others would leave nothing of them to see.
      Lengths(
        lengths: [0, 1, 3, 3, 90],
        intervals: [
          [0, 0, 1], [1, 1, 1], [2, 3, 2], [4, 7, 0],
          [8, 15, 0], [16, 31, 0], [32, 63, 0], [64, 127, 1],
        ]),
      Lengths(lengths: [0, 0], intervals: [[0, 0, 2]]),
    ])
  func lengths(_ case: Lengths) throws {
    let texts = `case`.lengths.map { String(repeating: "é", count: $0) }
    let dataset = Dataset(
      texts: TextColumn(texts), labels: Labels(TextColumn(texts.map { _ in "a" })), source: source)
    let description = try DatasetDescription(of: dataset, stopWords: .none)
    guard case .texts(let texts) = description.inputs else {
      Issue.record("the inputs are texts")
      return
    }
    #expect(
      texts.lengthCounts.intervals.map { [$0.least, $0.greatest, $0.count] } == `case`.intervals)
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
  func scaled(_ rule: ScalingRule, _ expected: [Double]) throws {
    let scaled = try Scaling(rule, of: matrix).applied(to: matrix)
    for (number, wanted) in zip(scaled.elements, expected) { #expect(abs(number - wanted) < 1e-12) }
  }

  struct CodedCase: Decodable {
    let rule: String
    let rows: [[String]]
    let categories: [Int]
    let train: [Int]
    let scaled: [[Double]]
  }

  /// As scikit-learn's ColumnTransformer has a scaler for numbers and a OneHotEncoder for categories.
  @Test func leavesTheZerosAndOnesOfCategoriesAsTheyAre() throws {
    for frozen in try FrozenCases<CodedCase>.load("scaling") {
      let names = frozen.rows[0].indices.map { "x\($0)" }
      let lines = [names + ["c"]] + frozen.rows.map { $0 + ["a"] }
      let text = lines.map { $0.joined(separator: ",") + "\n" }.joined()
      let rule = try #require(ScalingRule(rawValue: frozen.rule))
      let dataset = try Dataset(
        table: TextTable(parsing: Array(text.utf8)),
        categories: frozen.categories.map { names[$0] },
        answer: .label("c"), source: DataSource(name: "test.csv")
      ).scaled(by: rule)
      let matrix = try #require(dataset.matrix(of: Array(frozen.rows.indices)))
      let scaling = try #require(try Scaling(of: dataset, rows: frozen.train))
      let scaled = try scaling.applied(to: matrix)
      #expect(scaled.columns == frozen.scaled[0].count)
      #expect(
        zip(scaled.elements, frozen.scaled.joined()).allSatisfy {
          abs($0 - $1) <= 1e-12 * max(1, abs($1))
        })
      for (column, name) in dataset.inputColumns.flatMap(\.inputNames).enumerated()
      where name.contains("=") {
        #expect(scaled.column(column) == matrix.column(column))
      }
      #expect(
        zip(scaling.undone(on: scaled).elements, matrix.elements).allSatisfy { abs($0 - $1) < 1e-9 }
      )
    }
  }

  /// The mean of eight times 0.1 is rounded to another number.
  @Test("only shifts a column of one number", arguments: ScalingRule.allCases)
  func constant(_ rule: ScalingRule) throws {
    let numbers = Matrix<Double>(rows: 8, columns: 1, repeating: 0.1)
    let scaling = try Scaling(rule, of: numbers)
    #expect(try scaling.applied(to: numbers).elements == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(
      try scaling.applied(to: Matrix(rows: 1, columns: 1, elements: [0.2])).elements == [0.1])
  }

  @Test("is learnt from the given rows alone", arguments: ScalingRule.allCases)
  func someRows(_ rule: ScalingRule) throws {
    let rows = [3, 0, 2]
    #expect(try Scaling(rule, of: matrix, rows: rows) == Scaling(rule, of: matrix.selecting(rows)))
    let dataset = Dataset.xor.scaled(by: rule)
    #expect(try Scaling(of: dataset, rows: [0, 1]) != nil)
    #expect(try Scaling(of: dataset, rows: []) == nil)
    #expect(try Scaling(of: .xor, rows: [0, 1]) == nil)
  }

  @Test("is learnt and applied until somebody interrupts", arguments: ScalingRule.allCases)
  func interrupted(_ rule: ScalingRule) throws {
    let large = Matrix<Double>(rows: 100_000, columns: 2, repeating: 1)
    let scaling = try Scaling(rule, of: matrix)
    let wide = Matrix<Double>(rows: 100_000, columns: matrix.columns, repeating: 1)
    // Interrupted once it is under way.
    func late() -> () -> Bool {
      var questions = 0
      return {
        questions += 1
        return questions > 1
      }
    }
    #expect(throws: CancellationError.self) {
      try Scaling(rule, of: large, isCancelled: late())
    }
    #expect(throws: CancellationError.self) {
      try scaling.applied(to: wide, isCancelled: late())
    }
  }

  /// To the last bit, as losses depend on each.
  @Test("has the mean and the deviation that a description shows")
  func asDescribed() throws {
    var stream = RandomState(seed: 5)
    let rows = (0..<300).map { _ in (0..<3).map { _ in 10 + stream.normal() } }
    let dataset = try Dataset(features: rows, targets: rows.map { [$0[0]] })
    guard
      case .columns(let columns) = try DatasetDescription(of: dataset, stopWords: .none).inputs,
      case .numbers(let numbers, _) = dataset.inputs
    else {
      Issue.record("the inputs are numbers")
      return
    }
    let scaled = try Scaling(.standard, of: numbers).applied(to: numbers)
    for (index, column) in columns.enumerated() {
      #expect(
        scaled.column(index)
          == numbers.column(index).map { ($0 - column.mean) / column.standardDeviation })
    }
  }
}
