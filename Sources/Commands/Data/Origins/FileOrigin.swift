import Execution
import Learning

/// A table in a file on this machine.
struct FileOrigin: TableOrigin {
  let location: Location

  func absence(from files: InputFiles, lessonFolder: String) -> BlockFailure? {
    location.absence(from: files, lessonFolder: lessonFolder)
  }

  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline? {
    block.checkFile(DataFile(location, lessonFolder: scope.lessonFolder), &scope)
  }

  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt {
    let file = DataFile(location, lessonFolder: context.lessonFolder)
    return .had(try block.dataset(in: file, context.files))
  }
}

extension Location {
  /// That a path leads to no file; nil if it leads to one.
  func absence(from files: InputFiles, lessonFolder: String) -> BlockFailure? {
    if files.isThere(path(lessonFolder: lessonFolder)) { return nil }
    return BlockFailure("the data file '\(shown)' does not exist", at: range)
  }
}
