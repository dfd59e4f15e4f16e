import Execution
import Learning

extension Split: LessonValue {
  /// What is known of a split before it is made.
  public struct Outline: ValueOutline {
    var dataset: Dataset.Outline
    var parts: [Part]
    /// How many rows each part has, as far as it is known.
    var rows: [Part: Int] = [:]

    var examples: ExamplesOutline {
      var examples = dataset.examples
      examples.parts = parts
      examples.rows = rows
      return examples
    }

    /// The values that the split will have.
    public var fields: [Field] {
      Part.allCases.map { Field($0.rawValue, .number) }
        + Part.allCases.map { Field("\($0.rawValue)_rows", .list(count: rows[$0], of: .number)) }
    }
  }

  /// What messages call it.
  public static var kind: String { "split" }

  /// What is known of it now.
  public var outline: Outline {
    let counts = Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, rows(of: $0).count) })
    return Outline(
      dataset: dataset.outline, parts: Part.allCases.filter { counts[$0] != 0 }, rows: counts)
  }

  /// The size of each part, and the rows in it.
  public var members: [Value.Member] {
    Part.allCases.map { .init($0.rawValue, .integer(rows(of: $0).count)) }
      + Part.allCases.map { .init("\($0.rawValue)_rows", .integers(rows(of: $0))) }
  }

  /// Each part with its size and its classes, if it has some.
  public func display(rows: Int) -> [Output] {
    let classes = dataset.labels?.classes ?? []
    let parts = Part.allCases.filter { !self.rows(of: $0).isEmpty }
    let cells = parts.map { part in
      let counts = dataset.labels?.counts(of: self.rows(of: part)) ?? []
      return [part.rawValue, String(self.rows(of: part).count)] + counts.map { String($0) }
    }
    let columns = [Table.Column("part"), Table.Column("rows", .end)]
    return [
      .table(
        Table(columns: columns + classes.map { Table.Column($0, .end) }, rows: cells))
    ]
  }
}
