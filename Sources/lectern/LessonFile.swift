import ArgumentParser
import Commands
import Execution
import Notebook

/// A lesson's file, and what the command line says about it.
struct LessonFile {
  let path: String
  private let arguments: LessonArguments

  init(_ path: String, _ arguments: LessonArguments) {
    self.path = path
    self.arguments = arguments
  }

  /// The lesson as it stands now, checked. Throws a `FileProblem` if it or its parameter file cannot be read,
  /// `ParameterFile.Mistakes`, and a `ValidationError` if a parameter of the command line does not fit.
  func plan(files: InputFiles) throws -> Plan {
    let bytes = try files.bytes(ofFile: path)
    let notebook = Notebook(SourceText(name: path, bytes: bytes))
    return Plan(
      notebook, commands: blockCommands, parameters: try parameters(of: notebook, files: files),
      lessonFolder: LessonPath.folder(of: path), seed: arguments.seed, files: files)
  }

  /// Whether the lesson may run as the check left it, with what it found.
  func mayRun(_ plan: Plan, with found: [Diagnostic]) -> Bool {
    plan.canRun && (!arguments.strict || found.isEmpty)
  }

  /// Something that the check found, as severe as the command line takes it.
  func asSevere(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if arguments.strict { diagnostic.severity = .error }
    return diagnostic
  }

  /// The parameters: the lesson's, over them those of the file, over them those of the command line.
  private func parameters(of notebook: Notebook, files: InputFiles) throws -> ParameterValues {
    let declared = notebook.frontMatter.parameters
    var overrides: [ParameterValues.Override] = []
    if let path = arguments.parameterFile {
      overrides = try ParameterFile(path, files: files).overrides(for: declared)
    }
    overrides += try arguments.overrides()
    var problems: [ParameterValues.Problem] = []
    let values = ParameterValues(declared, overrides: overrides, problems: &problems)
    if let problem = problems.first { throw ValidationError(problem.message) }
    return values
  }
}
