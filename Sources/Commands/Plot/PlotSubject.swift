import Execution

/// What a plot is of, as one of its options says, and which details other options may give.
struct PlotSubject {
  var option: String
  var place: OptionPlace
  /// Whether others may be drawn over the same axes.
  var sharesAxes = false
  var details: Set<String>
}

extension PlotBlock {
  /// What the block may be of. A new subject has its option in the block and its line here.
  var allSubjects: [PlotSubject] {
    let common: Set = ["x", "y", "limits"]
    let marks = common.union(["against", "facet", "color", "log_x", "log_y", "smooth"])
    return [
      PlotSubject(option: "lines", place: $lines, sharesAxes: true, details: marks),
      PlotSubject(option: "points", place: $points, sharesAxes: true, details: marks),
      PlotSubject(option: "bars", place: $bars, sharesAxes: true, details: marks),
      PlotSubject(option: "area", place: $area, sharesAxes: true, details: marks),
      PlotSubject(option: "heatmap", place: $heatmap, details: ["x", "y"]),
      PlotSubject(option: "histogram", place: $histogram, details: common.union(["bins"])),
      PlotSubject(
        option: "scatter", place: $scatter, details: common.union(["log_x", "log_y", "on"])),
      PlotSubject(option: "boundary", place: $boundary, details: common.union(["epochs", "on"])),
      PlotSubject(
        option: "responses", place: $responses, details: common.union(["epochs", "layer"])),
      PlotSubject(option: "weights", place: $weights, details: ["x", "y", "epochs", "layer"]),
    ]
  }

  /// What the lesson asks for.
  var subjects: [PlotSubject] { allSubjects.filter(\.place.isGiven) }

  /// The options that only some subjects have, with their places.
  var details: [(name: String, place: OptionPlace)] {
    [
      ("against", $against), ("facet", $facet), ("color", $color), ("x", $x), ("y", $y),
      ("log_x", $logX), ("log_y", $logY), ("limits", $limits), ("smooth", $smooth),
      ("bins", $bins), ("epochs", $epochs), ("layer", $layer), ("on", $on),
    ]
  }
}
