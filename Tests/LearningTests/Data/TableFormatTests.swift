import Foundation
import Learning
import Testing

@Suite("The format of a table")
struct TableFormatTests {
  /// `a,b` and `1,2` on two lines, packed with gzip.
  private static let packed: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 212, 73, 226, 50, 212, 49, 226, 2, 0, 123, 7, 151, 10, 8,
    0, 0, 0,
  ]
  private static let comma = TableFormat.Layout.separated(
    by: .comma, hasQuotes: true, hasHeader: true)

  @Test(
    "is told by the file's name",
    arguments: [
      ("mail.csv", false), ("a.b.TSV", false), ("x.tab", false), ("x.jsonl", false),
      ("x.ndjson.gz", true), ("mail.csv.gz", true),
    ])
  func ofName(_ name: String, _ isPacked: Bool) throws {
    #expect(try #require(TableFormat(fileName: name)).isPacked == isPacked)
  }

  @Test(
    "is not told by other names", arguments: ["mail", "csv", "mail.txt", "mail.gz", ".csv.zip", ""])
  func ofOtherName(_ name: String) {
    #expect(TableFormat(fileName: name) == nil)
  }

  @Test func packedFilesAreUnpacked() throws {
    let format = TableFormat(Self.comma, isPacked: true)
    let table = try TextTable(parsing: Self.packed, as: format)
    #expect(table.header == ["a", "b"])
    #expect(table.text(row: 0, column: 1) == "2")
    // Two packed files one after the other are one.
    let twice = try TextTable(parsing: Self.packed + Self.packed, as: format)
    #expect(twice.rowCount == 3)
  }

  @Test func damagedPackedFilesAreRefused() {
    let format = TableFormat(Self.comma, isPacked: true)
    for length in 0..<Self.packed.count {
      #expect(throws: TableError.self) {
        try TextTable(parsing: Array(Self.packed.prefix(length)), as: format)
      }
    }
    for index in [0, 1, 2, 11, 15, 22, 26] {
      var damaged = Self.packed
      damaged[index] ^= 0x55
      #expect(throws: TableError.self) { try TextTable(parsing: damaged, as: format) }
    }
    #expect(throws: TableError.self) {
      try TextTable(parsing: Array("a,b\n1,2\n".utf8), as: format)
    }
  }

  @Test func latin1IsRead() throws {
    let bytes = Array("a,b\n".utf8) + [0xE9, 0x2C, 0xFF, 0x0A]
    let table = try TextTable(parsing: bytes, as: TableFormat(Self.comma, encoding: .latin1))
    #expect(table.text(row: 0, column: 0) == "é")
    #expect(table.text(row: 0, column: 1) == "ÿ")
  }

  @Test func windows1252IsRead() throws {
    let bytes = Array("a,b\n".utf8) + [0x80, 0xE9, 0x2C, 0x84, 0x9F, 0x0A]
    let format = TableFormat(Self.comma, encoding: .windows1252)
    let table = try TextTable(parsing: bytes, as: format)
    #expect(table.text(row: 0, column: 0) == "€é")
    #expect(table.text(row: 0, column: 1) == "„Ÿ")
    for byte: UInt8 in [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
      let error = #expect(throws: TableError.self) {
        try TextTable(parsing: Array("a,b\n\n1,".utf8) + [byte, 0x0A], as: format)
      }
      // Blank lines are no rows, of which nothing is known yet.
      #expect(error?.description == "line 3: a byte that Windows 1252 does not have")
    }
  }

  /// Spreadsheets say in a first line what stands between the cells.
  @Test(arguments: ["sep=,\n", "sep=;\r\n", "\u{FEFF}sep=,\r", "\u{FEFF}"])
  func whatSpreadsheetsWriteFirstIsNoHeader(_ start: String) throws {
    let table = try TextTable(parsing: Array("\(start)a,b\n1,2\n".utf8))
    #expect(table.header == ["a", "b"] && table.rowCount == 1)
    let ragged = #expect(throws: TableError.self) {
      try TextTable(parsing: Array("\(start)a,b\n1,2,3\n".utf8))
    }
    #expect(ragged?.line == (start.contains("sep") ? 3 : 2))
  }

  @Test(arguments: ["sep=", "sep=\n", "sep=,", "sep=;x\n1", "sep,b\n1,2", "Sep=,\n1"])
  func otherFirstLinesAre(_ text: String) throws {
    let table = try? TextTable(parsing: Array("\(text)\n1\n".utf8))
    #expect(
      table?.header.first?.hasPrefix("sep") != false
        || table?.header.first?.hasPrefix("Sep") == true)
  }

  @Test("UTF-16 is read in both orders", arguments: [true, false])
  func utf16(isBigEndian: Bool) throws {
    let bytes = "\u{FEFF}a,b\né,😀\n".utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let format = TableFormat(Self.comma, encoding: .utf16)
    let table = try TextTable(parsing: bytes, as: format)
    #expect(table.header == ["a", "b"])
    #expect(table.text(row: 0, column: 1) == "😀")
    let cut = #expect(throws: TableError.self) {
      try TextTable(parsing: Array(bytes.dropLast()), as: format)
    }
    #expect(cut?.description == "line 2: half a character of UTF-16 at the end")
    // A surrogate without its other half.
    let half: [UInt8] = isBigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8]
    let halved = #expect(throws: TableError.self) {
      try TextTable(parsing: bytes + half, as: format)
    }
    #expect(halved?.description == "line 3: half a character of UTF-16")
  }

  @Test(
    "A file in another encoding is not UTF-16",
    arguments: ["a,b\n1,2\n", "a,b\n1,2", "\u{FEFF}a,b\n1,2\n", "a,é\n1,ü\n"])
  func noUTF16(_ text: String) throws {
    let error = #expect(throws: TableError.self) {
      try TextTable(
        parsing: Array(text.utf8), as: TableFormat(Self.comma, encoding: .utf16))
    }
    #expect(
      error?.description
        == "line 1: the file is not in UTF-16: it has neither its mark nor a zero byte; leave 'encoding' out"
    )
  }

  @Test("UTF-16 needs no mark") func unmarkedUTF16() throws {
    let bytes = "名,b\né,1\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let table = try TextTable(parsing: bytes, as: TableFormat(Self.comma, encoding: .utf16))
    #expect(table.header == ["名", "b"])
    let empty = #expect(throws: TableError.self) {
      try TextTable(parsing: [], as: TableFormat(Self.comma, encoding: .utf16))
    }
    #expect(empty?.message == "the file is empty")
  }

  @Test func withoutQuotesTheyAreText() throws {
    let format = TableFormat(.separated(by: .tab, hasQuotes: false, hasHeader: true))
    let table = try TextTable(parsing: Array("a\tb\n\"x\ty\"\n".utf8), as: format)
    #expect(table.text(row: 0, column: 0) == "\"x")
    #expect(table.text(row: 0, column: 1) == "y\"")
  }

  @Test("Many characters may stand between cells", arguments: [";", "|", "~", " ", "\t", "^"])
  func delimiter(_ text: String) throws {
    let delimiter = try #require(CSVDelimiter(text))
    let table = try TextTable(
      parsing: Array("a\(text)b\n1\(text)\"2\(text)3\"\n".utf8), delimiter: delimiter)
    #expect(table.text(row: 0, column: 1) == "2\(text)3")
  }

  @Test("Some cannot", arguments: ["", "a", "1", "\"", "\n", "\r", ",,", "é"])
  func noDelimiter(_ text: String) {
    #expect(CSVDelimiter(text) == nil)
  }

  private struct PythonFile: Decodable {
    var text: String
    var delimiter: String
    var rows: [[String]]
  }

  @Test func filesAreReadAsPythonReadsThem() throws {
    for file in try FrozenCases<PythonFile>.load("csvfiles") {
      let table = try TextTable(
        parsing: Array(file.text.utf8), delimiter: try #require(CSVDelimiter(file.delimiter)),
        hasHeader: false)
      let rows = (0..<table.rowCount).map { row in
        (0..<table.columnCount).map { table.text(row: row, column: $0) }
      }
      #expect(rows == file.rows, "\(file.text)")
    }
  }

  @Test func severalFilesAreOneAfterTheOther() throws {
    let first = try TextTable(parsing: Array("a,b\n1,2\n".utf8))
    let second = try TextTable(parsing: Array("a,b\n3,4\n5,6\n".utf8))
    let joined = try TextTable(joining: [first, second])
    #expect(joined.rowCount == 3)
    #expect(joined.text(row: 2, column: 1) == "6")
    let other = try TextTable(parsing: Array("a,c\n3,4\n".utf8))
    #expect(throws: DatasetError.self) { try TextTable(joining: [first, other]) }
  }
}

