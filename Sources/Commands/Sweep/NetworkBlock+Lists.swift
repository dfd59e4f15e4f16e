import Execution
import Learning
import Notebook

// Lists in a network, of which each run of a sweep has one value.
extension NetworkBlock {
  /// The options that can have lists: sizes, activations and dropout of hidden layers, how weights are drawn, and whether
  /// batches are normalized.
  var sweptOptions: [SweptOption<NetworkBlock>] {
    let sizes = hiddenSizes.filter { layers[$0].value.isList }
    let functions = hiddenActivations.filter { activations[$0].value.isList }
    let dropped = dropout?.listed ?? []
    return
      sizes.map { index in
        SweptOption(
          Self.name("units", ofLayer: index, among: sizes), layers[index].value,
          at: layers[index].range
        ) { $0.layers[index].value = OneOrMany($1) }
      }
      + functions.map { index in
        SweptOption(
          Self.name("activation", ofLayer: index + 1, among: functions), activations[index].value,
          at: activations[index].range
        ) { $0.activations[index].value = OneOrMany($1) }
      }
      + dropped.map { index in
        SweptOption(
          Self.name("dropout", ofLayer: index + 1, among: dropped), dropout?.shares[index].value,
          at: dropout?.shares[index].range
        ) { $0.dropout?.shares[index].value = OneOrMany($1) }
      } + [
        SweptOption("init", `init`, at: $init.range) { $0.`init` = OneOrMany($1) },
        SweptOption("batch_normalization", batchNormalization, at: $batchNormalization.range) {
          $0.batchNormalization = OneOrMany($1)
        },
      ]
  }

  /// Whether lists stand only where they can be swept.
  func hasFitLists(inSweep: Bool) -> Bool {
    misplacedLists.allSatisfy { $0(inSweep).isEmpty }
  }

  /// Finds the lists that stand elsewhere.
  func checkLists(inSweep: Bool, _ scope: inout Scope) {
    let message =
      inSweep
      ? "only hidden layers can have a list here" : "a list here is for the network of a sweep"
    for misplaced in misplacedLists {
      scope.part { scope in
        for range in misplaced(inSweep) { scope.error(.wrongType, message, at: range) }
      }
    }
  }

  /// What to say where nothing varies of a list of shares, one for each hidden layer, that may have been meant as values to
  /// vary: no dropout is what others are compared with, and rarely meant for one of several layers. Nil for other lists.
  var adviceOnShares: String? {
    guard let dropout, dropout.isOneForEachLayer, dropout.shares.count == hiddenSizes.count,
      dropout.shares.contains(where: { $0.value.values == [0] })
    else { return nil }
    return "'dropout' has one share for each hidden layer here; a sweep over these is"
      + " [\(dropout.written ?? "")]"
  }

  /// Where lists stand that cannot be swept, option by option.
  private var misplacedLists: [(_ inSweep: Bool) -> [SourceRange]] {
    [
      misplacedSizes, misplacedActivations, misplacedShares,
      { inSweep in inSweep || !`init`.isList ? [] : [$init.range].compactMap(\.self) },
      { inSweep in
        inSweep || !batchNormalization.isList ? [] : [$batchNormalization.range].compactMap(\.self)
      },
    ]
  }

  private func misplacedSizes(inSweep: Bool) -> [SourceRange] {
    Self.lists(in: layers, outside: inSweep ? hiddenSizes : 0..<0)
  }

  private func misplacedActivations(inSweep: Bool) -> [SourceRange] {
    Self.lists(in: activations, outside: inSweep ? hiddenActivations : 0..<0)
  }

  private func misplacedShares(inSweep: Bool) -> [SourceRange] {
    inSweep ? [] : Self.lists(in: dropout?.shares ?? [], outside: 0..<0)
  }

  private static func lists<Value>(
    in values: [Placed<OneOrMany<Value>>], outside allowed: Range<Int>
  ) -> [SourceRange] {
    values.indices
      .filter { values[$0].value.isList && !allowed.contains($0) }
      .map { values[$0].range }
  }

  /// Which of the layers are hidden.
  private var hiddenSizes: Range<Int> { 1..<max(1, layers.count - 1) }

  /// Which of the activations are of hidden layers.
  private var hiddenActivations: Range<Int> { 0..<max(0, activations.count - 1) }

  /// The name of what a layer has a list of: "units", or "units_2" where there are several such layers.
  private static func name(_ name: String, ofLayer number: Int, among listed: [Int]) -> String {
    listed.count > 1 ? "\(name)_\(number)" : name
  }
}
