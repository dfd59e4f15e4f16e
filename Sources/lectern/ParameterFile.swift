import Execution
import Notebook

/// A YAML file of parameters: names and values.
struct ParameterFile {
  /// What is wrong in a parameter file.
  struct Mistakes: Error {
    var diagnostics: [Diagnostic]
    var source: SourceText
  }

  private let path: String
  private let source: SourceText

  init(_ path: String, files: InputFiles) throws(FileProblem) {
    self.path = path
    source = SourceText(name: path, bytes: try files.bytes(ofFile: path))
  }

  /// The values in the file; paths among them start from the file's folder.
  func overrides(
    for parameters: [Parameter]
  ) throws(Mistakes) -> [ParameterValues.Override] {
    var diagnostics: [Diagnostic] = []
    var overrides: [ParameterValues.Override] = []
    if let node = YAMLReader(source).read(into: &diagnostics), !node.isMissing {
      if case .mapping(let entries) = node.content {
        overrides = entries.map { ParameterValues.Override(name: $0.key, value: value($0)) }
        check(entries, overrides, parameters, &diagnostics)
      } else {
        diagnostics.append(
          .error(.wrongType, "a parameter file maps names to values", at: node.range))
      }
    }
    if !diagnostics.isEmpty { throw Mistakes(diagnostics: diagnostics, source: source) }
    return overrides
  }

  private func value(_ entry: YAMLNode.Entry) -> YAMLNode {
    var value = entry.value
    value.folder = LessonPath.folder(of: path)
    return value
  }

  private func check(
    _ entries: [YAMLNode.Entry], _ overrides: [ParameterValues.Override],
    _ parameters: [Parameter], _ diagnostics: inout [Diagnostic]
  ) {
    var problems: [ParameterValues.Problem] = []
    _ = ParameterValues(parameters, overrides: overrides, problems: &problems)
    for problem in problems {
      let entry = entries[problem.override]
      let isKnown = parameters.contains { $0.name == entry.key }
      diagnostics.append(
        .error(
          isKnown ? .wrongType : .unknownParameter, problem.message,
          at: isKnown ? entry.value.range : entry.keyRange))
    }
  }
}
