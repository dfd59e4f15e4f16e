import Randomness

/// A data set that comes with Lectern, and is made when a lesson asks for it.
///
/// A set is one file and one entry in `BuiltinSets`. What it declares serves checking, suggestions and the reference alike,
/// and tells what the set will be like before it is made.
public protocol BuiltinSet: Sendable {
  /// The word in lessons, behind `BuiltinSets.prefix`.
  static var name: String { get }
  /// What lessons can say of it; all other options are refused.
  static var options: [BuiltinOption] { get }
  /// Whether there is a number to predict, `y`, instead of classes; not by default.
  static var hasTarget: Bool { get }
  /// Whether it takes draws from the lesson's stream, as most do.
  static var drawsRandomNumbers: Bool { get }
  /// Whether each class must have a row even if the lesson gives no shares; by default it need not.
  static var fillsAllClasses: Bool { get }
  /// The columns among which lessons choose the text and the label; none by default.
  static var textColumns: [String] { get }
  /// Multiply-adds that an input takes, be it a number or a text; by default those of a few draws.
  static var multiplyAddsPerInput: Double { get }
  /// Memory that an input takes, in bytes; by default that of a number.
  static var bytesPerInput: Double { get }

  /// What a lesson says of it.
  var given: any BuiltinOptionValues { get }
  /// How many examples there are.
  var rows: Int { get }
  /// What a network is to see of each.
  var inputs: BuiltinInputs { get }
  /// The names of the classes; none by default, as for a target.
  var classes: [String] { get }
  /// What is wrong with the options, as far as that is so for this set alone; nothing by default.
  var mistake: BuiltinMistake? { get }

  /// A set of which a lesson says something.
  init(given: any BuiltinOptionValues)

  /// Makes the set; asked only if there is no mistake in the options.
  ///
  /// - Throws: `DatasetError`, and `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset
}

extension BuiltinSet {
  /// Most sets have classes.
  public static var hasTarget: Bool { false }
  /// Most sets are drawn.
  public static var drawsRandomNumbers: Bool { true }
  /// A row of each class is not needed to show some.
  public static var fillsAllClasses: Bool { false }
  /// Most sets have numbers.
  public static var textColumns: [String] { [] }
  /// Those of a few draws.
  public static var multiplyAddsPerInput: Double { 20 }
  /// A number has eight.
  public static var bytesPerInput: Double { 8 }

  /// A hundred, if the lesson does not say.
  public var rows: Int { given.rows ?? 100 }
  /// A target has none.
  public var classes: [String] { [] }
  /// Most sets can be made whenever the options fit.
  public var mistake: BuiltinMistake? { nil }

  /// Where the rows come from, as reports have it: the name as a lesson writes it.
  static var sourceName: String { BuiltinSets.prefix + name }

  /// "0", "1" and so on.
  static func numbered(_ count: Int) -> [String] { (0..<count).map(String.init) }
}
