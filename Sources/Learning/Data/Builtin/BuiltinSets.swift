/// The data sets that come with Lectern.
public enum BuiltinSets {
  /// What lessons write before the name of one.
  public static let prefix = "builtin:"

  /// All of them, in the order of the reference: those with a target are the last.
  public static let all: [any BuiltinSet.Type] = [
    XOR.self, Gaussian.self, Circles.self, Moons.self, Blobs.self, Spiral.self, Digits.self,
    Emails.self, Line.self, Sine.self, Friedman.self,
  ]
}
