/// Math in a lesson: its TeX, and where that stands.
struct MathSpan {
  /// The TeX between the dollars.
  var tex: JoinedText
  /// Whether it stands between double dollars, on a line of its own when shown.
  var isDisplay: Bool
  /// All of it, dollars included.
  var range: SourceRange

  /// The words of the lesson, dollars included.
  var written: String {
    let dollars = isDisplay ? "$$" : "$"
    return dollars + tex.text + dollars
  }
}
