import Execution
import Learning
import Notebook

// What is said of data that do not fit as they are.
extension DataBlock {
  /// What to know of a data set that is there.
  func notes(on dataset: Dataset) -> [Note] {
    [noteOnFilledCells(of: dataset)].compactMap(\.self)
      + adviceOnUnits(of: dataset).map { Note(.warning, $0) }
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
    case .text(let text) where decimalNumber(text.filter { $0 != "," }) != nil:
      return ["a number has a point before its decimals, and nothing between its thousands"]
    case .text(let text) where seemsToSayNothing(text):
      let texts = ((missingValues ?? []) + [text]).map(quoted).joined(separator: ", ")
      let rule = missing == nil ? ", and with 'missing' what becomes of such cells" : ""
      return ["if '\(text)' says that there is nothing, write 'missing_values: [\(texts)]'\(rule)"]
    case .text where isInput:
      let names = (categoryNames + [column]).map(yamlText).joined(separator: ", ")
      let remedy = features == nil ? "list the inputs in 'features'" : "take it out of 'features'"
      return [
        "if '\(column)' holds categories, write 'categories: [\(names)]'; if it is no input, \(remedy)"
      ]
    case .text: return []
    }
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
    let numbers = classes.compactMap { decimalNumber($0) }
    guard numbers.count == classes.count,
      count < 2 * classes.count || numbers.contains(where: { $0 != $0.rounded() })
    else { return nil }
    return "column '\(column)' has \(classes.count) different numbers, each of which is a class; to"
      + " predict the number itself, write 'target: \(yamlText(column))' in place of 'label'"
  }
}

/// Words that people write where there is nothing.
private let wordsForNothing = ["na", "nan", "nil", "none", "null", "missing", "unknown"]

/// Whether a cell is likely to say that there is nothing: it has a few marks, such as a question mark, or a word for it.
private func seemsToSayNothing(_ text: String) -> Bool {
  guard text.count <= 10, !text.contains(where: { $0.isNewline || $0.isNumber }) else {
    return false
  }
  let letters = text.lowercased().filter(\.isLetter)
  return letters.isEmpty || wordsForNothing.contains(letters)
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
