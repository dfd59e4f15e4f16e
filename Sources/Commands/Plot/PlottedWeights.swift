import Execution
import Learning

/// The weights of a layer: what each unit takes from each input. Those of pictures' pixels are pictures.
struct PlottedWeights {
  private static let mostPictures = 32

  private let plot: PlotBlock
  private let networks: PlottedNetworks

  init(_ plot: PlotBlock, _ networks: PlottedNetworks) {
    self.plot = plot
    self.networks = networks
  }

  private var title: String { plot.title ?? "Weights of layer \(plot.layer)" }

  /// A drawing for each epoch.
  var outputs: [Output] {
    networks.moments.map { moment in
      let weights = moment.network.weights[plot.layer - 1]
      if plot.layer == 1, let shape = networks.run.source.dataset?.pictureShape {
        return .pictures(pictures(weights, shape, networks.title(title, at: moment)))
      }
      return .figure(
        heatmap(weights, moment.network.biases[plot.layer - 1], networks.title(title, at: moment)))
    }
  }

  private var inputNames: [String] {
    let count = networks.run.network.architecture.layers[plot.layer - 1]
    if plot.layer > 1 { return networks.unitNames(ofLayer: plot.layer - 1) }
    let names = networks.inputNames
    return names.count == count ? names : (1...count).map { "input \($0)" }
  }

  // MARK: - Heatmap

  /// A row for each input and one for the biases, a column for each unit.
  private func heatmap(_ weights: Matrix<Double>, _ biases: [Double], _ title: String) -> Figure {
    let rows = (0..<weights.rows).map { row in
      (0..<weights.columns).map { weights[row, $0] }
    }
    let values = rows + [biases]
    let cells = Cells(
      values: values, texts: values.map { $0.map { [significantDigits($0, 3)] } },
      valueTitle: "weight", colors: .diverging)
    let units = networks.unitNames(ofLayer: plot.layer)
    return Figure(
      title: title, x: Axis(plot.x ?? "unit", categories: units.map(shortened)),
      y: Axis(plot.y ?? "from", categories: inputNames + ["bias"]), layers: [.cells(cells)])
  }

  /// "3" for "unit 3", which the axis calls so.
  private func shortened(_ unit: String) -> String {
    unit.hasPrefix("unit ") ? String(unit.dropFirst("unit ".count)) : unit
  }

  // MARK: - Pictures

  private func pictures(_ weights: Matrix<Double>, _ shape: PictureShape, _ title: String)
    -> PictureSheet
  {
    let units = networks.unitNames(ofLayer: plot.layer).prefix(Self.mostPictures)
    let columns = units.indices.map { unit in (0..<weights.rows).map { weights[$0, unit] } }
    let greatest = columns.joined().filter(\.isFinite).map(\.magnitude).max() ?? 0
    let entries = zip(units, columns).map { name, column in
      PictureSheet.Entry(
        width: shape.width, height: shape.height, ink: Self.ink(column, greatest),
        inkBelow: Self.ink(column.map { -$0 }, greatest), words: name
      ).reduced
    }
    let shown = units.count < weights.columns ? "\(units.count) of \(weights.columns) units; " : ""
    return PictureSheet(
      title: title, entries: entries,
      remark: "\(shown)orange for weights above 0, blue below, up to"
        + " \(significantDigits(greatest, 3)) in size")
  }

  /// The weights above 0 in parts of the greatest size, from 0 to 255.
  private static func ink(_ weights: [Double], _ greatest: Double) -> [UInt8] {
    weights.map { weight in
      guard weight > 0, greatest > 0, weight.isFinite else { return 0 }
      return UInt8(max(0, min(255, (weight / greatest * 255).rounded())))
    }
  }
}
