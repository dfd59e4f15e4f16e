/// Names that the program makes for files.
enum FileName {
  /// What some system takes for something else than a part of a name.
  private static let special: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]

  /// Whether a name, with an ending behind it, is a file of its own in its folder on every system.
  static func isSafe(_ name: String) -> Bool {
    let isVisible = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        false
      default: !special.contains(scalar)
      }
    }
    // Systems take 255 bytes, and the ending of a figure has a label in it.
    return isVisible && (1...150).contains(name.utf8.count) && !name.hasPrefix(".")
      && !name.hasPrefix(" ")
  }
}
