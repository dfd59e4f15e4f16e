import Commands
import Execution
import Notebook

/// The parameters that a call of the program gives, by `-p` and by a parameter file, for all of its lessons.
///
/// A parameter that only some of the lessons have is nothing to the others.
struct GivenParameters {
  /// A lesson that the parameters are for.
  struct Lesson {
    /// The name of its file, without folder and ending.
    var name: String
    var notebook: Notebook

    fileprivate var parameters: [Parameter] { notebook.frontMatter.parameters }
    /// Whether these are all that its author wrote.
    fileprivate var hasReadableParameters: Bool { notebook.frontMatter.hasReadableParameters }
  }

  /// The most combinations of values that a matrix may have.
  static let mostCombinations = 500

  private let arguments: [ParameterValues.Override]
  private let file: ParameterFile?
  /// All parameters of all lessons.
  private let declared: [Parameter]
  /// Whether some lesson or its front matter could not be read, so that nobody knows what parameters it has.
  private let lacksLessons: Bool
  private(set) var mistakes = ParameterMistakes()

  /// The parameters of a call, held against its lessons.
  ///
  /// - Parameter lacksLessons: whether there are further lessons, whose parameters nobody knows.
  /// - Throws: `FileProblem` when the parameter file cannot be read.
  init(
    _ lessons: [Lesson], _ arguments: LessonArguments, files: InputFiles, lacksLessons: Bool = false
  ) throws(FileProblem) {
    self.lacksLessons = lacksLessons || !lessons.allSatisfy(\.hasReadableParameters)
    self.arguments = arguments.overrides(into: &mistakes)
    declared = lessons.flatMap(\.parameters)
    let names = Set(declared.map(\.name))
    if let path = arguments.parameterFile {
      let given = Set(self.arguments.map(\.name))
      file = try ParameterFile(path, files: files, names: names, given: given)
    } else {
      file = nil
    }
    checkArguments()
    if let file { check(file) }
  }

  /// The ways to run a lesson, first list outermost; where there are mistakes, one with what fits.
  mutating func variants(of lesson: Lesson) -> [LessonVariant] {
    let plain = LessonVariant(name: lesson.name, parameters: values(for: lesson, in: []))
    guard mistakes.isEmpty, let file, let matrix = file.matrix else { return [plain] }
    let axes = axes(of: matrix, for: lesson)
    if axes.isEmpty { return [plain] }
    let combinations = combinations(of: axes)
    let places = LocationParameters(
      of: lesson.notebook, commands: blockCommands,
      runs: combinations.map { values(for: lesson, in: $0) })
    let variants = combinations.compactMap { combination in
      variant(of: lesson, combination, hiding: places, matrix, file.source)
    }
    checkNames(of: variants, matrix, file.source)
    return mistakes.isEmpty ? variants : [plain]
  }

  /// The way to run a lesson of which only one run can be shown.
  mutating func onlyVariant(of lesson: Lesson) throws(ParameterMistakes) -> LessonVariant {
    let variants = variants(of: lesson)
    if variants.count > 1, let file, let matrix = file.matrix {
      let choice = axes(of: matrix, for: lesson).map { "-p \($0.name)=…" }
      mistakes.add(
        .error(
          .conflictingOptions,
          "a preview shows one combination, and the matrix has \(variants.count); choose one with"
            + " \(choice.joined(separator: " "))", at: matrix.range), in: file.source)
    }
    guard mistakes.isEmpty, let only = variants.first else { throw mistakes }
    return only
  }
}

// MARK: - Checks

extension GivenParameters {
  private mutating func checkArguments() {
    for argument in arguments {
      if let found = problem(of: argument.name, argument.value) {
        mistakes.add(
          .error(found.code, found.message, at: nil, suggestion: found.suggestion), in: nil)
      }
    }
  }

