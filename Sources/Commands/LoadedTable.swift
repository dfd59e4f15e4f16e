import Execution
import Learning

/// A table file that has been read, with where it came from.
struct LoadedTable: Sendable {
  var table: CSVTable
  var source: DataSource

  /// Reads a file of comma- or tab-separated values, once per run.
  static func load(
    _ location: Location, header: Bool, _ files: InputFiles, _ lessonFolder: String
  ) throws(BlockFailure) -> LoadedTable {
    let name = location.text.split(separator: "/").last.map(String.init) ?? location.text
    guard let delimiter = delimiter(of: name) else {
      throw BlockFailure(
        "'\(name)' is neither a .csv nor a .tsv file, nor builtin:…", at: location.range)
    }
    let path = location.path(lessonFolder: lessonFolder)
    do {
      return try files.value(ofFile: path, key: "table, header: \(header)") {
        (content) throws(CSVError) in
        LoadedTable(
          table: try CSVTable(parsing: content.bytes, delimiter: delimiter, hasHeader: header),
          source: DataSource(name: name, sha256: content.sha256))
      }
    } catch let error as CSVError {
      throw BlockFailure("\(name), \(error)", at: location.range)
    } catch let problem as FileProblem {
      throw BlockFailure(
        "the data file '\(name)' \(problem.reason)", at: location.range,
        notes: path == name ? [] : ["it is looked for at '\(path)'"])
    } catch {
      throw BlockFailure("\(error)", at: location.range)
    }
  }

  private static func delimiter(of name: String) -> CSVDelimiter? {
    switch name.split(separator: ".").last?.lowercased() {
    case "csv": .comma
    case "tsv", "tab": .tab
    default: nil
    }
  }
}
