import Execution
import Learning
import Notebook

/// A table with the rows of a source, and where they come from.
struct LoadedTable: Sendable {
  var table: TextTable
  var source: DataSource
}

/// The file or files of one source, and how to read them.
struct DataFile {
  /// How a lesson says that its files are written, as far as it does; the rest is told by their names.
  struct Description: Sendable, Hashable {
    var delimiter: CSVDelimiter?
    var hasQuotes = true
    var hasHeader = true
    var encoding = TextEncoding.utf8
    var decimalMark = DecimalMark.point
    var missingValues = MissingValues.usual
  }

  /// What stands for the source in messages and reports.
  let name: String
  let files: [FetchedFiles.File]
  let range: SourceRange
  /// Where another file may be found that is meant, if this one is not there.
  private let nearby: NearbyFiles?

  /// A file on this machine, whose path the lesson writes.
  init(_ location: Location, lessonFolder: String) {
    name = location.shown
    files = [.init(name: name, path: location.path(lessonFolder: lessonFolder))]
    range = location.range
    nearby = NearbyFiles(of: location, lessonFolder: lessonFolder)
  }

  /// What has been fetched from elsewhere.
  init(_ fetched: FetchedFiles, of location: Location) {
    name = fetched.description
    files = fetched.files
    range = location.range
    nearby = nil
  }

  /// Why a table is not there, however the lesson says that it is written; nil if all are.
  func absence(from inputs: InputFiles) -> BlockFailure? {
    for file in files where TableFormat(fileName: file.name) != nil && !inputs.isThere(file.path) {
      do throws(FileProblem) {
        _ = try inputs.bytes(ofFile: file.path, limit: .data)
      } catch {
        return BlockFailure(error, ofDataFile: file.name, at: range, nearby: nearby)
      }
    }
    return nil
  }

  /// Reads all rows, once per run.
  func table(as description: Description, from inputs: InputFiles) throws(BlockFailure)
    -> LoadedTable
  {
    var tables: [LoadedTable] = []
    for file in files { tables.append(try table(of: file, description, inputs)) }
    if tables.count == 1 { return tables[0] }
    do throws(DatasetError) {
      return LoadedTable(
        table: try TextTable(joining: tables.map(\.table)), source: DataSource(name: name))
    } catch {
      throw BlockFailure("\(name), \(error)", at: range)
    }
  }

  private func table(
    of file: FetchedFiles.File, _ description: Description, _ inputs: InputFiles
  ) throws(BlockFailure) -> LoadedTable {
    guard let format = Self.format(of: file.name, description) else {
      throw BlockFailure(
        "'\(file.name)' is no .csv, .tsv, .jsonl or -ubyte file, packed as .gz or not, nor builtin:…",
        at: range)
    }
    do {
      let read = try inputs.value(ofFile: file.path, key: "table, \(format)", limit: .data) {
        (bytes) throws(TableError) in
        try TextTable(parsing: bytes, as: format)
      }
      var table = read.value
      table.missingValues = description.missingValues
      // In JSON, a number has a point in every country.
      if format.layout != .jsonLines { table.decimalMark = description.decimalMark }
      return LoadedTable(table: table, source: DataSource(name: name, sha256: read.sha256))
    } catch let error as TableError {
      throw BlockFailure(
        "\(file.name), \(error)", at: range,
        notes: (error.likelyDelimiter.map { [$0.advice] } ?? [])
          + furtherPlaces(error.others, untoldCount: error.untoldCount))
    } catch let problem as FileProblem {
      throw BlockFailure(
        problem, ofDataFile: file.name, at: range,
        nearby: inputs.isThere(file.path) ? nil : nearby)
    } catch {
      throw BlockFailure("\(error)", at: range)
    }
  }

  private static func format(of name: String, _ description: Description) -> TableFormat? {
    let told = TableFormat(fileName: name, hasHeader: description.hasHeader)
    // A file of any name can be read if the lesson says what separates its cells.
    guard
      var format = told
        ?? description.delimiter.map({ delimiter in
          TableFormat(
            .separated(by: delimiter, hasQuotes: true, hasHeader: description.hasHeader),
            isPacked: name.lowercased().hasSuffix(".gz"))
        })
    else { return nil }
    format.encoding = description.encoding
    if case .separated(let delimiter, _, let hasHeader) = format.layout {
      format.layout = .separated(
        by: description.delimiter ?? delimiter, hasQuotes: description.hasQuotes,
        hasHeader: hasHeader)
    }
    return format
  }
}

/// Where else a file has mistakes of one kind, for notes.
func furtherPlaces(_ mistakes: [any Error], untoldCount: Int) -> [String] {
  mistakes.map { "\($0)" }
    + (untoldCount > 0
      ? ["and so on in \(untoldCount) more row\(untoldCount == 1 ? "" : "s")"] : [])
}
