import Foundation
import Learning
import Testing

/// The csv-spectrum collection, which lies outside the package.
private enum CSVSpectrum {
  static let folder =
    ProcessInfo.processInfo.environment["LECTERN_CSV_SPECTRUM"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/csv-spectrum")

  /// Whether the tests can run, or must.
  static var isTested: Bool {
    ProcessInfo.processInfo.environment["LECTERN_REQUIRE_EVERYTHING"] == "1"
      || FileManager.default.fileExists(atPath: folder.path)
  }
}

/// Twelve files, with the JSON that they mean.
@Suite(
  "The csv-spectrum collection",
  .enabled(
    if: CSVSpectrum.isTested, "needs the collection; LECTERN_CSV_SPECTRUM names its folder"))
struct CSVSpectrumTests {
  @Test(
    "is read as it means to be",
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
      "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func file(_ name: String) throws {
    let bytes = try Data(contentsOf: CSVSpectrum.folder.appending(path: "csvs/\(name).csv"))
    let json = try Data(contentsOf: CSVSpectrum.folder.appending(path: "json/\(name).json"))
    let decoder = JSONDecoder()
    // One file holds an object instead of a list of one.
    let expected =
      try (try? decoder.decode([[String: String]].self, from: json))
      ?? [decoder.decode([String: String].self, from: json)]
    let table = try TextTable(parsing: Array(bytes))
    let rows = (0..<table.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: table.header.enumerated().map { column, name in
          (name, table.text(row: row, column: column))
        })
    }
    #expect(rows == expected.map { Self.corrected($0, of: name) })
  }

  /// One expected file has another telephone number than its CSV file.
  private static func corrected(_ row: [String: String], of name: String) -> [String: String] {
    guard name == "location_coordinates" else { return row }
    return row.merging(["Contact Phone Number": "2095257564"]) { $1 }
  }
}
