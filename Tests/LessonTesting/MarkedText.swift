import Notebook

/// A text with «marks» around the words that a diagnostic must point at.
///
/// Marks may nest and may be empty. Tests write them instead of lines and columns, and a failure shows them where the
/// diagnostics really are.
public struct MarkedText: Equatable {
  /// The text without its marks.
  public let text: String

  /// A text that is written with marks, or, taken literally, without.
  public init(_ marked: String, isLiteral: Bool = false) {
    text = isLiteral ? marked : marked.filter { $0 != "«" && $0 != "»" }
  }

  /// The text with marks around some of its words.
  public func marking(_ ranges: [SourceRange]) -> String {
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    for offset in 0...bytes.count {
      for range in ranges where range.upper == offset && range.lower < offset {
        marked += Array("»".utf8)
      }
      for range in ranges where range.lower == offset {
        marked += Array((range.upper > offset ? "«" : "«»").utf8)
      }
      if offset < bytes.count { marked.append(bytes[offset]) }
    }
    return String(decoding: marked, as: UTF8.self)
  }
}
