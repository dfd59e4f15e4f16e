/// Words of commands that people copy into a shell.
enum ShellWord {
  /// What no shell takes for more than itself; letters of all languages are among that.
  private static let plain: Set<Character> = ["/", ".", "-", "_", "+", ",", ":", "@", "%"]

  /// A text as one word, in quotes where a shell would read more into it.
  static func text(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || plain.contains($0) }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
