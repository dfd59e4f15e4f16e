/// The blocks within the lines of one fence.
///
/// A fence that its author forgot to close ends for cmark where a block further down does, or never, and holds what stands
/// there as its text. That is one mistake: the blocks within are read as if it were mended.
struct FencedBlocks {
  /// The lines of each block, from the line of its header to its last one; the first block's come first.
  private(set) var lines: [ClosedRange<Int>] = []
  /// Whether each of them ends with a fence of its own.
  private(set) var areClosed = true

  /// Finds the blocks in the lines of a fence, the first of which has a header in braces.
  init(in all: ClosedRange<Int>, of source: SourceText) {
    var open: (fence: Fence, first: Int)?
    for line in all {
      let fence = Fence(line: source.rangeOfLine(line), of: source)
      guard let fence else { continue }
      if let block = open, fence.closes(block.fence) {
        lines.append(block.first...line)
        open = nil
      } else if line == all.lowerBound || Self.hasHeader(fence, line, of: source) {
        if let block = open { end(block.first, before: line) }
        open = (fence, line)
      }
    }
    if let block = open { end(block.first, before: all.upperBound + 1) }
  }

  private mutating func end(_ first: Int, before line: Int) {
    lines.append(first...line - 1)
    areClosed = false
  }

  /// Whether a block begins with a fence. An indented one may belong to a text of the block that it stands in.
  private static func hasHeader(_ fence: Fence, _ line: Int, of source: SourceText) -> Bool {
    guard fence.opens, fence.indentation == 0 else { return false }
    if case .shown = FenceHeader.read(line: source.rangeOfLine(line), of: source) { return false }
    return true
  }
}
