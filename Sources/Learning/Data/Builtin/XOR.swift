import Randomness

/// The four points of exclusive or.
struct XOR: BuiltinSet {
  static let name = "xor"
  static let options: [BuiltinOption] = [.scale]
  static let drawsRandomNumbers = false

  let given: any BuiltinOptionValues
  let rows = 4
  let inputs = BuiltinInputs.numbers(2)
  let classes = numbered(2)

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) -> Dataset { .xor }
}

extension Dataset {
  /// The four points of exclusive or: (0,0), (0,1), (1,0), (1,1) with the labels 0, 1, 1, 0.
  public static let xor = Dataset(
    numbers: Matrix(rows: 4, columns: 2, elements: [0, 0, 0, 1, 1, 0, 1, 1]),
    labels: Labels(classes: ["0", "1"], indices: [0, 1, 1, 0]),
    source: DataSource(name: XOR.sourceName))
}
