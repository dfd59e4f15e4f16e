/// How the weights of words are kept, and so how a network's first layer computes.
public enum FeatureStorage: String, CaseIterable, Sendable, Codable {
  /// Those that are not zero, which are few: work and memory are in proportion to them.
  case sparse
  /// All of them, with a multiplication for each zero.
  case dense
}
