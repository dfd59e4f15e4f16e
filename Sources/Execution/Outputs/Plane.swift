/// Functions of both axes, each painted where it is high: a shade for every level that it reaches.
public struct Plane: Sendable, Equatable, Codable {
  /// One function.
  public struct Field: Sendable, Equatable, Codable {
    /// What is high where it is painted: the name of a class; empty where the figure says it.
    public var label: String
    /// rows x columns values, row after row from the lowest place of the vertical axis; one that is not a number is painted
    /// nowhere.
    public var values: [Double]
    /// The hue of all its shades.
    public var color: Series.Color
    /// The values from which on it is a shade darker, ascending.
    public var levels: [Double]

    /// A function by its values.
    public init(label: String = "", values: [Double], color: Series.Color, levels: [Double]) {
      self.label = label
      self.values = values
      self.color = color
      self.levels = levels
    }
  }

  /// What the shades measure, with its unit where it has one: "probability".
  public var quantity: String
  /// Places along the horizontal axis, evenly spaced from one of its ends to the other; at least 2.
  public var columns: Int
  /// Places along the vertical axis; at least 2.
  public var rows: Int
  /// What is painted. Fields do not overlap where they have levels.
  public var fields: [Field]
  /// The shades in order with the words for each, for a key.
  public var key: [KeyEntry]

  /// A shade of the key.
  public struct KeyEntry: Sendable, Equatable, Codable {
    /// The hue; nil stands for that of any field.
    public var color: Series.Color?
    /// How many levels are reached, from 0 for bare paper.
    public var shade: Int
    /// From which value on it is that shade: "0.6".
    public var label: String

    /// A shade with its words.
    public init(color: Series.Color?, shade: Int, label: String) {
      self.color = color
      self.shade = shade
      self.label = label
    }
  }

  /// Functions over the whole of both axes, which have limits.
  public init(quantity: String, columns: Int, rows: Int, fields: [Field], key: [KeyEntry]) {
    precondition(columns >= 2 && rows >= 2, "a plane has edges")
    precondition(fields.allSatisfy { $0.values.count == rows * columns }, "every place has a value")
    self.quantity = quantity
    self.columns = columns
    self.rows = rows
    self.fields = fields
    self.key = key
  }
}
