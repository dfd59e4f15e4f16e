/// Something that is measured while a network trains. A new one is a file here and an entry in `TrainingDiagnostics`.
public protocol TrainingDiagnostic: Sendable {
  /// The word in lessons.
  static var name: String { get }
  /// What it measures, in one sentence.
  static var summary: String { get }
  /// The numbers that it has for each layer, in the order of `measure`.
  static var quantities: [TrackedQuantity] { get }
  /// Whether it looks at weights before and after the update.
  static var comparesWeights: Bool { get }

  /// The numbers of each quantity, one for each layer, after an update.
  static func measure<Scalar: Real>(_ update: TrackedUpdate<Scalar>) -> [[TrackedNumber]]
}

extension TrainingDiagnostic {
  /// Most diagnostics look at the update alone.
  public static var comparesWeights: Bool { false }
}

/// A number per layer, or a histogram.
public enum TrackedNumber: Sendable {
  case number(Double)
  case histogram(TrackedHistogram)
}

/// What a diagnostic measures, for paths and figures.
public struct TrackedQuantity: Sendable {
  /// The name in paths.
  public let name: String
  /// The words in figures, with the unit if there is one.
  public let title: String
  /// Whether numbers of very different size are to be compared.
  public let isLogarithmic: Bool
  /// Whether all of them lie between 0 and 1.
  public let isShare: Bool
  /// Whether there is a histogram for each layer instead of a number.
  public let isHistogram: Bool
  /// Whether it tells how far learning reaches, so that layers over updates are worth a map.
  public let isFlow: Bool
  /// What it is about where training goes well, if there is such a rule of thumb.
  public let usual: Double?

  init(
    _ name: String, _ title: String, isLogarithmic: Bool = false, isShare: Bool = false,
    isHistogram: Bool = false, isFlow: Bool = false, usual: Double? = nil
  ) {
    self.isFlow = isFlow
    self.usual = usual
    self.name = name
    self.title = title
    self.isLogarithmic = isLogarithmic
    self.isShare = isShare
    self.isHistogram = isHistogram
  }
}

/// The diagnostics of the engine.
public enum TrainingDiagnostics {
  /// All of them, in the order of the reference.
  public static let all: [any TrainingDiagnostic.Type] = [
    LayerGradients.self, ActivationSpread.self, UpdateRatio.self, WeightSizes.self, Histograms.self,
  ]

  /// All quantities that there are.
  public static let quantities = all.flatMap { $0.quantities }
}
