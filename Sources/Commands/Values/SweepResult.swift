import Execution
import Learning

/// The runs of a sweep, one per combination of its settings.
struct SweepResult: Sendable {
  /// The option that changes nothing but luck.
  static let seed = "seed"

  var axes: [Grid.VariedSetting]
  /// The last axis varies fastest.
  var runs: [TrainingRun]
  /// The loss of the network that each run leaves, as `TrainingRun.finalLoss` has it.
  var finalLosses: [Double]
}

extension SweepResult: LessonValue {
  /// What is known of a sweep before it starts.
  struct Outline: DeclaringOutline {
    let axes: [Grid.VariedSetting]
    /// What each run will have, the last axis varying fastest. They differ in how many records and updates there are.
    let runs: [TrainingRun.Outline]

    /// The values of a sweep as a whole; it has those of its runs, too.
    static let values: [NamedValue<SweepResult>] =
      [
        .init(
          Expression.Path.runs,
          "all runs with their settings; one of them, such as rates[batch_size=32], can be used like a run of 'train'"
        ) { sweep in sweep.runs.indices.map(sweep.record) }
        .known { $0.shape = .list(count: $1.runs.count, of: .record) }
      ] + SeedSpread.values

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
      } + Self.values.fields(in: self)
    }

    func run(where settings: [String: Grid.Setting]) -> (any ValueOutline)? {
      Grid(axes: axes, cells: []).indices(where: settings).first.map { runs[$0] }
    }

    func reason(ofMissing name: String) -> String? {
      Self.values.reason(ofMissing: name, in: self) ?? runs[0].reason(ofMissing: name)
    }
  }

  static var kind: String { "sweep" }

  var outline: Outline {
    var run = runs[0].outline
    run.records = nil
    run.updates = nil
    return Outline(axes: axes, runs: Array(repeating: run, count: runs.count))
  }

  /// Whether there are examples that no run is trained on; these tell which settings are best.
  var hasValidation: Bool { runs[0].hasValidation }

  /// What the final losses are, behind "training loss" or "validation loss".
  var wordsOfFinalLosses: String {
    runs[0].keepsBest ? "of the kept network" : "after the last epoch"
  }

  /// How far runs are apart that differ in their seed alone; nil without several seeds.
  var spread: SeedSpread? { SeedSpread(of: self) }

  /// What the final losses of such runs come to.
  var spreadTable: Table? {
    let part = hasValidation ? "validation" : "training"
    return spread?.table(of: "\(part) loss \(wordsOfFinalLosses)")
  }

  func table(ofMember name: String) -> Table? {
    name == SeedSpread.name ? spreadTable : nil
  }

  func run(where settings: [String: Grid.Setting]) -> (any LessonValue)? {
    Grid(axes: axes, cells: []).indices(where: settings).first.map { runs[$0] }
  }

  /// A series by its name is a grid over all runs.
  func member(_ name: String) -> Value? {
    if let own = Outline.values.member(name, of: self) { return own }
    let cells = runs.compactMap { $0.member(name) }
    return cells.count == runs.count ? .grid(Grid(axes: axes, cells: cells)) : nil
  }

  func display(rows: Int) -> [Output] {
    let fields = HistoryField.allCases.filter {
      $0 != .epoch && $0.isPerEpoch && $0.exists(in: runs[0])
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
    if runs[0].stopsEarly { columns.append(Table.Column("best_epoch", .end)) }
    let isLost = runs.contains { $0.history.divergence != nil }
    let kept = runs[0].keepsBest ? "; the network kept is that of best_epoch" : ""
    return [
      .table(
        Table(
          columns: columns, rows: cells,
          remark: "at the last recorded epoch" + kept + (isLost ? "; nan: the run diverged" : "")))
    ] + (spreadTable.map { [.table($0)] } ?? [])
  }

  func settings(ofRun index: Int) -> [Grid.Setting] {
    Grid(axes: axes, cells: []).settings(ofCell: index)
  }

  fileprivate func record(ofRun index: Int) -> Value {
    let settings = zip(axes, settings(ofRun: index)).map { axis, setting in
      Value.Member(axis.name, setting.value)
    }
    return .record(settings + runs[index].members)
  }
}
