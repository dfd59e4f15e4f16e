extension Value: CustomStringConvertible {
  /// The value as terminals show it, with all digits.
  public var description: String { text([], of: Self.allDigits) }

  /// The value as prose has it when no format is given: a single number with all digits, of several six digits of each.
  ///
  /// - Parameter dimensions: what the elements of a list stand for, and their elements, and so on; each stands behind its name.
  public func prose(_ dimensions: [Field.Dimension]) -> String {
    text(dimensions[...], of: asNumber == nil ? Self.sixDigits : Self.allDigits)
  }

  private static func allDigits(_ number: Double) -> String {
    number.isFinite ? number.description : fixedDecimals(number, 0)
  }

  private static func sixDigits(_ number: Double) -> String {
    let text = significantDigits(number, 6)
    return Double(text) == number ? allDigits(number) : text
  }

  private func text(
    _ dimensions: ArraySlice<Field.Dimension>, of digits: (Double) -> String
  ) -> String {
    switch self {
    case .integer(let integer): return String(integer)
    case .number(let number): return digits(number)
    case .boolean(let flag): return String(flag)
    case .text(let text): return text
    case .series(let series): return Self.numbers(series.values).text(dimensions, of: digits)
    case .list(let values):
      let texts = values.map { $0.text(dimensions.dropFirst(), of: digits) }
      guard let names = dimensions.first?.labels, names.count == texts.count, !names.isEmpty else {
        return "[" + texts.joined(separator: ", ") + "]"
      }
      return Self.named(zip(names, texts), separator: ", ")
    case .record(let members):
      return Self.named(
        members.map { ($0.name, $0.value.text([], of: digits)) }, separator: ", ")
    case .grid(let grid):
      let cells = grid.cells.enumerated().map { index, cell in
        (grid.label(ofCell: index), cell.text(dimensions, of: digits))
      }
      return Self.named(cells, separator: "; ")
    }
  }

  private static func named(
    _ texts: some Sequence<(String, String)>, separator: String
  ) -> String {
    "{" + texts.map { "\($0): \($1)" }.joined(separator: separator) + "}"
  }
}
