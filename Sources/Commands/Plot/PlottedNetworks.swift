import Execution
import Learning
import Notebook

/// A run's network at the epochs that a plot shows.
struct PlottedNetworks {
  /// The network at one of them.
  struct Moment {
    /// Nil for the network that the run has left.
    var epoch: Int?
    var network: Network<Double>

    /// "epoch 10", or "trained".
    var title: String { epoch.map { "epoch \($0)" } ?? "trained" }
  }

  let name: String
  /// What the lesson calls it in the figure; nil where it does not say.
  var label: String?
  let run: TrainingRun
  let moments: [Moment]

  /// The run at some epochs; without any at all that it has kept, if it has and these are preferred, else as it is trained.
  ///
  /// - Throws: an epoch that the run never came to, or whose network it has not kept.
  init(
    of run: TrainingRun, named name: String, epochs: [(epoch: Int, range: SourceRange)]?,
    prefersSnapshots: Bool
  ) throws(BlockFailure) {
    self.name = name
    self.run = run
    let snapshots = run.history.snapshots
    if let epochs {
      let networks = run.networks
      var moments: [Moment] = []
      for (epoch, range) in epochs {
        guard let snapshot = networks.first(where: { $0.epoch == epoch }) else {
          let isPassed = epoch < run.history.records.last?.epoch ?? 0
          throw BlockFailure(
            isPassed
              ? Self.lack(of: epoch, ofRunNamed: name) : "'\(name)' ended before epoch \(epoch)",
            at: range)
        }
        moments.append(Moment(epoch: epoch, network: snapshot.network))
      }
      self.moments = moments
    } else if prefersSnapshots, !snapshots.isEmpty {
      moments = snapshots.map { Moment(epoch: $0.epoch, network: $0.network) }
    } else {
      moments = [Moment(network: run.network.inDouble)]
    }
  }

  /// What to say of an epoch that a run came to, and after which it has not kept its network.
  static func lack(of epoch: Int, ofRunNamed name: String) -> String {
    "'\(name)' does not keep its network after epoch \(epoch); give its block 'snapshots: [\(epoch)]'"
  }

  /// The title of a figure that shows one moment: with the epoch, if there are several.
  func title(_ title: String, at moment: Moment) -> String {
    moments.count == 1 ? title : "\(title), \(moment.title)"
  }

  /// The name of each input, if it has one.
  var inputNames: [String] {
    if let dataset = run.source.dataset, case .numbers(_, let names) = dataset.inputs {
      return names
    }
    return run.source.vectorizer?.vocabulary ?? []
  }

  /// What a network's outputs are about, one name each.
  var outputNames: [String] {
    if let targets = run.source.answers.targets { return targets.names }
    let classes = run.source.classes
    return run.network.architecture.outputs == 1 ? Array(classes.dropFirst().prefix(1)) : classes
  }

  /// The names of a layer's units.
  func unitNames(ofLayer layer: Int) -> [String] {
    let architecture = run.network.architecture
    let count = architecture.layers[layer]
    let isLast = layer == architecture.activations.count
    return isLast && outputNames.count == count
      ? outputNames : (1...count).map { "unit \($0)" }
  }
}
