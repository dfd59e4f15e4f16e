import Execution
import Notebook

/// A YAML file of parameters: names and values, and under `matrix` lists of values, of which every combination is a run of
/// its own.
struct ParameterFile {
  /// Values that vary from run to run.
  struct Matrix {
    /// The word `matrix`.
    var range: SourceRange
    /// A parameter each, with the list of its values.
    var axes: [YAMLNode.Entry] = []
    /// What the reports are called; nil for a name made of all values.
    var pattern: YAMLNode.Entry?
  }

  private static let matrixKey = "matrix"
  private static let patternKey = "name"

  let source: SourceText
  /// The values that are the same in all runs.
  private(set) var values: [YAMLNode.Entry] = []
  private(set) var matrix: Matrix?
  /// What is wrong with the file whatever the lessons are.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file. Paths among its values start from its folder.
  ///
  /// - Parameters:
  ///   - names: the parameters of the lessons, among them perhaps `matrix` and `name`.
  ///   - given: those that the command line gives.
  init(
    _ path: String, files: InputFiles, names: Set<String>, given: Set<String>
  ) throws(FileProblem) {
    source = SourceText(name: path, bytes: try files.bytes(ofFile: path, limit: .text))
    guard let node = YAMLReader(source).read(into: &diagnostics), !node.isMissing else { return }
    guard case .mapping(let entries) = node.content else {
      diagnostics.append(
        .error(.wrongType, "a parameter file maps names to values", at: node.range))
      return
    }
    values = entries.map { entry in
      var entry = entry
      entry.value = entry.value.starting(from: LessonPath.folder(of: path))
      return entry
    }
    takeMatrix(names)
    if let matrix {
      // A parameter that has its values elsewhere leaves the word to the pattern.
      takePattern(names.subtracting(given).subtracting(matrix.axes.map(\.key)))
    }
  }

  /// A parameter of this name has no mapping for its value, so that a mapping is a matrix in any case.
  private mutating func takeMatrix(_ names: Set<String>) {
    guard let index = values.firstIndex(where: { $0.key == Self.matrixKey }) else { return }
    let entry = values[index]
    guard case .mapping(let axes) = entry.value.content else {
      if names.contains(Self.matrixKey) { return }
      values.remove(at: index)
      matrix = Matrix(range: entry.keyRange)
      diagnostics.append(
        .error(
          .wrongType,
          "'matrix' maps parameters to lists of values; this is \(entry.value.shapeDescription)",
          at: entry.placeOfValue))
      return
    }
    values.remove(at: index)
    matrix = Matrix(range: entry.keyRange, axes: axes)
    if axes.isEmpty {
      diagnostics.append(
        .error(.emptyList, "the matrix names no parameter", at: entry.placeOfValue))
    }
  }

  private mutating func takePattern(_ names: Set<String>) {
    guard let index = values.firstIndex(where: { $0.key == Self.patternKey }) else { return }
    let entry = values.remove(at: index)
    if names.contains(Self.patternKey) {
      diagnostics.append(
        .error(
          .conflictingOptions,
          "beside a matrix, 'name' says what the reports are called, and here it is a parameter, too;"
            + " give the parameter in the matrix or with -p", at: entry.keyRange))
    } else if entry.value.scalar == nil || entry.value.isMissing {
      diagnostics.append(
        .error(
          .wrongType, "'name' is text such as ${lesson}-$rate, \(entry.value.misfit)",
          at: entry.placeOfValue))
    } else {
      matrix?.pattern = entry
    }
  }
}
