/// How words stand out on a terminal, where it shows colours.
public enum TerminalInk: String, Sendable {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case green = "1;32"
  case faint = "2"

  /// The words in this ink; as they are, where there are no colours.
  public func text(_ words: String, colors: Bool) -> String {
    colors ? "\u{1B}[\(rawValue)m\(words)\u{1B}[0m" : words
  }
}