@Suite("Gaps and categories")
struct FeatureColumnTests {
  private let source = DataSource(name: "test.csv")

  private func table(_ text: String) throws -> TextTable {
    try TextTable(parsing: Array(text.utf8))
  }

  @Test("A missing number is an error at its place", arguments: ["", "NA", "NaN", "null", "n/a"])
  func missingNumber(_ cell: String) throws {
    let table = try table("x,y,c\n1,2,a\n3,\(cell),b\n")
    let error = #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), source: source)
    }
    #expect(error?.row == 3)
    #expect(error?.column == "y")
    let zero = try Dataset(table: table, answer: .label("c"), missing: .zero, source: source)
    #expect(zero.matrix(of: [1]) == Matrix(rows: 1, columns: 2, elements: [3, 0]))
    let dropped = try Dataset(table: table, answer: .label("c"), missing: .drop, source: source)
    #expect(dropped.rowCount == 1)
    #expect(dropped.labels?.classes == ["a"])
  }

  @Test func wordsThatAreNoNumbersStayErrors() throws {
    let table = try table("x,c\nmany,a\n2,b\n")
    for missing in MissingCells.allCases {
      #expect(throws: DatasetError.self) {
        try Dataset(table: table, answer: .label("c"), missing: missing, source: source)
      }
    }
  }

  @Test func whereNoRowIsCompleteThereIsNothing() throws {
    let table = try table("x,c\n,a\nNA,b\n")
    #expect(throws: DatasetError.self) {
      try Dataset(table: table, answer: .label("c"), missing: .drop, source: source)
    }
  }

  @Test func categoriesBecomeColumnsOfZerosAndOnes() throws {
    let table = try table("x,colour,c\n1,red,a\n2,blue,b\n3,red,a\n")
    let dataset = try Dataset(
      table: table, categories: ["colour"], answer: .label("c"), source: source)
    #expect(
      dataset.inputs
        == .numbers(
          Matrix(rows: 3, columns: 3, elements: [1, 0, 1, 2, 1, 0, 3, 0, 1]),
          names: ["x", "colour=blue", "colour=red"]))
    #expect(throws: DatasetError.self) {
      try Dataset(
        table: table, features: ["x"], categories: ["colour"], answer: .label("c"), source: source)
    }
  }

  @Test func tooManyCategoriesAreRefused() throws {
    let rows = (0..<2_000).map { "w\($0),\($0 % 2)\n" }.joined()
    let table = try table("word,c\n" + rows)
    #expect(throws: DatasetError.self) {
      try Dataset(table: table, categories: ["word"], answer: .label("c"), source: source)
    }
  }
}
