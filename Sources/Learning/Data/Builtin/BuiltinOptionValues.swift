/// What a lesson says of a built-in set; nil for what it leaves to the set.
///
/// A lesson with a mistake in one option is checked all the same. So sets ask for a value where it counts, and not before: what
/// they find without the wrong one is certain.
public protocol BuiltinOptionValues: Sendable {
  /// How many examples there are.
  var rows: Int? { get }
  /// How many inputs an example has.
  var columns: Int? { get }
  /// How many classes there are.
  var classes: Int? { get }
  /// Of the rows, those of each class.
  var classShares: [Double]? { get }
  /// Pixels of a side of a picture.
  var size: Int? { get }
  /// A standard deviation.
  var noise: Double? { get }
  /// The radius of the inner circle.
  var factor: Double? { get }
  /// The share of spam among mails.
  var spamShare: Double? { get }
  /// The seed of a set that draws nothing from the lesson's stream.
  var seed: Int? { get }
  /// The column whose text is the input.
  var text: String? { get }
  /// The column that holds the class.
  var label: String? { get }
}
