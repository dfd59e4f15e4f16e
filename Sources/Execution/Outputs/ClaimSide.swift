/// One of the values that a claim compares, as it was computed.
public struct ClaimSide: Sendable, Equatable, Codable {
  /// What it is of the claim.
  public enum Place: String, Sendable, Codable {
    /// Left and right of the sign.
    case left, right
    /// Behind the sign ±.
    case tolerance
    /// The ends of a range.
    case lower, upper
  }

  /// What only such values can be.
  public enum Content: Sendable, Equatable, Codable {
    case integer(Int)
    case number(Double)
    case text(String)
    case boolean(Bool)
  }

  /// What it is of the claim.
  public var place: Place
  /// What it came to.
  public var content: Content

  /// What stands at a place of a claim; nil for what no claim compares.
  init?(_ place: Place, _ value: Value) {
    switch value {
    case .integer(let integer): content = .integer(integer)
    case .number(let number): content = .number(number)
    case .text(let text): content = .text(text)
    case .boolean(let flag): content = .boolean(flag)
    case .series, .list, .record, .grid: return nil
    }
    self.place = place
  }

  /// The value.
  public var value: Value {
    switch content {
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let flag): .boolean(flag)
    }
  }
}
