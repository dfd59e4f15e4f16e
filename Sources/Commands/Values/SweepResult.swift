import Execution
import Learning

/// The runs of a sweep, one per combination of its settings.
struct SweepResult: Sendable {
  var axes: [Grid.Axis]
  /// The last axis varies fastest.
  var runs: [TrainingRun]
}

extension SweepResult: LessonValue {
  /// What is known of a sweep before it starts.
  struct Outline: ValueOutline {
    var axes: [Grid.Axis]
    /// What each run will have; the number of records may differ between runs.
    var run: TrainingRun.Outline

    var fields: [Field] {
      let count = axes.reduce(1) { $0 * $1.values.count }
      return run.fields.map { field in
        var field = field
        field.shape = .grid(axes: axes, of: field.shape)
        return field
      } + [Field("runs", .list(count: count, of: .record))]
    }

    func reason(ofMissing name: String) -> String? { run.reason(ofMissing: name) }
  }

  static var kind: String { "sweep" }

  var outline: Outline {
    var run = runs[0].outline
    run.records = nil
    return Outline(axes: axes, run: run)
  }

  var members: [Value.Member] {
    [.init("runs", .list(runs.indices.map(record)))]
  }

  /// A series by its name is a grid over all runs; `runs` lists them with their settings.
  func member(_ name: String) -> Value? {
    if name == "runs" { return members[0].value }
    let cells = runs.compactMap { $0.member(name) }
    return cells.count == runs.count ? .grid(Grid(axes: axes, cells: cells)) : nil
  }

  func display(rows: Int) -> [Output] {
    let outline = runs[0].outline
    let fields = HistoryField.allCases.filter {
      $0 != .epoch && $0.isPerEpoch && $0.exists(in: outline)
    }
    let cells = runs.indices.map { index in
      settings(ofRun: index).map { formattedSetting($0) }
        + fields.map { fixedDecimals(runs[index].lastNumber(of: $0), 4) }
    }
    let columns = axes.map(\.name) + fields.map(\.rawValue)
    let isLost = runs.contains { $0.history.divergence != nil }
    return [
      .table(
        Table(
          columns: columns.map { Table.Column($0, .end) }, rows: cells,
          remark: "at the last recorded epoch" + (isLost ? "; nan: the run diverged" : "")))
    ]
  }

  func settings(ofRun index: Int) -> [Double] {
    Grid(axes: axes, cells: []).settings(ofCell: index)
  }

  private func record(ofRun index: Int) -> Value {
    let settings = zip(axes, settings(ofRun: index)).map { axis, setting in
      Value.Member(axis.name, Int(exactly: setting).map { .integer($0) } ?? .number(setting))
    }
    return .record(settings + runs[index].members)
  }
}
