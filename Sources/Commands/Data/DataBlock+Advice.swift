import Execution
import Learning
import Notebook

// What is said of data that do not fit as they are.
extension DataBlock {
  /// What to know of a data set that is there.
  func notes(on dataset: Dataset) -> [Note] {
    [noteOnFilledCells(of: dataset), noteOnAbsentClasses(of: dataset)].compactMap(\.self)
      + (adviceOnCodes(in: dataset) + adviceOnUnits(of: dataset)).map { Note(.warning, $0) }
  }

  /// What to do about columns of numbers that look like names, such as postcodes: among the first rows is one with zeros
  /// in front, which a number loses. Months and hours have two digits.
  private func adviceOnCodes(in dataset: Dataset) -> [String] {
    // What is made has no texts.
    guard dataset.missing != nil else { return [] }
    let preview = dataset.preview
    let numbers = Set(dataset.inputColumns.filter { $0.categories == nil }.map(\.name))
    return preview.columns.prefix(Self.columnsWithCodes).enumerated().filter { column, name in
      numbers.contains(name)
        && (0..<preview.rowCount).contains { row in
          let text = preview[row, column]
          return text.count > 2 && text.hasPrefix("0") && text.allSatisfy(\.isNumber)
        }
    }.map { _, name in
      "The numbers of '\(name)' have zeros in front, as those of postcodes do. If they are names, write"
        + " 'categories: [\(yamlText(name))]', or leave the column out of 'features'."
    }
  }

  /// In columns beyond these, nobody looks for names among numbers.
  private static let columnsWithCodes = 100

  /// More classes than these are counted rather than named.
  private static let namedClasses = 6

  /// Classes of which a set that is made has no row, since the rows are few.
  private func noteOnAbsentClasses(of dataset: Dataset) -> Note? {
    guard let labels = dataset.labels else { return nil }
    let absent = zip(labels.classes, labels.counts).filter { $0.1 == 0 }.map { "'\($0.0)'" }
    if absent.isEmpty { return nil }
    let rows = dataset.rowCount == 1 ? "1 row" : "\(dataset.rowCount) rows"
    let classes =
      absent.count > Self.namedClasses
      ? "\(absent.count) of the \(labels.classes.count) classes"
      : "class \(listOfAlternatives(absent))"
    return Note(.information, "Of \(rows), none is of \(classes).")
  }

  /// What to do about targets far from 1 that are learnt as they are.
  private func adviceOnUnits(of dataset: Dataset) -> [String] {
    guard scaleTarget == nil, let targets = dataset.targets else { return [] }
    return zip(targets.names, targets.standardDeviations).compactMap { name, deviation in
      TargetUnit(standardDeviation: deviation)?.advice(onTarget: name)
    }
  }

  /// What may help against an error in a file's cells.
  func advice(on error: DatasetError) -> [String] {
    guard let cell = error.cell, let column = error.column else { return [] }
    let isInput = answer.map { !$0.names.contains(column) } ?? true
    switch cell {
    case .missing(let text):
      let filling = isInput ? ", and 'missing: mean', 'median' or 'zero' fills them" : ""
      let isWord = column == label || categoryNames.contains(column)
      return ["'missing: drop' leaves out the rows of cells that say nothing\(filling)"]
        + (isWord && !text.isEmpty ? [adviceOnWord(text)] : [])
    case .text(let text):
      let advice = WrittenNumber(text)?.advice(for: decimal ?? .point) ?? []
      return advice.isEmpty ? adviceOnText(text, in: column, isInput: isInput) : advice
    }
  }

  /// What to do about a text where a number belongs.
  private func adviceOnText(_ text: String, in column: String, isInput: Bool) -> [String] {
    if seemsToSayNothing(text) {
      let texts = ((missingValues ?? []) + [text]).map(quoted).joined(separator: ", ")
      let rule = missing == nil ? ", and with 'missing' what becomes of such cells" : ""
      return ["if '\(text)' says that there is nothing, write 'missing_values: [\(texts)]'\(rule)"]
    }
    let isMoment = seemsToBeMoment(text)
    let number =
      "a date or a time is no number: put what is to count into the file, such as the month or the days"
      + " since the first"
    guard isInput else { return isMoment ? [number] : [] }
    let remedy = features == nil ? "list the inputs in 'features'" : "take it out of 'features'"
    let names = (categoryNames + [column]).map(yamlText).joined(separator: ", ")
    let use =
      isMoment ? number : "if '\(column)' holds categories, write 'categories: [\(names)]'"
    return ["\(use); if it is no input, \(remedy)"]
  }

  /// What to do about a class or a category whose name counts as none.
  private func adviceOnWord(_ text: String) -> String {
    let others = (missingValues ?? []).filter { $0 != text }.map(quoted).joined(separator: ", ")
    return "if '\(text)' is a name like others, write 'missing_values: [\(others)]'"
  }
}

extension Labels {
  /// What is wrong if all rows are of one class, in a sentence that begins with `subject`, such as "the pictures have"; nil
  /// if there are several classes.
  func lackOfClasses(_ subject: String) -> String? {
    guard classes.count == 1 else { return nil }
    return "\(subject) one class only, '\(classes[0])'; there must be two to tell apart"
  }

  /// More classes than these are looked at twice.
  private static let manyClasses = 50

  /// What to say where classes seem to be numbers to predict: there are many, and each is a number, of which some have
  /// decimals or most stand in one row alone. Digits have few classes, and numbers that name things are whole and recur.
  func doubt(aboutColumn column: String) -> String? {
    guard classes.count > Self.manyClasses else { return nil }
    let numbers = classes.compactMap { decimalNumber($0.replacing(",", with: ".")) }
    guard numbers.count == classes.count,
      count < 2 * classes.count || numbers.contains(where: { $0 != $0.rounded() })
    else { return nil }
    return "column '\(column)' has \(classes.count) different numbers, each of which is a class; to"
      + " predict the number itself, write 'target: \(yamlText(column))' in place of 'label'"
  }
}

/// Words that people write where there is nothing, in a few languages; "#NV" is the German Excel's "#N/A".
private let wordsForNothing = [
  "ka", "missing", "na", "nan", "nd", "nil", "none", "null", "nv", "sd", "unknown",
]

/// Whether a cell is likely to say that there is nothing: it has a few marks, such as a question mark, a word for it, or an
/// error of a spreadsheet.
private func seemsToSayNothing(_ text: String) -> Bool {
  guard text.count <= 10, !text.contains(where: \.isNewline) else { return false }
  if text.hasPrefix("#"), text.hasSuffix("!") || text.hasSuffix("?") { return true }
  let letters = text.lowercased().filter(\.isLetter)
  return !text.contains(where: \.isNumber)
    && (letters.isEmpty || wordsForNothing.contains(letters))
}

/// Whether a cell is likely to hold a date such as 31.12.2024, with or without a time, or a time such as 12:30.
private func seemsToBeMoment(_ text: String) -> Bool {
  let word = text.prefix { $0 != " " && $0 != "T" }
  guard let mark = word.first(where: { !$0.isNumber }), ".-/:".contains(mark) else { return false }
  let groups = word.split(separator: mark, omittingEmptySubsequences: false)
  return (groups.count == 3 || (groups.count == 2 && mark == ":"))
    && groups.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
}

/// A text as YAML has it, with quotes where it needs them.
private func yamlText(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true && text.last != " " && text != "null"
    && text.allSatisfy { $0.isLetter || $0.isNumber || " _-.()".contains($0) }
  return isPlain ? text : quoted(text)
}

/// A text as YAML has it in quotes.
private func quoted(_ text: String) -> String {
  "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}
