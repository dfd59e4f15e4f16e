/// What a table writes between the whole part of a number and its decimals.
public enum DecimalMark: Sendable, Hashable, CaseIterable {
  /// 3.14
  case point
  /// 3,14
  case comma

  /// The mark's byte.
  public var byte: UInt8 {
    switch self {
    case .point: UInt8(ascii: ".")
    case .comma: UInt8(ascii: ",")
    }
  }
}
