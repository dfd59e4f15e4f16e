import Execution
import Learning

extension GradientCheck: LessonValue {
  /// What is known of a check before it is made.
  public struct Outline: DeclaringOutline {
    /// The verdict and the numbers behind it.
    public static let values: [NamedValue<GradientCheck>] = [
      .init("verdict", "fine, suspicious or wrong") { $0.verdict.rawValue },
      .init("worst", "the greatest relative error") { $0.worst },
      .init("compared", "how many elements were compared") { $0.compared },
      .init("kinks", "how many more lay across a kink, of an activation or of l1") { $0.kinks },
    ]
  }

  /// What messages call it.
  public static var kind: String { "gradient check" }
  /// What is known of it.
  public var outline: Outline { Outline() }

  /// A row for each array of parameters.
  public func display(rows: Int) -> [Output] {
    let columns = [
      Table.Column("layer", .end), Table.Column("parameters"), Table.Column("compared", .end),
      Table.Column("across a kink", .end), Table.Column("greatest relative error", .end),
      Table.Column("verdict"),
    ]
    let cells = arrays.prefix(max(0, rows)).map { array in
      [
        String(array.layer), array.kind, String(array.compared), String(array.kinks),
        significantDigits(array.worst, 2), verdict(of: array.worst).rawValue,
      ]
    }
    let remark =
      "fine up to \(formattedSetting(tolerance)), suspicious up to"
      + " \(formattedSetting(Self.greatestSuspicious)), wrong above"
    return [.table(Table(columns: columns, rows: Array(cells), remark: remark))]
      + (verdict == .fine
        ? []
        : [.note(Note(.warning, "The gradient of backpropagation is \(verdict.rawValue)."))])
  }
}