  private mutating func check(_ file: ParameterFile) {
    for diagnostic in file.diagnostics { mistakes.add(diagnostic, in: file.source) }
    for entry in file.values { check(entry, [entry.value], in: file.source) }
    guard let matrix = file.matrix else { return }
    let fixed = Set(file.values.map(\.key))
    for axis in matrix.axes {
      if fixed.contains(axis.key) {
        mistakes.add(
          .error(
            .conflictingOptions, "'\(axis.key)' has one value above and a list in the matrix",
            at: axis.keyRange), in: file.source)
      } else if case .sequence(let values) = axis.value.content {
        check(axis, values, in: file.source)
        if isKnown(axis.key) { check(axis, isListOf: values, in: file.source) }
      } else if !isKnown(axis.key) {
        check(axis, [], in: file.source)
      } else {
        mistakes.add(
          .error(
            .wrongType,
            "'\(axis.key)' has a list of values in the matrix, \(axis.value.misfit)",
            at: axis.placeOfValue), in: file.source)
      }
    }
    checkSize(of: matrix, in: file.source)
    // The names in it, whatever their values are.
    if !lacksLessons, let pattern = matrix.pattern {
      _ = text(of: pattern.value, with: ParameterValues(declared), ["lesson": ""], in: file.source)
    }
  }

  private func isKnown(_ name: String) -> Bool {
    lacksLessons || declared.contains { $0.name == name }
  }

  /// A name that no lesson has is told once, and not for each of its values.
  private mutating func check(
    _ entry: YAMLNode.Entry, _ values: [YAMLNode], in source: SourceText
  ) {
    let isKnown = isKnown(entry.key)
    for value in isKnown ? values : [entry.value] {
      guard let found = problem(of: entry.key, value) else { continue }
      let place = found.range.lower == found.range.upper ? entry.keyRange : found.range
      mistakes.add(
        .error(
          found.code, found.message, at: isKnown ? place : entry.keyRange,
          suggestion: found.suggestion), in: source)
    }
  }

  private mutating func check(
    _ axis: YAMLNode.Entry, isListOf values: [YAMLNode], in source: SourceText
  ) {
    if values.isEmpty {
      mistakes.add(
        .error(.emptyList, "'\(axis.key)' has no values in the matrix", at: axis.value.range),
        in: source)
    }
    var seen: Set<String> = []
    let kind = declared.first { $0.name == axis.key }?.kind
    for value in values where !seen.insert(value.meaning(as: kind)).inserted {
      mistakes.add(
        .error(.duplicateValue, "'\(axis.key)' lists a value twice", at: value.range), in: source)
    }
  }

  private mutating func checkSize(of matrix: ParameterFile.Matrix, in source: SourceText) {
    var count = 1
    for case .sequence(let values) in matrix.axes.map(\.value.content) {
      let product = count.multipliedReportingOverflow(by: values.count)
      count = product.overflow ? .max : product.partialValue
      if count > Self.mostCombinations {
        return mistakes.add(
          .error(
            .tooMuch, "the matrix has more than \(Self.mostCombinations) combinations",
            at: matrix.range), in: source)
      }
    }
  }

  /// What is wrong with a value for a parameter, for the first lesson that has it, and where.
  private func problem(
    of name: String, _ value: YAMLNode
  ) -> (code: DiagnosticCode, message: String, range: SourceRange, suggestion: Suggestion?)? {
    let meant = declared.filter { $0.name == name }
    if meant.isEmpty {
      if lacksLessons { return nil }
      let unknown = ParameterValues.unknown(name, among: declared)
      return (.unknownParameter, unknown.message, value.range, unknown.suggestion)
    }
    let misfit = meant.lazy.compactMap { ParameterValues.misfit(value, $0) }.first
    return misfit.map { (.wrongType, $0.message, $0.range, nil) }
  }
}

// MARK: - Combinations

extension GivenParameters {
  /// A value for each parameter that varies.
  private typealias Combination = [Setting]

  /// What varies for a lesson: what the command line gives, does not.
  private func axes(
    of matrix: ParameterFile.Matrix, for lesson: Lesson
  ) -> [(name: String, values: [YAMLNode])] {
    matrix.axes.compactMap { axis in
      guard case .sequence(let values) = axis.value.content,
        lesson.parameters.contains(where: { $0.name == axis.key }),
        !arguments.contains(where: { $0.name == axis.key })
      else { return nil }
      return (axis.key, values)
    }
  }

  private func combinations(of axes: [(name: String, values: [YAMLNode])]) -> [Combination] {
    axes.reduce([[]]) { combinations, axis in
      combinations.flatMap { combination in
        axis.values.enumerated().map { index, value in
          combination + [Setting(name: axis.name, value: value, number: index + 1)]
        }
      }
    }
  }

