import Foundation
import Learning
import Testing

/// Files that are made to do harm end in one error each.
@Suite("A hostile file")
struct HostileFileTests {
  private static let comma = TableFormat.Layout.separated(
    by: .comma, hasQuotes: true, hasHeader: true)

  private func message(
    _ bytes: [UInt8], as format: TableFormat = TableFormat(comma)
  ) -> String? {
    do throws(TableError) {
      _ = try TextTable(parsing: bytes, as: format)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("of one line of 100 MB is refused as what it is")
  func longLine() {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
    #expect(message(line) == "row 1 (line 1): there is nothing below the header")
    #expect(
      message(line, as: TableFormat(.jsonLines)) == "row 1 (line 1): '{' belongs here")
  }

  @Test("of a million columns is read, and each row must have as many")
  func manyColumns() throws {
    let header = (0..<1_000_000).map { "c\($0)" }.joined(separator: ",")
    let row = String(repeating: "1,", count: 999_999)
    let table = try TextTable(parsing: Array("\(header)\n\(row)2\n".utf8))
    #expect(table.columnCount == 1_000_000 && table.rowCount == 1)
    #expect(table.text(row: 0, column: 999_999) == "2")
    #expect(
      message(Array("\(header)\n\(row)\n1,2\n".utf8))
        == "row 3 (line 3): expected 1000000 fields, found 2")
  }

  @Test("with a quote that is never closed names the line of the quote")
  func openQuote() {
    let rows = String(repeating: "1,2\n", count: 5_000_000)
    #expect(
      message(Array("a,b\n1,\"\(rows)".utf8))
        == "row 2 (line 2), column 2: the quote that opens on this line is never closed")
    #expect(
      message(Array(("a,b\n" + rows + "\"").utf8))
        == "row 5000002 (line 5000002), column 1: the quote that opens on this line is never closed"
    )
  }

  @Test("that unpacks to very much is refused before it has filled the memory")
  func bomb() {
    // Each byte 0 stands for 1,032 NUL bytes; the file would unpack to 200 MB, and has no end.
    let bomb: [UInt8] =
      [
        0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0xEC, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90,
        0xFE,
        0xAF, 0xEE, 0x08, 0x0A,
      ] + [UInt8](repeating: 0, count: 200_000)
    #expect(
      message(bomb, as: TableFormat(Self.comma, isPacked: true))
        == "row 1 (line 1): it unpacks to more than \((64 << 20) + 200 * bomb.count) bytes")
  }

  @Test(
    "in another encoding is told from UTF-8",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "the mark of UTF-16"),
      ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "a NUL byte"),
      (Array("a,b\n1,".utf8) + [0xE9, 0x0A], "not UTF-8"),
      (Array("a,b\n1,".utf8) + [0x81, 0x40, 0x0A], "not UTF-8"),
      ([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0], "not UTF-8"),
    ] as [([UInt8], String)])
  func encoding(_ bytes: [UInt8], _ words: String) {
    #expect(message(bytes)?.contains(words) == true)
    #expect(message(bytes, as: TableFormat(.jsonLines))?.contains(words) == true)
  }

  /// Every pair of a leading byte and a second one, with what may follow, is text exactly when it is for the standard library.
  @Test func isUTF8WhereTheStandardLibrarySaysSo() {
    for first in UInt8(0x7F)...0xFF {
      for second in UInt8(0x7E)...0xC1 {
        for rest in [[], [0x80], [0x80, 0xBF], [0x80, 0xBF, 0x80], [0xC0], [0x41, 0x80]]
          as [[UInt8]]
        {
          // At each place in a word of eight bytes.
          let bytes =
            Array("a\n".utf8) + Array("12345678".utf8.prefix(Int(second % 8))) + [first, second]
            + rest
          let isText = String(validating: bytes, as: UTF8.self) != nil
          #expect((try? TextTable(parsing: bytes)) != nil || !isText, "\(bytes)")
          #expect(isText || message(bytes)?.contains("not UTF-8") == true, "\(bytes)")
        }
      }
    }
  }
}
