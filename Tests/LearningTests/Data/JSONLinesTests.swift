import Learning
import Testing

@Suite("A file of JSON lines")
struct JSONLinesTests {
  @Test func isReadAsATable() throws {
    let table = try table(
      #"""
      {"text": "a \"b\"\n\u00e9 \ud83c\udf89 \/", "n": -1.5e3, "ok": true}

       { "ok":false , "n":2,"text":null }
      """#)
    #expect(table.header == ["text", "n", "ok"])
    #expect(table.rowCount == 2)
    #expect((0..<3).map { table.text(row: 0, column: $0) } == ["a \"b\"\né 🎉 /", "-1.5e3", "true"])
    #expect((0..<3).map { table.text(row: 1, column: $0) } == ["", "2", "false"])
    #expect(table.recordNumber(ofRow: 1) == 2)
  }

  @Test(
    "is refused with the line of its first mistake",
    arguments: [
      ("", "row 1 (line 1): the file is empty"),
      ("{}", "row 1 (line 1): the file is empty"),
      ("[1]", "row 1 (line 1): '{' belongs here"),
      (#"{"a": 1}"# + "\n\n" + #"{"b": 1}"#, "row 2 (line 3): the key 'a' of row 1 is missing"),
      (#"{"a": 1}"# + "\n" + #"{"a": 1, "b": 2}"#, "row 2 (line 2): the key 'b' is not in row 1"),
      (#"{"a": 1, "a": 2}"#, "row 1 (line 1): the key 'a' stands twice in one object"),
      (#"{"a": [1]}"#, "row 1 (line 1): a value that is no string, number, true, false or null"),
      (#"{"a": NaN}"#, "row 1 (line 1): a value that is no string, number, true, false or null"),
      (#"{"a": "x"#, "row 1 (line 1): a string is not closed on its line"),
      (#"{"a": "\ud800"}"#, "row 1 (line 1): an escape that is no character of a text"),
      (#"{"a": "\q"}"#, "row 1 (line 1): a backslash before a character that needs none"),
      (#"{"a": 1} {"a": 2}"#, "row 1 (line 1): text after the object; every line has one object"),
      (#"{"a": 1,"#, "row 1 (line 1): a string in double quotes belongs here"),
      (#"{"a":"#, "row 1 (line 1): the line ends inside an object"),
      ("{\"a\": 1}\n{\"a\": \r\n{\"a\": 2}", "row 2 (line 2): the line ends inside an object"),
      (#"{"a" 1}"#, "row 1 (line 1): ':' belongs here"),
      (
        "{\"a\": \"\0\"}",
        "row 1 (line 1): a NUL byte, which no text has; if the file is in UTF-16, say 'encoding: utf-16'"
      ),
      (#"{"a": 1e999, "b": 2}"#, "row 1 (line 1): 1e999 is too large for a number"),
    ])
  func refuses(_ text: String, _ message: String) {
    do throws(TableError) {
      _ = try table(text)
      Issue.record("this was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func survivesAnyBytes() {
    var state: UInt32 = 1
    let alphabet = Array("{}:,\"\\ud80a1-.e\n\r n[]é".utf8) + [0, 0xC3]
    for _ in 0..<20_000 {
      let bytes = (0..<14).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return alphabet[Int(state >> 16) % alphabet.count]
      }
      let table = try? TextTable(parsingJSONLines: Array(#"{"a":"#.utf8) + bytes)
      #expect(table.map { $0.rowCount > 0 } ?? true)
    }
  }

  private func table(_ text: String) throws(TableError) -> TextTable {
    try TextTable(parsingJSONLines: Array(text.utf8))
  }
}
