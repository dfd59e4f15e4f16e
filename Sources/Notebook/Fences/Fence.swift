/// The run of backticks or tildes that opens or closes a code block.
struct Fence {
  /// To cmark, longer fences are as long as this when they are to be closed.
  private static let greatestLength = 255

  /// The number of spaces before it.
  let indentation: Int
  private let character: UInt8
  private let length: Int
  private let isBare: Bool
  private let hasBacktickBehind: Bool

  /// The run that a line begins with, however short it is; nil if there is none.
  init?(line: SourceRange, of source: SourceText) {
    let bytes = source.bytes[line.lower..<line.upper]
    let blanks = bytes.prefix { $0 == UInt8(ascii: " ") }
    guard let first = bytes.dropFirst(blanks.count).first,
      first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else { return nil }
    let run = bytes.dropFirst(blanks.count).prefix { $0 == first }
    let rest = bytes.dropFirst(blanks.count + run.count)
    indentation = blanks.count
    character = first
    length = run.count
    isBare = rest.allSatisfy(\.isBlank)
    hasBacktickBehind = rest.contains(UInt8(ascii: "`"))
  }

  /// Whether a code block can begin with it.
  var opens: Bool {
    length >= 3 && indentation <= 3 && !(character == UInt8(ascii: "`") && hasBacktickBehind)
  }

  /// Whether it is a run of backticks, and another one as long closes it: then it is the beginning of code in a line.
  ///
  /// - Parameter lengths: those of the runs of backticks behind its line.
  func beginsCode(endingInRunsOf lengths: Set<Int>) -> Bool {
    character == UInt8(ascii: "`") && lengths.contains(length)
  }

  /// Whether it ends the code block that another fence has opened.
  func closes(_ opening: Fence) -> Bool {
    isBare && character == opening.character && indentation <= 3
      && length >= min(opening.length, Self.greatestLength)
  }
}
