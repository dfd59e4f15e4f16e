/// The texts of a column that are categories, and which of them each row has.
struct Categories {
  /// All different, in the order of labels.
  let names: [String]
  /// Per row its category, an index of `names`; nil where nothing is written.
  let indices: [Int?]

  /// The categories of some rows of a table.
  ///
  /// - Throws: the first cell that says nothing, where that is an error.
  init(
    inColumn column: Int, of table: TextTable, rows: [Int], missing: MissingCells
  ) throws(DatasetError) {
    var texts = TextColumn()
    var isWritten: [Bool] = []
    for row in rows {
      let isMissing = table.withUTF8(row: row, column: column) { cell in
        if table.missingValues.contain(cell) { return true }
        texts.append(cell)
        return false
      }
      if isMissing, missing == .error {
        throw .missingCategory(
          table.text(row: row, column: column), row: table.recordNumber(ofRow: row),
          column: table.header[column])
      }
      isWritten.append(!isMissing)
    }
    let labels = Labels(texts)
    names = labels.classes
    var written = labels.indices.makeIterator()
    indices = isWritten.map { $0 ? written.next() : nil }
  }
}
