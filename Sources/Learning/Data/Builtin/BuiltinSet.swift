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
  /// Whether no class may be without a row, even if nobody has said how large it is to be; by default it may.
  static var fillsAllClasses: Bool { get }
  /// The columns among which lessons choose the text and the label; none by default.
  static var textColumns: [String] { get }
  /// Multiplications and additions that a number takes to make, or for texts a row, by default a few for its draws.
  static var multiplyAddsPerInput: Double { get }
  /// Memory for a number, or for texts a row, in bytes; by default that of the number itself.
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
  /// A number takes a few draws.
  public static var multiplyAddsPerInput: Double { 20 }
  /// A number takes its own place.
  public static var bytesPerInput: Double { 8 }

  /// As many as are plotted well.
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

/// What a network is to see of an example of a built-in set.
public enum BuiltinInputs: Sendable {
  /// A text.
  case text
  /// So many numbers.
  case numbers(Int)
  /// The pixels of a picture.
  case pictures(PictureShape)

  /// How many inputs there are, of which a text is one.
  public var count: Int {
    switch self {
    case .text: 1
    case .numbers(let count): count
    case .pictures(let shape): shape.pixelCount
    }
  }
}

/// What is wrong with the options for a built-in set: one of them is out of its range.
public struct BuiltinMistake: Sendable, Equatable {
  /// What is wrong, in a sentence without a full stop.
  public let message: String
  /// The option that it is about.
  public let option: BuiltinOption
}
