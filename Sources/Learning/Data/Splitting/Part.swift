/// A part of a data set, by what it is for.
public enum Part: String, CaseIterable, Sendable, Codable {
  /// What a network learns from.
  case train
  /// What one looks at while choosing settings.
  case validation
  /// What one looks at in the end.
  case test
}
