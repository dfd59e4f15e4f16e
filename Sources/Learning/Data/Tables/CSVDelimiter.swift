/// What stands between two fields of a record: one ASCII character that is neither a quote nor the end of a line.
public struct CSVDelimiter: Sendable, Hashable {
  /// The character's byte.
  public let byte: UInt8

  /// A comma.
  public static let comma = CSVDelimiter(byte: UInt8(ascii: ","))
  /// A tab.
  public static let tab = CSVDelimiter(byte: UInt8(ascii: "\t"))
  /// A semicolon.
  static let semicolon = CSVDelimiter(byte: UInt8(ascii: ";"))
  /// A vertical bar.
  static let pipe = CSVDelimiter(byte: UInt8(ascii: "|"))
  /// Those of most files, beginning with what is rarest in names of columns.
  static let usual = [tab, pipe, semicolon, comma]

  private init(byte: UInt8) {
    self.byte = byte
  }

  /// The delimiter that a text is, or nil if it cannot be one: letters and digits are what fields consist of.
  public init?(_ text: String) {
    guard let byte = text.utf8.first, text.utf8.count == 1 else { return nil }
    switch byte {
    case UInt8(ascii: "\t"), UInt8(ascii: " "), UInt8(ascii: "!"),
      UInt8(ascii: "#")...UInt8(ascii: "/"),
      UInt8(ascii: ":")...UInt8(ascii: "@"), UInt8(ascii: "["),
      UInt8(ascii: "\\")...UInt8(ascii: "`"),
      UInt8(ascii: "{")...UInt8(ascii: "~"):
      self.byte = byte
    default: return nil
    }
  }
}