  /// The lesson's own values, over them those of the file, over them those of the command line.
  private func values(for lesson: Lesson, in combination: Combination) -> ParameterValues {
    let given = (file?.values ?? []).map { Setting(name: $0.key, value: $0.value) } + combination
    let overrides = given.map { ParameterValues.Override(name: $0.name, value: $0.value) }
    let names = Set(lesson.parameters.map(\.name))
    // What does not fit has been told.
    var problems: [ParameterValues.Problem] = []
    return ParameterValues(
      lesson.parameters,
      overrides: (overrides + arguments).filter { names.contains($0.name) },
      problems: &problems)
  }

  /// - Parameter places: says what reports hide; names of files hide as much.
  private mutating func variant(
    of lesson: Lesson, _ combination: Combination, hiding places: LocationParameters,
    _ matrix: ParameterFile.Matrix, _ source: SourceText
  ) -> LessonVariant? {
    let values = values(for: lesson, in: combination)
    let parts = combination.map { "\($0.name)-\($0.nameText(hiding: places))" }
    var name = ([lesson.name] + parts).joined(separator: "-")
    if let pattern = matrix.pattern, fits(pattern.value, lesson, values, in: source) {
      let hidden = settings(values, in: combination).filter { $0.hides(for: places) }
      let numbers = hidden.map { ($0.name, $0.nameText(hiding: places)) }
      let others = Dictionary(numbers + [("lesson", lesson.name)]) { _, last in last }
      guard let text = text(of: pattern.value, with: values, others, in: source) else {
        return nil
      }
      name = text
    }
    return LessonVariant(
      name: name, settings: combination.map { $0.words(hiding: places) }.joined(separator: ", "),
      parameters: values)
  }

  /// All values of a run: one that does not vary is the first of its list.
  private func settings(_ values: ParameterValues, in combination: Combination) -> [Setting] {
    values.entries.map { entry in
      combination.first { $0.name == entry.parameter.name }
        ?? Setting(name: entry.parameter.name, value: entry.value)
    }
  }

  /// Whether a lesson has all parameters that the pattern names; one that has not is called by its own, as without a pattern.
  private func fits(
    _ pattern: YAMLNode, _ lesson: Lesson, _ values: ParameterValues, in source: SourceText
  ) -> Bool {
    var diagnostics: [Diagnostic] = []
    _ = values.text(of: pattern, in: source, with: ["lesson": lesson.name], into: &diagnostics)
    return !diagnostics.contains { $0.code == .unknownParameter }
  }

  /// The pattern with the values of one run.
  private mutating func text(
    of pattern: YAMLNode, with values: ParameterValues, _ others: [String: String],
    in source: SourceText
  ) -> String? {
    var diagnostics: [Diagnostic] = []
    let text = values.text(of: pattern, in: source, with: others, into: &diagnostics)
    for diagnostic in diagnostics { mistakes.add(diagnostic, in: source) }
    return text
  }

  /// Every name is one for a file, and none is there twice; the first one that is not is told.
  private mutating func checkNames(
    of variants: [LessonVariant], _ matrix: ParameterFile.Matrix, _ source: SourceText
  ) {
    let place = matrix.pattern?.value.range ?? matrix.range
    let advice = matrix.pattern == nil ? "; say with 'name' what reports are called" : ""
    if let variant = variants.first(where: { !FileName.isSafe($0.name) }) {
      mistakes.add(
        .error(.badName, "'\(variant.name)' is no name for a file\(advice)", at: place),
        in: source)
    }
    var settings: [String: String] = [:]
    for variant in variants {
      guard let other = settings.updateValue(variant.settings ?? "", forKey: variant.name) else {
        continue
      }
      return mistakes.add(
        .error(
          .duplicateName,
          "two reports are called '\(variant.name)': those with \(other) and with"
            + " \(variant.settings ?? "")", at: place), in: source)
    }
  }
}

extension YAMLNode {
  /// A text that values of a parameter share if they are the same to a run, however they are written.
  fileprivate func meaning(as kind: Parameter.Kind?) -> String {
    switch content {
    case .scalar(let scalar):
      let known: String? =
        switch kind {
        case .integer: scalar.integer.map { String($0) }
        case .number: scalar.decimal.map { String($0 + 0) }
        case .boolean: scalar.boolean.map { String($0) }
        case .text, .list, nil: nil
        }
      return known ?? scalar.text
    case .sequence(let items):
      return items.map { item in
        let number = item.scalar?.decimal.map { String($0 + 0) }
        return number ?? "'\(item.nameText)'"
      }.joined(separator: ", ")
    case .mapping: return ""
    }
  }
}
