// What speaks against claims about all numbers of a value, in words that say where.

extension Value {
  /// What in it is not finite, and where: "not finite from epoch 14", of a sweep's values behind the run; nil if all is finite.
  var flaw: String? {
    switch self {
    case .number(let number): return number.isFinite ? nil : significantDigits(number, 6)
    case .series(let series): return series.breakWords ?? series.firstStrayWords
    case .list(let values):
      return values.enumerated().lazy.compactMap { index, value in
        value.flaw.map { "[\(index)]: \($0)" }
      }.first
    case .record(let members):
      return members.lazy.compactMap { member in
        member.value.flaw.map { "\(member.name): \($0)" }
      }.first
    case .grid(let grid): return grid.firstObjection(\.flaw)
    case .integer, .boolean, .text: return nil
    }
  }

  /// Why the numbers are not each smaller, or each larger, than the one before; nil if they are.
  func disorder(isFalling: Bool) -> String? {
    if case .grid(let grid) = self, grid.cells.contains(where: { $0.asNumber == nil }) {
      return grid.firstObjection { $0.disorder(isFalling: isFalling) }
    }
    if let flaw { return flaw }
    let numbers = numbersInOrder
    let index = numbers.indices.dropFirst().first { index in
      isFalling ? !(numbers[index] < numbers[index - 1]) : !(numbers[index] > numbers[index - 1])
    }
    return index.map { index in
      let texts = [numbers[index - 1], numbers[index]].map { formattedSetting($0) }
      return "\(texts[0]), then \(texts[1]) \(place(ofElement: index))"
    }
  }

  /// The numbers of a series, of a list, or of a sweep's runs that have one each.
  private var numbersInOrder: [Double] {
    if case .grid(let grid) = self { return grid.cells.compactMap(\.asNumber) }
    return (elements ?? []).compactMap(\.asNumber)
  }

  /// "at epoch 3", of a list "at [2]", of a sweep's runs "with batch_size=32".
  private func place(ofElement index: Int) -> String {
    switch self {
    case .series(let series): "at \(series.positionTitle) \(series.positions[index])"
    case .grid(let grid): "with \(grid.label(ofCell: index))"
    default: "at [\(index)]"
    }
  }
}

extension NumberSeries {
  /// "nan at epoch 3" of the first number that is not finite; nil if all are.
  fileprivate var firstStrayWords: String? {
    values.firstIndex { !$0.isFinite }.map { index in
      "\(significantDigits(values[index], 6)) at \(positionTitle) \(positions[index])"
    }
  }
}

extension Grid {
  /// What speaks against the value of the first run of which something does, behind that run.
  fileprivate func firstObjection(_ objection: (Value) -> String?) -> String? {
    for (index, cell) in cells.enumerated() {
      if let words = objection(cell) { return "\(label(ofCell: index)): \(words)" }
    }
    return nil
  }
}
