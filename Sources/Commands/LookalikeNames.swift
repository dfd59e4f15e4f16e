import Execution
import Notebook

/// Names that readers take for one another, though to a lesson they are different: names are the same if their bytes are.
enum LookalikeNames {
  /// Names that differ only in blanks, in case, in letters of other alphabets, in how their accents are composed or in how a
  /// number is written, in quotes; each group in the order given.
  static func groups(in names: [String]) -> [[String]] {
    // Swift's strings are equal if they are canonically equivalent, as é and e with an accent behind it.
    var groups: [String: [String]] = [:]
    for name in names { groups[essence(of: name), default: []].append(name) }
    var told: Set<String> = []
    return names.compactMap { name in
      let essence = essence(of: name)
      guard let group = groups[essence], group.count > 1, told.insert(essence).inserted else {
        return nil
      }
      return group.map { quoted($0, among: group) }
    }
  }

  /// What is probably meant by a name that is not there: one that looks like it, or else a near one.
  static func hint(for name: String, among names: [String]) -> Suggestion {
    var hint = suggestion(for: name, among: names)
    let wanted = essence(of: name)
    if let lookalike = names.first(where: { essence(of: $0) == wanted }) { hint.meant = lookalike }
    return hint
  }

  /// What readers may not see in what is written and what is meant; empty where they see it.
  static func notes(on hint: Suggestion) -> [String] {
    guard let meant = hint.meant, essence(of: meant) == essence(of: hint.written),
      meant.lowercased() != hint.written.lowercased()
    else { return [] }
    let names = [hint.written, meant].map { quoted($0, among: [hint.written, meant]) }
    let hasOuterBlanks = meant.first?.isWhitespace == true || meant.last?.isWhitespace == true
    return [
      "the lesson says \(names[0]), and the data \(names[1])"
        + (hasOuterBlanks ? "; a name with a blank at its end stands in quotes" : "")
    ]
  }

  /// What is left of a name without all in which names may differ by mistake.
  private static func essence(of name: String) -> String {
    let words = look(of: name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return decimalNumber(words).map { formattedSetting($0 + 0) } ?? words.lowercased()
  }

  /// A name as it looks, with Latin letters for those that look like them, and without what is not seen at all.
  private static func look(of name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    var look = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint {
      look.append(twins[scalar] ?? (scalar.properties.isWhitespace ? " " : scalar))
    }
    return String(look)
  }

  /// Characters by those that look like them: Cyrillic and Greek letters, dashes, apostrophes and the sign of micro.
  /// Source: the confusables of Unicode Technical Standard 39, those of the letters that people type.
  private static let twins = Dictionary(
    uniqueKeysWithValues: [
      ("аеорсухіјѕ", "aeopcyxijs"), ("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"),
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"), ("‐‑–—−", "-----"), ("‘’ʼ", "'''"), ("μ", "µ"),
    ].flatMap { zip($0.unicodeScalars, $1.unicodeScalars) })

  /// A name in quotes, with its characters where it reads like another one.
  private static func quoted(_ name: String, among group: [String]) -> String {
    let look = look(of: name)
    let characters = name.unicodeScalars.filter { !$0.isASCII }
      .map { "U+" + String($0.value, radix: 16, uppercase: true).leftPadded }
    guard !characters.isEmpty, group.count(where: { Self.look(of: $0) == look }) > 1 else {
      return "'\(name)'"
    }
    return "'\(name)' (\(characters.joined(separator: " ")))"
  }
}

extension String {
  /// Hexadecimal digits as Unicode writes them, at least four.
  fileprivate var leftPadded: String {
    String(repeating: "0", count: max(0, 4 - count)) + self
  }
}
