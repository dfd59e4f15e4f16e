import Execution
import Learning
import Notebook

// The columns of a file that a `data` block makes a data set of.
extension DataBlock {
  /// How the lesson says that a file is written.
  private var tableDescription: DataFile.Description {
    DataFile.Description(
      delimiter: delimiter, hasQuotes: quote != QuoteStyle.none, hasHeader: header ?? true,
      encoding: encoding ?? .utf8, decimalMark: decimal ?? .point,
      missingValues: missingValues.map { MissingValues($0) } ?? .usual)
  }

  /// Reads a file, and checks all that the lesson says about its columns.
  func checkFile(_ dataFile: DataFile, _ scope: inout Scope) -> Dataset.Outline? {
    if let absence = dataFile.absence(from: scope.files) {
      scope.part { report(absence, &$0) }
      return nil
    }
    let file: LoadedTable
    do {
      file = try dataFile.table(as: tableDescription, from: scope.files)
    } catch {
      report(error, &scope)
      return nil
    }
    if let problem = digestProblem(of: file) {
      scope.error(.badData, problem, at: $sha256.range)
      return nil
    }
    guard let answer else {
      scope.error(.missingOption, Self.missingAnswer)
      return nil
    }
    checkColumns(of: file.table, &scope)
    guard !scope.hasErrors, let rows = rows(of: file, answer, &scope) else { return nil }
    let foundAnswers = answers(of: file, answer, rows, &scope)
    let foundColumns = columns(of: file, answer, rows, at: dataFile.range, &scope)
    guard let answers = foundAnswers, let columns = foundColumns else { return nil }
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: text == nil ? .exactly(columns.flatMap(\.inputNames).count) : .text,
        inputColumns: columns, answers: answers.scaled(by: scaleTarget).outline,
        labelName: label, parts: [.train], rows: [.train: answers.count]),
      labels: answers.labels, hasDigest: file.source.sha256 != nil)
  }

  /// The data set in a file.
  func dataset(in dataFile: DataFile, _ files: InputFiles) throws -> Dataset {
    let file = try dataFile.table(as: tableDescription, from: files)
    if let problem = digestProblem(of: file) { throw BlockFailure(problem, at: $sha256.range) }
    guard let answer else { throw BlockFailure(Self.missingAnswer) }
    let dataset = try dataset(in: file, answer, at: dataFile.range)
    // The check has not seen a file that had to be fetched.
    if let problem = dataset.labels?.lackOfClasses("column '\(answer.names[0])' has") {
      throw BlockFailure(problem, at: $label.range)
    }
    return dataset
  }

  private func dataset(
    in file: LoadedTable, _ answer: AnswerColumns, at range: SourceRange
  ) throws(BlockFailure) -> Dataset {
    do throws(DatasetError) {
      if let text {
        return try Dataset(
          table: file.table, text: text, answer: answer, missing: missing ?? .error,
          source: file.source)
      }
      return try Dataset(
        table: file.table, features: featureNames, categories: categoryNames, answer: answer,
        missing: missing ?? .error, source: file.source)
    } catch {
      throw BlockFailure("\(file.source.name), \(error)", at: range, notes: advice(on: error))
    }
  }

  /// What is known of the columns of a file that nobody has seen yet.
  var columnsOfUnseenFile: ExamplesOutline.Columns {
    if text != nil { return .text }
    return inputColumnsOfUnseenFile.map { .exactly($0.count) } ?? .unknown
  }

  /// The same of its inputs, whose categories nobody knows.
  var inputColumnsOfUnseenFile: [DataColumn]? {
    if text != nil { return [] }
    return categoryNames.isEmpty ? featureNames?.map { DataColumn(name: $0) } : nil
  }

  private func digestProblem(of file: LoadedTable) -> String? {
    guard let sha256 else { return nil }
    guard let found = file.source.sha256 else {
      return "'sha256' is for one file, and \(file.source.name) has several"
    }
    return found == sha256.lowercased() ? nil : "\(file.source.name) has another digest: \(found)"
  }

  private func checkColumns(of table: TextTable, _ scope: inout Scope) {
    if let label { checkColumn(label, of: table, at: $label.range, &scope) }
    for name in target?.values ?? [] { checkColumn(name.value, of: table, at: name.range, &scope) }
    if let text { checkColumn(text, of: table, at: $text.range, &scope) }
    for (name, place) in [
      ("features", $features.keyRange), ("categories", $categories.keyRange),
      ("scale", $scale.keyRange),
    ]
    where text != nil && place != nil {
      scope.error(
        .conflictingOptions, "the input is either 'text' or '\(name)', not both", at: place)
    }
    if case .columns(let names)? = features {
      for name in names { checkColumn(name.value, of: table, at: name.range, &scope) }
    } else if case .rows? = features {
      scope.error(.wrongType, "'features' of a file are names of columns", at: $features.range)
    }
    for name in categories ?? [] { checkColumn(name.value, of: table, at: name.range, &scope) }
    checkLists(of: table, &scope)
  }

  /// Finds names that stand twice in a list of columns, inputs that are to be learnt, and categories that are no inputs.
  private func checkLists(of table: TextTable, _ scope: inout Scope) {
    var inputs: [Placed<String>]?
    if case .columns(let names)? = features { inputs = names }
    for names in [inputs, target?.values] {
      var seen: Set<String> = []
      for name in names ?? [] where !seen.insert(name.value).inserted {
        scope.error(.badData, "\(DatasetError.repeatedColumn(name.value))", at: name.range)
      }
    }
    guard let answer else { return }
    for name in inputs ?? [] where answer.names.contains(name.value) {
      scope.error(.badData, "\(answer.isAmongInputs(name.value))", at: name.range)
    }
    guard let categories else { return }
    // A name that is no column's is told as such already.
    let others = Set(table.header).subtracting(
      inputs?.map(\.value) ?? table.header.filter { !answer.names.contains($0) })
    for name in categories where others.contains(name.value) {
      scope.error(
        .badData, "\(DatasetError.categoryNotAmongFeatures(name.value))", at: name.range)
    }
  }

  private func checkColumn(
    _ name: String, of table: TextTable, at range: SourceRange?, _ scope: inout Scope
  ) {
    if table.header.contains(name) { return }
    let hint = LookalikeNames.hint(for: name, among: table.header)
    let known = table.header.prefix(20).joined(separator: ", ")
    scope.error(
      .unknownColumn,
      "there is no column '\(name)'\(hint.isEmpty ? "; the columns are \(known)" : "\(hint)")",
      at: range, suggestion: hint,
      notes: LookalikeNames.notes(on: hint) + (table.likelyDelimiter.map { [$0.advice] } ?? []))
  }

  /// The rows that count; nil if there are none.
  private func rows(
    of file: LoadedTable, _ answer: AnswerColumns, _ scope: inout Scope
  ) -> [Int]? {
    do throws(DatasetError) {
      return try file.table.rows(
        withInputs: text.map { [$0] } ?? featureNames, answer: answer, missing: missing ?? .error)
    } catch {
      report([error], in: file, &scope) { _ in $label.range ?? $target.range }
      return nil
    }
  }

  private func answers(
    of file: LoadedTable, _ answer: AnswerColumns, _ rows: [Int], _ scope: inout Scope
  ) -> Answers? {
    do throws(DatasetError) {
      let answers = try file.table.answers(in: answer, rows: rows)
      guard case .classes(let labels) = answers else { return answers }
      let column = answer.names[0]
      if let problem = labels.lackOfClasses("column '\(column)' has") {
        scope.error(.singleClass, problem, at: $label.range)
        return nil
      }
      if let doubt = labels.doubt(aboutColumn: column) {
        scope.warning(.textAsNumbers, doubt, at: $label.range)
      }
      return answers
    } catch {
      let mistakes = file.table.mistakes(inAnswers: answer, rows: rows)
      report(mistakes.isEmpty ? [error] : mistakes, in: file, &scope) {
        $label.range ?? place(of: $0.column)
      }
      return nil
    }
  }

  /// The columns of the inputs, none for texts; nil, with a diagnostic, if they do not fit.
  private func columns(
    of file: LoadedTable, _ answer: AnswerColumns, _ rows: [Int], at source: SourceRange,
    _ scope: inout Scope
  ) -> [DataColumn]? {
    if let text {
      guard answer.names.contains(text) else { return [] }
      scope.error(
        .conflictingOptions, "column '\(text)' cannot be both the input and what is learnt from it",
        at: $text.range)
      return nil
    }
    do throws(DatasetError) {
      return try file.table.inputColumns(
        features: featureNames, categories: categoryNames, answer: answer, rows: rows,
        missing: missing ?? .error)
    } catch {
      let mistakes = file.table.mistakes(
        inFeatures: featureNames, categories: categoryNames, answer: answer, rows: rows,
        missing: missing ?? .error)
      report(mistakes.isEmpty ? [error] : mistakes, in: file, &scope) {
        place(of: $0.column) ?? source
      }
      return nil
    }
  }

  /// Where the lesson names a column, or else what it says of the inputs; nil if it says nothing.
  private func place(of column: String?) -> SourceRange? {
    var names = (categories ?? []) + (target?.values ?? [])
    if case .columns(let features)? = features { names += features }
    return names.first { $0.value == column }?.range
      ?? (column == nil ? $categories.range : nil) ?? $features.range
  }

  private func report(_ failure: BlockFailure, _ scope: inout Scope) {
    scope.error(
      .unreadableData, failure.message, at: failure.range, suggestion: failure.suggestion,
      notes: failure.notes)
  }

  /// Reports what is wrong with a file, with the further cells of its column; the same advice is given once.
  private func report(
    _ errors: [DatasetError], in file: LoadedTable, _ scope: inout Scope,
    at place: (DatasetError) -> SourceRange?
  ) {
    var given: Set<String> = []
    for error in errors {
      let notes = ([error] + error.others).flatMap { advice(on: $0) }
        .filter { given.insert($0).inserted }
      scope.error(
        .badData, "\(file.source.name), \(error)", at: place(error),
        notes: notes + furtherPlaces(error.others, untoldCount: error.untoldCount))
    }
  }

  private var featureNames: [String]? {
    if case .columns(let names)? = features { names.map(\.value) } else { nil }
  }

  var categoryNames: [String] { categories?.map(\.value) ?? [] }
}
