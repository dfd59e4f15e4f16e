import Notebook

/// A formula over the values of a lesson, as `plot`, `show`, `expect` and prose use it.
///
///     claim     = sum [comparison sum ["±" sum] | "in" "[" sum "," sum "]"]
///     sum       = product {("+" | "-") product}
///     product   = factor {("*" | "/") factor}
///     factor    = number | text | truth | "$" name | "-" factor | "(" sum ")" | name "(" sum ")" | path
///     truth     = "true" | "false"
///     path      = name ["[" setting {"," setting} "]" | ".runs" index] {"." name} {index}
///     index     = "[" ["-"] (digits | "$" name) "]"
///     setting   = name "=" (word | factor)
public indirect enum Expression: Sendable, Equatable {
  /// A number without a point or an exponent.
  case integer(Int, at: SourceRange)
  case number(Double, at: SourceRange)
  case text(String, at: SourceRange)
  case boolean(Bool, at: SourceRange)
  case parameter(String, at: SourceRange)
  case path(Path)
  case call(ExpressionFunction, Expression, at: SourceRange)
  case negation(Expression, at: SourceRange)
  case arithmetic(ArithmeticOperator, Expression, Expression)
  case comparison(Comparison, Expression, Expression)
  /// Whether the first equals the second up to the third.
  case approximation(Expression, Expression, tolerance: Expression)
  /// Whether the first lies between the others, ends included.
  case range(Expression, Expression, Expression)

  /// A value of a block: `rates[batch_size=32].train_loss[-1]`.
  public struct Path: Sendable, Equatable {
    /// The value of a sweep that lists its runs, as records of their settings and values.
    public static let runs = "runs"

    /// A setting that selects runs of a sweep.
    public struct Setting: Sendable, Equatable {
      /// The option that varies.
      public var name: String
      /// Where it is written.
      public var nameRange: SourceRange
      /// The value it has: a number, a text, which may stand there as a bare word, or a parameter.
      public var value: Expression
    }

    /// A number in brackets that picks an element: from 0, or from the end when negative.
    public struct Index: Sendable, Equatable {
      /// Which element: a whole number or a parameter that is one, perhaps with a sign.
      public var number: Expression
      /// Where it is written.
      public var range: SourceRange
    }

    /// The name of the block.
    public var name: String
    /// Where it is written.
    public var nameRange: SourceRange
    /// Which runs of a sweep are meant; all when empty.
    public var settings: [Setting] = []
    /// Which run of a sweep is meant, by its place among them: `rates.runs[0].val_loss`; nil where none is picked like this.
    public var run: Index?
    /// The value of the block, with a point before each value within a value ("roc.threshold"); nil for the whole block.
    public var member: String?
    /// Where it is written.
    public var memberRange: SourceRange?
    /// Which elements are meant.
    public var indices: [Index] = []
    /// The whole path.
    public var range: SourceRange
  }

  /// Where the expression stands.
  public var range: SourceRange {
    switch self {
    case .integer(_, let range), .number(_, let range), .text(_, let range),
      .boolean(_, let range), .parameter(_, let range), .call(_, _, let range),
      .negation(_, let range):
      range
    case .path(let path): path.range
    case .arithmetic(_, let first, let last), .comparison(_, let first, let last),
      .approximation(let first, _, let last), .range(let first, _, let last):
      SourceRange(first.range.lower, last.range.upper)
    }
  }

  /// Whether this says something that is true or false, whatever its parameters are.
  public var isClaim: Bool {
    switch self {
    case .comparison, .approximation, .range: true
    case .call(let function, _, _): function.isClaim
    default: false
    }
  }
}

/// The four basic operations.
public enum ArithmeticOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case dividedBy = "/"

  /// The result of the operation.
  public func applied(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .dividedBy: left / right
    }
  }
}

/// How two values are compared.
public enum Comparison: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether the comparison holds; with a number that is not one, only `!=` does.
  public func holds<Compared: Comparable>(_ left: Compared, _ right: Compared) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// What can be asked of a series, a list or a single number.
public enum ExpressionFunction: String, Sendable, CaseIterable {
  /// The smallest and the largest number; not a number if one of them is not.
  case min, max
  /// The epoch, or other place as printed, of the first smallest or largest number.
  case argmin, argmax
  case mean, first, last, length
  /// Of a number, or of each one of several.
  case abs, sqrt
  /// Whether every number is finite, to the end.
  case finite
  /// Whether the numbers stop being finite.
  case diverges
  /// Whether every number is smaller, or larger, than the one before it.
  case decreasing, increasing

  /// Whether the result is true or false.
  public var isClaim: Bool {
    switch self {
    case .finite, .diverges, .decreasing, .increasing: true
    default: false
    }
  }

  /// Whether it is of a number, and of several one after the other, whose results are as many.
  var isOfEachNumber: Bool { self == .abs || self == .sqrt }

  /// Whether a whole run can be asked, too.
  var isAboutSoundness: Bool { self == .finite || self == .diverges }

  /// Whether it computes with the elements, so that these have to be numbers.
  var needsNumbers: Bool {
    switch self {
    case .first, .last, .length, .finite, .diverges: false
    default: true
    }
  }

  /// What the function is, for the reference.
  var summary: String {
    switch self {
    case .min: "the smallest number"
    case .max: "the largest number"
    case .argmin: "the epoch of the smallest number; of a list, its place from 0"
    case .argmax: "the epoch of the largest number; of a list, its place from 0"
    case .mean: "the average"
    case .first: "the first number, like [0]"
    case .last: "the last number, like [-1]"
    case .length: "how many numbers there are"
    case .abs: "its size, without its sign"
    case .sqrt: "its square root; nan of a negative number"
    case .finite: "true if every number is finite; of a run, if all its curves are"
    case .diverges: "true if the numbers stop being finite; of a run, if a curve of it does"
    case .decreasing: "true if each number is smaller than the one before it"
    case .increasing: "true if each number is larger than the one before it"
    }
  }
}
