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

  /// Whether it is a run of backticks that a text closes with another one as long, and so the beginning of code in a line.
  func beginsCode(endingIn text: String) -> Bool {
    character == UInt8(ascii: "`")
      && text.split { $0 != "`" }.contains { $0.utf8.count == length }
  }

  /// Whether it ends the code block that another fence has opened.
  func closes(_ opening: Fence) -> Bool {
    isBare && character == opening.character && indentation <= 3
      && length >= min(opening.length, Self.greatestLength)
  }
}
