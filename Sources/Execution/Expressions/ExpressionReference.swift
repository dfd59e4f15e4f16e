/// The reference of expressions, the one language of paths, prose and claims.
public enum ExpressionReference {
  /// The word that asks for it, as a command's name asks for the command's.
  public static let name = "expressions"
  /// What it is about, in one sentence.
  public static let summary =
    "Formulas over values, as plot, show, expect and {value} in prose take them."

  /// The reference as text for a terminal.
  public static var text: String {
    let ofEach = ExpressionFunction.allCases.filter(\.isOfEachNumber)
    let ofSeveral = ExpressionFunction.allCases.filter { !$0.isOfEachNumber }
    return [
      introduction, list(of: ofSeveral, under: "Functions of a series or a list"),
      list(of: ofEach, under: "Functions of a number, or of each number of several"), claims,
    ].joined(separator: "\n\n")
  }

  private static func list(of functions: [ExpressionFunction], under title: String) -> String {
    let width = ExpressionFunction.allCases.map(\.usage.count).max() ?? 0
    let lines = columns(functions.map { ($0.usage, $0.summary) }, width: width)
    return ([title] + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  private static let introduction = """
    \(name)
      \(summary)

    Paths
      spam.val_loss                  a value of the block 'spam'
      spam.val_loss[0]               an element, counted from 0
      spam.val_loss[-1]              the last element; nan if the run diverged before it
      spam.val_loss[$place]          an element by a parameter that is a whole number
      spam_test.confusion_matrix[1][0]
                                     an element of an element
      rates.train_loss[-1]           of a sweep: one number per combination of its settings
      rates[batch_size=32].train_loss
                                     only the runs with that setting; several are joined by commas,
                                     words are written like numbers: rates[optimizer=adam]
      rates.runs[0].train_loss       the first run, in the order of the lists

    Values
      0.5   1e-3   "spam"            numbers and texts
      true   false                   what a parameter may be: $full, $full = false
      $rate   ${rate}                a parameter, with its type
      + - * / ( )                    arithmetic; + - * keep whole numbers whole. With a list, a series or
                                     a sweep's values it goes element by element, so that
                                     max(abs(test.predicted - test.true)) is the greatest error
    """

  private static let claims = """
    Claims, which 'expect' holds against the run
      a = b   a != b                 equal or not, to the last digit; texts too
      a < b   a <= b   a > b   a >= b
                                     both sides are any single numbers; with one that is not a
                                     number, only != holds
      a = b ± c                      equal up to c; +- and +/- are the same sign
      a in [b, c]                    between b and c, ends included
      finite(x)   diverges(x)   decreasing(x)   increasing(x)
                                     of a sweep's values: for those of every run, and diverges(x)
                                     if those of one run do; finite and diverges are of a number and
                                     of whole runs, too: diverges(spam), diverges(rates[batch_size=32])

    In prose, {value} and an expression in a code span show a value; a format may follow:
      %.4f  decimals    %d  a whole number    %.3e  powers of ten    %.3g  digits that count
      %s  as it is      %.1f%%  a percent sign behind the number
    """
}

extension ExpressionFunction {
  /// How a formula has it: "mean(x)".
  fileprivate var usage: String { rawValue + "(x)" }
}
