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
