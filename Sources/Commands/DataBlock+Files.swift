import Execution
import Learning
import Notebook

// The columns of a file that a `data` block makes a data set of.
extension DataBlock {
  /// How the lesson says that a file is written.
  private var tableDescription: DataFile.Description {
    DataFile.Description(
      delimiter: delimiter, hasQuotes: quote != QuoteStyle.none, hasHeader: header ?? true,
      encoding: encoding ?? .utf8)
  }

  /// Reads a file, and checks all that the lesson says about its columns.
  func checkFile(_ dataFile: DataFile, _ scope: inout Scope) -> Dataset.Outline? {
    let file: LoadedTable
    do {
      file = try dataFile.table(as: tableDescription, from: scope.files)
    } catch {
      scope.error(.unreadableData, error.message, at: error.range, notes: error.notes)
      return nil
    }
    if let problem = digestProblem(of: file) {
      scope.error(.badData, problem, at: $sha256.range)
      return nil
    }
    guard let label else {
      scope.error(.missingOption, "'data' needs 'label': the column that holds the class")
      return nil
    }
    checkColumns(of: file.table, label: label, &scope)
    guard !scope.hasErrors, let labels = labels(of: file, label, &scope),
      let columns = columns(of: file, label, &scope)
    else { return nil }
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: columns, classes: labels.classes, parts: [.train], rows: [.train: labels.count]),
      labels: labels)
  }

  /// The data set in a file.
  func dataset(in dataFile: DataFile, _ files: InputFiles) throws -> Dataset {
    let file = try dataFile.table(as: tableDescription, from: files)
    if let problem = digestProblem(of: file) { throw BlockFailure(problem, at: $sha256.range) }
    guard let label else {
      throw BlockFailure("'data' needs 'label': the column that holds the class")
    }
    do throws(DatasetError) {
      if let text {
        return try Dataset(
          table: file.table, text: text, label: label, missing: missing ?? .error,
          source: file.source)
      }
      return try Dataset(
        table: file.table, features: featureNames, categories: categoryNames, label: label,
        missing: missing ?? .error, source: file.source)
    } catch {
      throw BlockFailure("\(file.source.name), \(error)", at: dataFile.range)
    }
  }

  /// What is known of the columns of a file that nobody has seen yet.
  var columnsOfUnseenFile: ExamplesOutline.Columns {
    if text != nil { return .text }
    guard let featureNames, categoryNames.isEmpty else { return .unknown }
    return .exactly(featureNames.count)
  }

  private func digestProblem(of file: LoadedTable) -> String? {
    guard let sha256 else { return nil }
    guard let found = file.source.sha256 else {
      return "'sha256' is for one file, and \(file.source.name) has several"
    }
    return found == sha256.lowercased() ? nil : "\(file.source.name) has another digest: \(found)"
  }

  private func checkColumns(of table: CSVTable, label: String, _ scope: inout Scope) {
    checkColumn(label, of: table, at: $label.range, &scope)
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
  }

  private func checkColumn(
    _ name: String, of table: CSVTable, at range: SourceRange?, _ scope: inout Scope
  ) {
    if table.header.contains(name) { return }
    let hint = suggestion(for: name, among: table.header)
    let known = table.header.prefix(20).joined(separator: ", ")
    scope.error(
      .unknownColumn,
      "there is no column '\(name)'\(hint.isEmpty ? "; the columns are \(known)" : "\(hint)")",
      at: range, suggestion: hint)
  }

  private func labels(
    of file: LoadedTable, _ label: String, _ scope: inout Scope
  ) -> Labels? {
    do throws(DatasetError) {
      let labels = try file.table.labels(inColumn: label, rows: try rows(of: file.table, label))
      if labels.classes.count > 1 { return labels }
      scope.error(
        .singleClass,
        "column '\(label)' has one class only, '\(labels.classes[0])'; there must be two to tell"
          + " apart", at: $label.range)
    } catch {
      scope.error(.badData, "\(file.source.name), \(error)", at: $label.range)
    }
    return nil
  }

  /// The rows that count; nil for all.
  private func rows(of table: CSVTable, _ label: String) throws(DatasetError) -> [Int]? {
    guard missing == .drop else { return nil }
    let inputs = text.map { [$0] } ?? featureNames ?? table.header
    return try table.rows(completeIn: inputs + [label])
  }

  private func columns(
    of file: LoadedTable, _ label: String, _ scope: inout Scope
  ) -> ExamplesOutline.Columns? {
    if text != nil { return .text }
    do throws(DatasetError) {
      return .exactly(
        try file.table.inputNames(
          features: featureNames, categories: categoryNames, label: label
        ).count)
    } catch {
      let place = categories == nil ? $features.range : $categories.range
      scope.error(.badData, "\(file.source.name), \(error)", at: place)
      return nil
    }
  }

  private var featureNames: [String]? {
    if case .columns(let names)? = features { names.map(\.value) } else { nil }
  }

  private var categoryNames: [String] { categories?.map(\.value) ?? [] }
}
