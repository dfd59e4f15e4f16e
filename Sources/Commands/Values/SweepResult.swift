import Execution
import Learning

/// The runs of a sweep, one per combination of its settings.
struct SweepResult: Sendable {
  /// The option that changes nothing but luck.
  static let seed = "seed"

  var axes: [Grid.Axis]
  /// The last axis varies fastest.
  var runs: [TrainingRun]
}

extension SweepResult: LessonValue {
  /// What is known of a sweep before it starts.
  struct Outline: ValueOutline {
    let axes: [Grid.Axis]
    /// What each run will have, the last axis varying fastest. They differ in how many records and updates there are.
    let runs: [TrainingRun.Outline]

    var fields: [Field] { fields(where: [:]) }

    func fields(where settings: [String: Grid.Setting]) -> [Field] {
      let selected = Grid(axes: axes, cells: []).indices(where: settings).map { runs[$0] }
      // Settings that no run has are told of elsewhere.
      var run = selected.first ?? runs[0]
      if selected.contains(where: { $0.records != run.records }) { run.records = nil }
      if selected.contains(where: { $0.updates != run.updates }) { run.updates = nil }
      return run.fields.map { field in
        var field = field
        field.shape = .grid(axes: axes, of: field.shape)
        return field
      } + [Field("runs", .list(count: runs.count, of: .record))]
    }

    func run(where settings: [String: Grid.Setting]) -> (any ValueOutline)? {
      Grid(axes: axes, cells: []).indices(where: settings).first.map { runs[$0] }
    }

    func reason(ofMissing name: String) -> String? { runs[0].reason(ofMissing: name) }
  }

  static var kind: String { "sweep" }

  var outline: Outline {
    var run = runs[0].outline
    run.records = nil
    run.updates = nil
    return Outline(axes: axes, runs: Array(repeating: run, count: runs.count))
  }

  func run(where settings: [String: Grid.Setting]) -> (any LessonValue)? {
    Grid(axes: axes, cells: []).indices(where: settings).first.map { runs[$0] }
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
      let run = runs[index]
      var cells = settings(ofRun: index).map(\.description)
      cells += fields.map { fixedDecimals(run.lastNumber(of: $0), 4) }
      if run.stopsEarly { cells.append(run.history.bestEpoch.map { String($0) } ?? "nan") }
      return cells
    }
    var columns = axes.map { Table.Column($0.name, $0.isNumeric ? .end : .start) }
    columns += fields.map { Table.Column($0.rawValue, .end) }
    if outline.stopsEarly { columns.append(Table.Column("best_epoch", .end)) }
    let isLost = runs.contains { $0.history.divergence != nil }
    let kept = runs[0].keepsBest ? "; the network kept is that of best_epoch" : ""
    return [
      .table(
        Table(
          columns: columns, rows: cells,
          remark: "at the last recorded epoch" + kept + (isLost ? "; nan: the run diverged" : "")))
    ]
  }

  func settings(ofRun index: Int) -> [Grid.Setting] {
    Grid(axes: axes, cells: []).settings(ofCell: index)
  }

  private func record(ofRun index: Int) -> Value {
    let settings = zip(axes, settings(ofRun: index)).map { axis, setting in
      Value.Member(axis.name, setting.value)
    }
    return .record(settings + runs[index].members)
  }
}
