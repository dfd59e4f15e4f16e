import Execution
import Learning
import Notebook

/// A table on the web, or tables on the hub, which are fetched when the block runs.
struct RemoteOrigin: TableOrigin {
  let location: Location

  private func source(for block: DataBlock) -> RemoteSource {
    RemoteSource(text: location.text, sha256: block.sha256?.lowercased())
  }

  /// An address must be one even if it is asked only when others cannot be had.
  func checkAddress(for block: DataBlock, _ scope: inout Scope) {
    do throws(FetchProblem) {
      _ = try scope.files.remote.localFiles(of: source(for: block))
    } catch {
      if error.isMistake { report(error, &scope) }
    }
  }

  private func report(_ problem: FetchProblem, _ scope: inout Scope) {
    scope.error(.unknownSource, problem.message, at: location.range, notes: problem.notes)
  }

  /// Before the data are fetched, little is known of them.
  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline? {
    do throws(FetchProblem) {
      if let fetched = try scope.files.remote.localFiles(of: source(for: block)) {
        return block.checkFile(DataFile(fetched, of: location), &scope)
      }
    } catch {
      report(error, &scope)
      return nil
    }
    guard block.answer != nil || !isLast else {
      scope.error(.missingOption, DataBlock.missingAnswer)
      return nil
    }
    let answers: ExamplesOutline.Answers =
      if case .targets(let names)? = block.answer {
        .targets(names, scaling: block.scaleTarget)
      } else {
        .classes(nil)
      }
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: block.columnsOfUnseenFile, inputColumns: block.inputColumnsOfUnseenFile,
        answers: answers, labelName: block.label, parts: [.train]), hasDigest: true)
  }

  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt {
    let fetched: FetchedFiles
    do throws(FetchProblem) {
      fetched = try context.files.remote.files(
        of: source(for: block), isCancelled: context.isCancelled)
    } catch {
      if error.isCancellation { throw CancellationError() }
      let failure = BlockFailure(error.message, at: location.range, notes: error.notes)
      if error.isMistake { throw failure }
      return .absent(failure)
    }
    return .had(try block.dataset(in: DataFile(fetched, of: location), context.files))
  }
}
