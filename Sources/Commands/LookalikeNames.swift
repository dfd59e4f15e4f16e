import Execution
import Notebook

/// Names that readers take for one another, though to a lesson they are different: names are the same if their bytes are.
enum LookalikeNames {
  /// Names that differ only in blanks, in case, in how their accents are composed or in how a number is written, in quotes;
  /// each group in the order given.
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

  /// What is left of a name without all in which names may differ by mistake.
  private static func essence(of name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return decimalNumber(words).map { formattedSetting($0 + 0) } ?? words.lowercased()
  }

  /// A name in quotes, with its characters where it reads like another one.
  private static func quoted(_ name: String, among group: [String]) -> String {
    guard group.count(where: { $0 == name }) > 1 else { return "'\(name)'" }
    let characters = name.unicodeScalars.filter { !$0.isASCII }
      .map { "U+" + String($0.value, radix: 16, uppercase: true).leftPadded }
    return "'\(name)' (\(characters.joined(separator: " ")))"
  }
}

extension String {
  /// Hexadecimal digits as Unicode writes them, at least four.
  fileprivate var leftPadded: String {
    String(repeating: "0", count: max(0, 4 - count)) + self
  }
}
