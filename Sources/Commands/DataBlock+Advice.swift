import Learning
import Notebook

// What a lesson can say of a file that does not fit as it is.
extension DataBlock {
  /// What may help against an error in a file's cells.
  func advice(on error: DatasetError) -> [String] {
    guard let cell = error.cell, let column = error.column else { return [] }
    let isInput = answer.map { !$0.names.contains(column) } ?? true
    switch cell {
    case .missing:
      let zero = isInput ? ", and 'missing: zero' makes zeros of them" : ""
      return ["'missing: drop' leaves out the rows of cells that say nothing\(zero)"]
    case .text(let text) where decimalNumber(text.filter { $0 != "," }) != nil:
      return ["a number has a point before its decimals, and nothing between its thousands"]
    case .text where isInput:
      let names = (categoryNames + [column]).map(yamlText).joined(separator: ", ")
      let remedy = features == nil ? "list the inputs in 'features'" : "take it out of 'features'"
      return [
        "if '\(column)' holds categories, write 'categories: [\(names)]'; if it is no input, \(remedy)"
      ]
    case .text: return []
    }
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

/// A text as YAML has it, with quotes where it needs them.
private func yamlText(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true && text.last != " " && text != "null"
    && text.allSatisfy { $0.isLetter || $0.isNumber || " _-.()".contains($0) }
  if isPlain { return text }
  return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}
