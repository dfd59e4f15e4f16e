/// Numbers along an axis, which a mark draws.
public struct Series: Sendable, Equatable, Codable {
  /// The stroke of a line: training is solid and validation dashed, or each value of a setting has its own.
  public enum Stroke: String, Sendable, Codable, CaseIterable {
    case solid, dashed, dotted, dashDotted
  }

  /// Where a series' colour comes from.
  public enum Color: Sendable, Equatable, Codable {
    /// The n-th colour of the categorical palette; series of one run share it.
    case category(Int)
    /// A shade of the n-th categorical hue, from 0 (lightest) to 1 (darkest), for runs ordered by a value.
    case shade(hue: Int, Double)
  }

  /// The words beside the series. Series of one label belong together, in whatever layer or panel they are.
  public var label: String
  /// Where the points lie along the horizontal axis.
  public var x: [Double]
  /// As long as `x`; a value that is not finite breaks a line.
  public var y: [Double]
  /// How a line is drawn.
  public var stroke: Stroke
  /// Whether a line goes in steps: each value holds from the point before it up to its own.
  public var isStepped = false
  /// The colour.
  public var color: Color
  /// A point to single out, such as the lowest validation loss, with its words.
  public var highlight: Highlight?
  /// A smoothed course of the values, drawn before them.
  public var smoothing: Smoothing?
  /// Why the values stop being finite, such as "update 412, weights of layer 2".
  public var reasonOfBreak: String?
  /// Whether the points stand in no order, so that only how they lie together tells something.
  public var isCloud = false
  /// What has been counted, if the line is the outline of a histogram.
  public var bins: Bins?

  /// A point of a series that deserves a dot and a few words.
  public struct Highlight: Sendable, Equatable, Codable {
    /// Which point, from 0.
    public var index: Int
    /// The words beside it.
    public var label: String

    /// The point at `index` with its words.
    public init(index: Int, label: String) {
      self.index = index
      self.label = label
    }
  }

  /// A series through the points (x[i], y[i]).
  public init(
    label: String, x: [Double], y: [Double], stroke: Stroke = .solid, color: Color,
    highlight: Highlight? = nil
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.stroke = stroke
    self.color = color
    self.highlight = highlight
  }
}
