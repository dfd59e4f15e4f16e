import Execution
import Learning
import Notebook

/// The rows of a data set as points over two of its columns.
struct PlottedScatter {
  /// Numbers have a color for each of so many ranges at most.
  private static let mostRanges = 5

  private let plot: PlotBlock
  private let columns: PlottedColumns
  private let data: DatasetOrSplit

  init(_ plot: PlotBlock, _ columns: PlottedColumns, of data: DatasetOrSplit) {
    self.plot = plot
    self.columns = columns
    self.data = data
  }

  /// The figure, and how many rows have no place in it.
  ///
  /// - Throws: columns that do not fit, where only the run could tell, and when no row has a place.
  func outputs() throws(BlockFailure) -> [Output] {
    let dataset = data.dataset
    let known = dataset.inputColumns + dataset.answerColumns
    let mistakes = plot.mistakes(
      in: columns, columns: known, besidesTexts: data.hasTexts, parts: data.parts)
    if let mistake = mistakes.first { throw mistake.failure }
    let rows = data.rows(of: plot.on)
    let values = columns.named.compactMap { dataset.values(ofColumn: $0.value, rows: rows) }
    let gaps = values.map(\.gaps)
    let missing = Set(gaps.joined())
    let kept = rows.indices.filter { !missing.contains($0) }
    if kept.isEmpty {
      let names = listOfAll(columns.named.map { "'\($0.value)'" })
      throw BlockFailure("no row has a value in each of \(names)", at: plot.$scatter.range)
    }
    let x = values[0].places(of: kept)
    let y = values[1].places(of: kept)
    let groups = values.count > 2 ? values[2].groups(of: kept, most: Self.mostRanges) : [.all(kept)]
    let series = groups.map { group in
      var series = Series(
        label: group.label, x: group.members.map { x[$0] }, y: group.members.map { y[$0] },
        color: group.color)
      series.isCloud = true
      return series
    }
    let figure = Figure(
      title: plot.title ?? "\(columns.y.value) against \(columns.x.value)",
      x: axis(plot.x ?? columns.x.value, of: values[0]),
      y: Axis(
        plot.y ?? columns.y.value, scale: plot.logY ? .logarithmic : .linear,
        limits: plot.limits?.y?.closedRange),
      layers: [.series(series, by: .points)], seriesTitle: columns.color?.value)
    return [.figure(figure)] + note(on: gaps, leftOut: missing.count, of: rows.count)
  }

  private func axis(_ title: String, of values: ColumnValues) -> Axis {
    if case .categories(_, let names) = values { return Axis(title, categories: names) }
    return Axis(
      title, scale: plot.logX ? .logarithmic : .linear, limits: plot.limits?.x?.closedRange)
  }

  /// "3 of 40 rows are left out, since something in them is missing: 2 in 'rooms', 1 in 'price'."
  private func note(on gaps: [[Int]], leftOut: Int, of rows: Int) -> [Output] {
    if leftOut == 0 { return [] }
    let places = zip(columns.named, gaps).filter { !$1.isEmpty }
      .map { "\($1.count) in '\($0.value)'" }
    return [
      .note(
        Note(
          .information,
          "\(leftOut) of \(rows) rows \(leftOut == 1 ? "is" : "are") left out, since something in"
            + " \(leftOut == 1 ? "it" : "them") is missing: \(orderedSet(places).joined(separator: ", "))."
        ))
    ]
  }
}

/// Points of one colour.
private struct PointGroup {
  var label: String
  var color: Series.Color
  /// The points, by their places among those drawn.
  var members: [Int]

  /// All points, of which there is nothing to tell apart.
  static func all(_ kept: [Int]) -> PointGroup {
    PointGroup(label: "", color: .category(0), members: Array(kept.indices))
  }
}

extension ColumnValues {
  /// The places of the rows that have no value.
  fileprivate var gaps: [Int] {
    switch self {
    case .numbers(let numbers): numbers.indices.filter { numbers[$0] == nil }
    case .categories(let categories, _): categories.indices.filter { categories[$0] == nil }
    }
  }

  /// Where some rows, all of which have a value, lie along an axis.
  fileprivate func places(of rows: [Int]) -> [Double] {
    switch self {
    case .numbers(let numbers): rows.compactMap { numbers[$0] }
    case .categories(let categories, _): rows.compactMap { categories[$0].map(Double.init) }
    }
  }

  /// The rows, all of which have a value, by their categories; those of numbers by ranges with about as many rows each.
  fileprivate func groups(of rows: [Int], most: Int) -> [PointGroup] {
    let places = places(of: rows)
    switch self {
    case .categories(_, let names):
      let groups = names.indices.map { number in
        PointGroup(
          label: names[number], color: .category(number),
          members: places.indices.filter { places[$0] == Double(number) })
      }
      return groups.filter { !$0.members.isEmpty }
    case .numbers:
      let ranges = Self.ranges(of: places, most: most)
      let labels = Self.labels(of: ranges)
      return ranges.enumerated().map { index, range in
        let depth = ranges.count == 1 ? 0.5 : Double(index) / Double(ranges.count - 1)
        return PointGroup(
          label: labels[index], color: .shade(hue: 0, depth),
          members: places.indices.filter { range.contains(places[$0]) })
      }
    }
  }

  /// "2 to 4.5" for each range, with as few digits as tell the ranges apart, and the ends of each.
  private static func labels(of ranges: [ClosedRange<Double>]) -> [String] {
    func ends(digits: Int) -> [[String]] {
      ranges.map { range in
        orderedSet([range.lowerBound, range.upperBound].map { significantDigits($0, digits) })
      }
    }
    let short = [4, 6, 9].lazy.map(ends).first { ends in
      Set(ends).count == ranges.count
        && zip(ends, ranges).allSatisfy { $0.count == 2 || $1.lowerBound == $1.upperBound }
    }
    return (short ?? ends(digits: 17)).map { $0.joined(separator: " to ") }
  }

  /// Ranges with about as many of the numbers each, from the least to the greatest of those within; equal numbers are in one.
  private static func ranges(of numbers: [Double], most: Int) -> [ClosedRange<Double>] {
    let sorted = numbers.sorted()
    let distinct = sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
    if distinct.count <= most { return distinct.map { sorted[$0]...sorted[$0] } }
    var ranges: [ClosedRange<Double>] = []
    var first = 0
    for part in 1...most where first < sorted.count {
      var end = max(first + 1, sorted.count * part / most)
      while end < sorted.count, sorted[end] == sorted[end - 1] { end += 1 }
      ranges.append(sorted[first]...sorted[end - 1])
      first = end
    }
    return ranges
  }
}
