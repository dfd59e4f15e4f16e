import Execution
import Learning

extension Split: LessonValue {
  /// What is known of a split before it is made.
  public struct Outline: DeclaringOutline {
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

    /// The size of each part, and the rows in it.
    public static let values: [NamedValue<Split>] = [
      .size(of: .train, "how many rows the training part has"),
      .size(of: .validation, "how many rows the validation part has"),
      .size(of: .test, "how many rows the test part has"),
      .rows(of: .train, "the numbers of its rows, from 0, in training order"),
      .rows(of: .validation, "the same for validation"),
      .rows(of: .test, "the same for the test"),
    ]
  }

  /// What messages call it.
  public static var kind: String { "split" }

  /// What is known of it now.
  public var outline: Outline {
    let counts = Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, rows(of: $0).count) })
    return Outline(
      dataset: dataset.outline, parts: Part.allCases.filter { counts[$0] != 0 }, rows: counts)
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

extension NamedValue<Split> {
  fileprivate static func size(of part: Part, _ help: String) -> Self {
    Self(part.rawValue, help) { $0.rows(of: part).count }
  }

  fileprivate static func rows(of part: Part, _ help: String) -> Self {
    Self("\(part.rawValue)_rows", help) { $0.rows(of: part) }
      .known { $0.shape = .list(count: $1.rows[part], of: .number) }
  }
}
