import ArgumentParser
import Execution
import Notebook

/// With which parameters lessons are meant, and how strictly.
struct LessonArguments: ParsableArguments {
  @ArgumentParser.Option(
    name: [.customShort("p"), .customLong("param")],
    help: "Set a parameter of the lesson: name=value. May be repeated.")
  var parameters: [String] = []

  @ArgumentParser.Option(
    name: .customLong("params"),
    help: "Set parameters from a YAML file; a 'matrix' in it runs all combinations of lists.")
  var parameterFile: String?

  // What looks like an option may be a number below zero, and is told as such.
  @ArgumentParser.Option(
    parsing: .unconditional, help: "Replace the lesson's seed, 0 to 4294967295.")
  var seed: UInt32?

  @Flag(help: "Fetch no data; what was fetched before is enough.")
  var offline = false

  @Flag(
    help: """
      Take warnings for errors: those of the check, and of a run those of what the lesson asks for and does not get, \
      which are values in prose or their formats, labelled or captioned figures and tables, blocks that cannot run, and \
      errors that are to be shown. What blocks remark on their results, such as that training diverged, does not count, \
      nor does a fence that is shown, and would be a block in braces.
      """)
  var strict = false

  /// What `-p` gives, in order; a value's paths start from the current folder.
  func overrides(into mistakes: inout ParameterMistakes) -> [ParameterValues.Override] {
    parameters.compactMap { argument in
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        let message = "a parameter is given as name=value, not '\(argument)'"
        mistakes.add(.error(.badParameter, message, at: nil), in: nil)
        return nil
      }
      let text = String(argument[argument.index(after: equals)...])
      return ParameterValues.Override(name: String(argument[..<equals]), value: Self.node(text))
    }
  }

  private static let currentFolder = "."

  /// A list in brackets is a list; anything else is the value's text as it stands.
  private static func node(_ text: String) -> YAMLNode {
    let source = SourceText(name: "-p", text: text)
    var problems: [Diagnostic] = []
    if text.hasPrefix("["), let list = YAMLReader(source).read(into: &problems), problems.isEmpty {
      return list.starting(from: currentFolder)
    }
    return YAMLNode(
      .scalar(.init(text)), range: SourceRange(0, text.utf8.count), folder: currentFolder)
  }
}
