/// What may go on overleaf: the class `long` marks it, and the stylesheet keeps all else on one sheet.
enum PaperLength {
  /// Whether lines or rows are so many that a sheet would be left half empty for them.
  static func isLong(_ lines: Int) -> Bool { lines > most }

  /// The class of a box with source code.
  static func classOfSource(_ source: String) -> String {
    isLong(source.utf8.count { $0 == UInt8(ascii: "\n") }) ? "source long" : "source"
  }

  private static let most = 16
}
