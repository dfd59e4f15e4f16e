extension Dataset {
  /// The four points of exclusive or: (0,0), (0,1), (1,0), (1,1) with the labels 0, 1, 1, 0.
  public static let xor = Dataset(
    numbers: Matrix(rows: 4, columns: 2, elements: [0, 0, 0, 1, 1, 0, 1, 1]),
    labels: Labels(classes: ["0", "1"], indices: [0, 1, 1, 0]),
    source: DataSource(name: "builtin:xor"))
}
