/// What has a label, as the label's first letters say.
public enum LabelKind: String, Sendable, CaseIterable {
  case equation = "eq-"
  case figure = "fig-"
  case section = "sec-"
  case table = "tbl-"

  /// The kind of a label; nil for a word that is none.
  public init?(of label: String) {
    let kind = Self.allCases.first { kind in
      label.hasPrefix(kind.rawValue) && label.utf8.count > kind.rawValue.utf8.count
    }
    guard let kind else { return nil }
    self = kind
  }
}

extension CellOptions {
  /// What the block's label is of, if it has one.
  public var labelKind: LabelKind? { label.flatMap { LabelKind(of: $0.text) } }
}
