/// Stand-ins for characters that YAML's parser is not to take for what they are.
///
/// Each takes the place of one character, so that lines and columns stay what they were. They are of the last two planes of
/// Unicode, which no standard gives a meaning to.
struct YAMLStandIns {
  /// What ended lines before YAML 1.2, and ends none in a lesson.
  private static let formerLineBreaks: [Unicode.Scalar] = ["\u{85}", "\u{2028}", "\u{2029}"]

  /// What each stands for.
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  /// Those that the text has itself.
  private let taken: Set<Unicode.Scalar>
  /// Where the next one is looked for.
  private var next = firstOfAll

  private static let firstOfAll: UInt32 = 0xF0000
  private static let lastOfAll: UInt32 = 0x10FFFD

  init(for text: String) {
    taken = Set(text.unicodeScalars.lazy.filter { $0.value >= Self.firstOfAll })
  }

  /// The text without former line breaks.
  mutating func replacingLineBreaks(in text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }),
      text.unicodeScalars.contains(where: Self.formerLineBreaks.contains)
    else { return text }
    var known: [Unicode.Scalar: Unicode.Scalar] = [:]
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard Self.formerLineBreaks.contains(scalar) else {
        scalars.append(scalar)
        continue
      }
      let standIn = known[scalar] ?? standIn(for: scalar)
      known[scalar] = standIn
      scalars.append(standIn)
    }
    return String(scalars)
  }

  /// The text in which no two words before colons are equal: the last character of each is another one.
  mutating func tellingKeysApart(in text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for colon in scalars.indices where scalars[colon] == ":" {
      guard let last = Self.lastOfKey(before: colon, in: scalars) else { continue }
      scalars[last] = standIn(for: scalars[last])
    }
    var told = String.UnicodeScalarView()
    told.append(contentsOf: scalars)
    return String(told)
  }

  /// The place of the last character of what may be a key; nil if there is none that another can stand for: it is part of an
  /// escape perhaps, or of an alias, or a sign of YAML, which a dash behind a letter or digit is not.
  private static func lastOfKey(before colon: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var rest = scalars[..<colon]
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    if rest.last == "\"" || rest.last == "'" { rest.removeLast() }
    guard let last = rest.last, !" \t\n?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(last),
      last != "-" || rest.dropLast().last?.isLetterOrDigit == true,
      !rest.suffix(longestEscape).contains("\\")
    else { return nil }
    let start = rest.lastIndex { " \t\n:,[]{}".unicodeScalars.contains($0) }.map { $0 + 1 }
    let isReference = "&*!".unicodeScalars.contains(rest[start ?? 0])
    return isReference ? nil : rest.endIndex - 1
  }

  /// As in `\U0001F600`.
  private static let longestEscape = 10

  /// A character that the text does not have; the same one if all are in use.
  private mutating func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    while next <= Self.lastOfAll {
      defer { next += 1 }
      // The last two of each plane are no characters.
      guard next & 0xFFFF < 0xFFFE, let standIn = Unicode.Scalar(next), !taken.contains(standIn)
      else { continue }
      originals[standIn] = originals[scalar] ?? scalar
      return standIn
    }
    return scalar
  }

  /// A part of the text as the lesson has it.
  func restoring(_ text: String) -> String {
    if originals.isEmpty { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(originals[scalar] ?? scalar) }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || properties.numericType != nil }
}
