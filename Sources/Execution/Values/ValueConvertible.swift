/// A type whose values can stand for values of lessons.
public protocol ValueConvertible: Sendable {
  /// What the type alone tells of them.
  static var shape: Shape { get }

  /// The same as a value of a lesson.
  var lessonValue: Value { get }
}

extension Value: ValueConvertible {
  /// The type tells nothing.
  public static var shape: Shape { .unknown }
  /// The value itself.
  public var lessonValue: Value { self }
}

extension Int: ValueConvertible {
  /// A number.
  public static var shape: Shape { .number }
  /// The whole number.
  public var lessonValue: Value { .integer(self) }
}

extension Double: ValueConvertible {
  /// A number.
  public static var shape: Shape { .number }
  /// The number.
  public var lessonValue: Value { .number(self) }
}

extension String: ValueConvertible {
  /// A text.
  public static var shape: Shape { .text }
  /// The text.
  public var lessonValue: Value { .text(self) }
}

extension Array: ValueConvertible where Element: ValueConvertible {
  /// A list, of as many elements as the run finds.
  public static var shape: Shape { .list(count: nil, of: Element.shape) }
  /// A list of the elements.
  public var lessonValue: Value { .list(map(\.lessonValue)) }
}
