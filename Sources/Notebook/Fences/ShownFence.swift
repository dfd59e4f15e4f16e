/// A fence that is shown, though it may be meant to be a block.
public struct ShownFence: Sendable, Equatable {
  /// What keeps it from being a block.
  public enum Flaw: Sendable {
    /// It has one or two words, such as "train run", and no braces around them.
    case bare
    /// It has braces and is indented by more than three spaces, or by a tab: to Markdown its lines are code or text.
    case indented
  }

  /// What is wrong with it.
  public var flaw: Flaw
  /// Its first word, in braces the command.
  public var command: String
  /// Its second word, in braces the name; nil if there is none.
  public var name: String?
  /// The line that it opens on, from 1.
  public var line: Int
  /// The fence's characters and words on that line.
  public var opening: SourceRange
  /// All of it, from its opening fence to its closing one.
  public var range: SourceRange

  /// What it says in braces: "{train run}".
  public var header: String { "{\([command, name].compactMap(\.self).joined(separator: " "))}" }
}

extension ShownFence {
  /// The fence with some words behind it on line `first`, which ends on line `last`; nil if a block has other words.
  init?(
    _ information: String, opening: SourceRange, lines: ClosedRange<Int>, of source: SourceText
  ) {
    let words = information.split(separator: " ").map(String.init)
    guard 1...2 ~= words.count, words.allSatisfy(FenceHeader.isName) else { return nil }
    self.init(
      flaw: .bare, command: words[0], name: words.count == 2 ? words[1] : nil,
      line: lines.lowerBound, opening: opening,
      range: source.rangeOfLines(lines.lowerBound, lines.upperBound))
  }

  /// The fences with braces on some lines in which no fence can open, since they are code by their indentation, or a
  /// paragraph. What stands within another fence there is its text.
  static func indented(in lines: ClosedRange<Int>, of source: SourceText) -> [ShownFence] {
    let written = { line in source.trimmingBlanks(source.rangeOfLine(line)) }
    var found: [ShownFence] = []
    var next = lines.lowerBound
    while next <= lines.upperBound {
      let first = next
      next += 1
      guard let opening = Fence(line: written(first), of: source), opening.opens else { continue }
      let closing = (first...lines.upperBound).dropFirst().first { line in
        Fence(line: written(line), of: source)?.closes(opening) == true
      }
      let last = closing ?? lines.upperBound
      next = last + 1
      guard case .command(let header) = FenceHeader.read(line: written(first), of: source) else {
        continue
      }
      found.append(
        ShownFence(
          flaw: .indented, command: header.command, name: header.name, line: first,
          opening: written(first), range: source.rangeOfLines(first, last)))
    }
    return found
  }
}
