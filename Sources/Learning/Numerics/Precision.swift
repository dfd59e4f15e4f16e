/// The number format that a network computes in.
public enum Precision: String, CaseIterable, Sendable, Codable {
  case float64
  case float32
}
