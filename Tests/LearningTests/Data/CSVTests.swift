import Learning
import Testing

@Suite("A CSV file")
struct CSVTests {
  struct Accepted: Sendable {
    let text: String
    let header: [String]
    let rows: [[String]]
  }

  @Test(
    "is read as its records",
    arguments: [
      Accepted(text: "a,b\n1,2\n", header: ["a", "b"], rows: [["1", "2"]]),
      Accepted(text: "a,b\r\n1,2\r\n3,4", header: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
      Accepted(text: "a,b\r1,2\r3,4\r", header: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
      Accepted(text: "\u{FEFF}a\n1", header: ["a"], rows: [["1"]]),
      Accepted(text: "\u{FEFF}\"a\"\n1", header: ["a"], rows: [["1"]]),
      Accepted(text: "a,b\n\"x,y\",\"\"\n", header: ["a", "b"], rows: [["x,y", ""]]),
      Accepted(text: "a\n\"say \"\"hi\"\"\"\n", header: ["a"], rows: [["say \"hi\""]]),
      Accepted(text: "a\n\"\"\"\"\n", header: ["a"], rows: [["\""]]),
      Accepted(
        text: "a,b\n\"one\r\ntwo\nthree\rfour\",2", header: ["a", "b"],
        rows: [["one\r\ntwo\nthree\rfour", "2"]]),
      Accepted(
        text: "\n \t\na,b\n\n1,\n   \r\n,2\n\n", header: ["a", "b"], rows: [["1", ""], ["", "2"]]),
      Accepted(text: "a\n\"\"\n1", header: ["a"], rows: [[""], ["1"]]),
      Accepted(
        text: ",x,\n1,2,3", header: ["Unnamed: 0", "x", "Unnamed: 2"], rows: [["1", "2", "3"]]),
      Accepted(text: "ä,日本\né,🎉", header: ["ä", "日本"], rows: [["é", "🎉"]]),
      Accepted(text: "a, b\n 1 ,2 ", header: ["a", " b"], rows: [[" 1 ", "2 "]]),
    ])
  func reads(_ accepted: Accepted) throws {
    let table = try TextTable(parsing: Array(accepted.text.utf8))
    #expect(table.header == accepted.header)
    #expect(contents(of: table) == accepted.rows)
  }

  @Test func mayBeDelimitedByTabs() throws {
    let table = try TextTable(parsing: Array("a\tb\n1,5\t\"x\ty\"\n\t\n".utf8), delimiter: .tab)
    #expect(table.header == ["a", "b"])
    #expect(contents(of: table) == [["1,5", "x\ty"], ["", ""]])
  }

  @Test(
    "guesses what separates its cells where its first row is one cell",
    arguments: [
      ("a;b\n1;2\n", ";"), ("a\tb c|d\n1\n", "\t"), ("\u{FEFF}a|b\n1\n", "|"), ("a.b\n1\n", nil),
      ("a;b,c\n1,2\n", nil), ("\"a,b\"\n1\n", nil),
    ])
  func guessesItsDelimiter(_ text: String, _ delimiter: String?) throws {
    let table = try TextTable(parsing: Array(text.utf8))
    #expect(table.likelyDelimiter == delimiter.flatMap { CSVDelimiter($0) })
  }

  @Test func guessesItsDelimiterWhereRowsAreRagged() {
    let error = #expect(throws: TableError.self) {
      try TextTable(parsing: Array("a;b\n1,5;2,5\n".utf8))
    }
    #expect(error?.description == "row 2 (line 2), column 2: expected 1 field, found 3")
    #expect(error?.likelyDelimiter == CSVDelimiter(";"))
  }

  @Test func mayHaveNoHeader() throws {
    let table = try TextTable(parsing: Array("1,2\n3,4".utf8), hasHeader: false)
    #expect(table.header == ["c1", "c2"])
    #expect(contents(of: table) == [["1", "2"], ["3", "4"]])
    #expect(table.recordNumber(ofRow: 1) == 2)
  }

  struct Rejected: Sendable {
    let bytes: [UInt8]
    let error: String

    init(_ bytes: [UInt8], _ error: String) {
      self.bytes = bytes
      self.error = error
    }

    init(_ text: String, _ error: String) {
      self.init(Array(text.utf8), error)
    }
  }

  @Test(
    "is refused with the place of its first mistake",
    arguments: [
      Rejected("", "row 1 (line 1): the file is empty"),
      Rejected("\n \n", "row 1 (line 1): the file is empty"),
      Rejected("\na,b\n", "row 1 (line 2): there is nothing below the header"),
      Rejected("a,b\n1,2\n3\n", "row 3 (line 3): expected 2 fields, found 1"),
      Rejected("a\n\n\"x\ny\"\n1,2", "row 3 (line 5), column 2: expected 1 field, found 2"),
      Rejected("a,b\n1,\"x\ny\",\"3\n\"\n", "row 2 (line 3), column 3: expected 2 fields, found 3"),
      Rejected("a,b,c\n1,\"x\ny\"\n", "row 2 (line 3): expected 3 fields, found 2"),
      Rejected(
        "a,b\r\n\"p\r\nq\",\"x\"y\r\n", "row 2 (line 3), column 2: text after the closing quote"),
      Rejected(
        "a,b\n1,2\n3,\"open\n5,6\n",
        "row 3 (line 3), column 2: the quote that opens on this line is never closed"),
      Rejected("a,b,a\n1,2,3", "row 1 (line 1), column 3: columns 1 and 3 are both named 'a'"),
      Rejected(
        "a,b\n1,x\0\n",
        "row 2 (line 2), column 2: a NUL byte, which no text has; if the file is in UTF-16, say 'encoding: utf-16'"
      ),
      Rejected(
        Array("a,b\n1,".utf8) + [0xE9, 0x0A],
        "row 2 (line 2), column 2: a byte that is not UTF-8; save the file as UTF-8, or say 'encoding: latin-1'"
      ),
      Rejected(
        Array("a,b\n1,".utf8) + [0x80, 0x0A],
        "row 2 (line 2), column 2: a byte that is not UTF-8; save the file as UTF-8, or say 'encoding: windows-1252'"
      ),
      // Windows 1252 has nothing at 0x81.
      Rejected(
        Array("a,b\n1,".utf8) + [0x80, 0x81, 0x0A],
        "row 2 (line 2), column 2: a byte that is not UTF-8; save the file as UTF-8, or say 'encoding: latin-1'"
      ),
      Rejected(
        [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00],
        "row 1 (line 1), column 1: the mark of UTF-16, which is no UTF-8; say 'encoding: utf-16'"),
    ])
  func refuses(_ rejected: Rejected) {
    #expect(throws: TableError.self) { try TextTable(parsing: rejected.bytes) }
    do throws(TableError) {
      _ = try TextTable(parsing: rejected.bytes)
    } catch {
      #expect(error.description == rejected.error)
    }
  }

  @Test func tellsTheLineOfEveryRaggedRecord() throws {
    let error = try #require(throws: TableError.self) {
      try TextTable(parsing: Array("a,b\r\n1\r\n\"x\r\ny\",2\r\n3\r\n\r\n4\r5,\"6\n\",7".utf8))
    }
    let places = ([error] + error.others).map { [$0.row, $0.line] }
    #expect(places == [[2, 2], [4, 5], [5, 7], [6, 9]])
  }

  @Test func survivesAnyBytes() {
    var state: UInt32 = 1
    let alphabet = Array("a,\"\n\r\t é".utf8) + [0, 0xC3]
    for _ in 0..<20_000 {
      let bytes = (0..<12).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return alphabet[Int(state >> 16) % alphabet.count]
      }
      guard let table = try? TextTable(parsing: bytes) else { continue }
      #expect(contents(of: table).allSatisfy { $0.count == table.columnCount })
    }
  }

  private func contents(of table: TextTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      (0..<table.columnCount).map { table.text(row: row, column: $0) }
    }
  }
}
