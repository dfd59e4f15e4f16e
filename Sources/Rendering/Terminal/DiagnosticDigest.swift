import Notebook

/// Diagnostics as far as people read them: the first of each kind, and how many more there are.
///
/// A lesson may hold one mistake ten thousand times, and whoever mends the first hundred knows how.
public struct DiagnosticDigest {
  /// How many diagnostics of one code are shown.
  public static let most = 100

  /// Those that are shown, in their order.
  public let shown: [Diagnostic]
  /// "and 900 more of 'unknown-option'", for each code that has more; nil when all are shown.
  public let rest: String?

  /// The digest of what was found in one text.
  public init(_ diagnostics: [Diagnostic]) {
    var counts: [DiagnosticCode: Int] = [:]
    var codes: [DiagnosticCode] = []
    shown = diagnostics.filter { diagnostic in
      let count = counts[diagnostic.code, default: 0] + 1
      counts[diagnostic.code] = count
      if count == Self.most + 1 { codes.append(diagnostic.code) }
      return count <= Self.most
    }
    let words = codes.map { code in
      "\((counts[code] ?? 0) - Self.most) more of '\(code.rawValue)'"
    }
    rest = words.isEmpty ? nil : "and \(words.joined(separator: ", "))"
  }
}
