import Commands
import Execution
import Notebook

/// A lesson's file, read and not checked yet.
struct LessonFile: Sendable {
  let path: String
  let notebook: Notebook

  /// Reads a file.
  ///
  /// - Throws: `FileProblem` when it cannot be read.
  init(_ path: String, files: InputFiles) throws(FileProblem) {
    self.path = path
    do throws(FileProblem) {
      let bytes = try files.bytes(ofFile: path, limit: .text)
      notebook = Notebook(SourceText(name: path, bytes: bytes))
    } catch {
      throw Self.lacksEnding(path, files) ? error.suggesting(path + ".md") : error
    }
  }

  /// Whether a lesson is called like what is not there, but for its ending.
  private static func lacksEnding(_ path: String, _ files: InputFiles) -> Bool {
    !path.hasSuffix(".md") && !files.isThere(path) && files.isThere(path + ".md")
  }

  /// The lesson as parameters see it.
  var declaration: GivenParameters.Lesson {
    GivenParameters.Lesson(name: LessonPath.name(of: path), notebook: notebook)
  }

  /// The lesson, checked with the values of its parameters.
  func plan(_ variant: LessonVariant, _ arguments: LessonArguments, files: InputFiles) -> Plan {
    Plan(
      notebook, commands: blockCommands, parameters: variant.parameters,
      lessonFolder: LessonPath.folder(of: path), seed: arguments.seed, files: files)
  }
}

extension FileProblem {
  /// The same with the file that may be meant.
  fileprivate func suggesting(_ meant: String) -> FileProblem {
    FileProblem(path: path, reason: reason + Suggestion(written: path, meant: meant).description)
  }
}

extension LessonArguments {
  /// Whether a lesson may run as the check left it, with what it found.
  func allowRun(of plan: Plan, with found: [Diagnostic]) -> Bool {
    plan.canRun && !(strict && found.contains(where: \.countsWhenStrict))
  }

  /// Something that was found, as severe as the command line takes it.
  func asSevere(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if strict, diagnostic.countsWhenStrict { diagnostic.severity = .error }
    return diagnostic
  }
}
