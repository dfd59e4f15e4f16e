import Execution
import Notebook

/// The shares of activations that training leaves out: one for all hidden layers, or one for each. In a sweep, a list may
/// stand in the place of a share.
struct DropoutShares: OptionValue {
  /// One for all hidden layers, or one for each of them.
  var shares: [Placed<OneOrMany<Double>>]
  /// Whether the only share is that of all hidden layers. It is written by itself, and in a sweep as the only list in a list:
  /// "[[0, 0.5]]", since "[0, 0.5]" is of two layers.
  let isForAll: Bool
  /// Which shares are lists, or were before a run took one of their values.
  let listed: [Int]

  /// Whether there are several shares, each of one layer, and none of them varies.
  var isOneForEachLayer: Bool { shares.count > 1 && listed.isEmpty }

  static var typeDescription: String { OneOrMany<Double>.typeDescription }

  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> DropoutShares? {
    OneOrMany<Placed<OneOrMany<Double>>>.read(node, of: entry, with: &reader).map { read in
      DropoutShares(
        shares: read.values,
        isForAll: !read.isList || read.values.count == 1 && read.values[0].value.isList,
        listed: read.values.indices.filter { read.values[$0].value.isList })
    }
  }

  var written: String? { isForAll ? shares.first?.written : shares.written }

  var boundedNumbers: [(number: Double, range: SourceRange?)] { shares.boundedNumbers }

  /// A share for each hidden layer, where a sweep has left no list.
  func ofLayers(_ count: Int) -> [Double] {
    let values = shares.map { $0.value.values[0] }
    return isForAll ? Array(repeating: values[0], count: count) : values
  }
}
