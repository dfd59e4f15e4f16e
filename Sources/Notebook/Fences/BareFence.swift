/// A fence of one or two words without braces, such as "train run": it is shown, though it may be meant to be a block.
public struct BareFence: Sendable, Equatable {
  /// The first word, in braces the command.
  public var command: String
  /// The second word, in braces the name; nil if there is none.
  public var name: String?
  /// The line that it opens on, from 1.
  public var line: Int
  /// The fence's characters and words on that line.
  public var opening: SourceRange
  /// All of it, from its opening fence to its closing one.
  public var range: SourceRange

  /// What would make it a block: "{train run}".
  public var header: String { "{\([command, name].compactMap(\.self).joined(separator: " "))}" }
}

extension BareFence {
  /// The fence with some words behind it on line `first`, which ends on line `last`; nil if a block has other words.
  init?(
    _ information: String, opening: SourceRange, lines first: Int, _ last: Int,
    of source: SourceText
  ) {
    let words = information.split(separator: " ").map(String.init)
    guard 1...2 ~= words.count, words.allSatisfy(FenceHeader.isName) else { return nil }
    self.init(
      command: words[0], name: words.count == 2 ? words[1] : nil, line: first, opening: opening,
      range: source.rangeOfLines(first, last))
  }
}
