import Execution
import Learning
import Notebook

// What a lesson says of built-in sets, and what is wrong with it.
extension DataBlock: BuiltinOptionValues {
  var classShares: [Double]? { shares?.map(\.value) }
}

extension DataBlock {
  /// What is wrong with an option for this data set.
  private struct Problem {
    var code = DiagnosticCode.outOfRange
    var message: String
    var place: OptionPlace?
    var suggestion: Suggestion?
  }

  /// Sums and squares of what has more noise may be more than a number can be.
  private static let greatestNoise = 1e100
  private static let greatestSize = 100_000_000

  /// Finds what is wrong first with the options for a set.
  func check(_ builtin: any BuiltinSet, _ scope: inout Scope) {
    let problem =
      excessiveNoise ?? unknownColumn(of: builtin) ?? mistake(in: builtin)
      ?? excessiveSize(of: builtin) ?? unfitShares(of: builtin) ?? emptyClass(of: builtin)
    guard let problem else { return }
    scope.error(
      problem.code, problem.message, at: problem.place?.range, suggestion: problem.suggestion)
  }

  private var excessiveNoise: Problem? {
    guard let noise, noise > Self.greatestNoise else { return nil }
    return Problem(
      message: "noise beyond \(Self.greatestNoise) leaves no numbers to learn", place: $noise)
  }

  /// A text or a label that the mails of a set do not have.
  private func unknownColumn(of builtin: any BuiltinSet) -> Problem? {
    let known = type(of: builtin).textColumns
    if known.isEmpty { return nil }
    for (name, place) in [(text, $text), (label, $label)] {
      guard let name, !known.contains(name) else { continue }
      let hint = suggestion(for: name, among: known)
      let columns =
        hint.isEmpty ? "; the columns are \(known.joined(separator: ", "))" : "\(hint)"
      return Problem(
        code: .unknownColumn, message: "there is no column '\(name)'\(columns)", place: place,
        suggestion: hint)
    }
    return nil
  }

  /// What the set itself finds.
  private func mistake(in builtin: any BuiltinSet) -> Problem? {
    builtin.mistake.map { mistake in
      let given = givenOptions { $0 == mistake.option.rawValue }
      return Problem(message: mistake.message, place: given.first?.place)
    }
  }

  private func excessiveSize(of builtin: any BuiltinSet) -> Problem? {
    // The usual rows are never too many, however many columns there may be.
    guard builtin.rows > Self.greatestSize / builtin.inputs.count else { return nil }
    return Problem(
      code: .tooMuch, message: "this would be more than \(Self.greatestSize) numbers",
      place: $rows)
  }

  /// Each class needs a share, the shares make a whole, and no class is to be empty.
  private func unfitShares(of builtin: any BuiltinSet) -> Problem? {
    guard let shares = classShares, type(of: builtin).options.contains(.shares) else { return nil }
    let classes = builtin.classes.count
    let sum = shares.reduce(0, +)
    let message: String? =
      if classes < 2 || shares.count != classes {
        "there are \(max(2, classes)) classes, and \(shares.count) share\(shares.count == 1 ? "" : "s")"
      } else if abs(sum - 1) > 1e-9 {
        "the shares of all classes add up to 1, not to \(significantDigits(sum, 6))"
      } else {
        ClassSizes.apportion(builtin.rows, by: shares).firstIndex(of: 0).map {
          Self.emptied($0, of: builtin)
        }
      }
    return message.map { Problem(message: $0, place: $shares) }
  }

  /// Where nobody says how large classes are, rows go to them in turn.
  private func emptyClass(of builtin: any BuiltinSet) -> Problem? {
    guard type(of: builtin).fillsAllClasses, shares == nil, builtin.rows < builtin.classes.count
    else {
      return nil
    }
    return Problem(
      message: Self.emptied(builtin.rows, of: builtin), place: rows == nil ? $classes : $rows)
  }

  private static func emptied(_ number: Int, of builtin: any BuiltinSet) -> String {
    "of \(builtin.rows) row\(builtin.rows == 1 ? "" : "s"), class \(number) would have none"
  }
}
