/// A column that a lesson can name: an input as its source has it, a target, or the class.
public struct DataColumn: Sendable, Equatable, Codable {
  /// The column's name.
  public let name: String
  /// The names of its categories or classes, in the order of their numbers; nil for numbers.
  public let categories: [String]?

  /// A column of numbers, or of categories.
  public init(name: String, categories: [String]? = nil) {
    self.name = name
    self.categories = categories
  }

  /// The names of the inputs that it makes: its own, or `colour=red` and so on, one for each category.
  public var inputNames: [String] { categories.map { $0.map { "\(name)=\($0)" } } ?? [name] }
}

/// What some rows have in a column, in their order.
public enum ColumnValues: Sendable, Equatable {
  /// Numbers; nil where one is missing.
  case numbers([Double?])
  /// The numbers of categories or classes, from 0, and their names; nil where one is missing.
  case categories([Int?], names: [String])
}

/// A column of categories among the inputs, which has one of zeros and ones for each of them.
struct CodedColumn: Sendable, Equatable, Codable {
  let column: DataColumn
  /// The place of its first category among the inputs.
  let first: Int

  /// The places of all its categories among the inputs.
  var inputs: Range<Int> { first..<first + column.inputNames.count }
}

extension Dataset {
  /// The columns that the inputs come from; none for texts.
  public var inputColumns: [DataColumn] {
    guard case .numbers(_, let names) = inputs else { return [] }
    var columns: [DataColumn] = []
    var next = 0
    for coded in codedColumns {
      columns += names[next..<coded.first].map { DataColumn(name: $0) }
      columns.append(coded.column)
      next = coded.inputs.upperBound
    }
    return columns + names[next...].map { DataColumn(name: $0) }
  }

  /// The columns that say what is to be learnt.
  public var answerColumns: [DataColumn] {
    switch answers {
    case .classes(let labels): [DataColumn(name: labelName, categories: labels.classes)]
    case .targets(let targets): targets.names.map { DataColumn(name: $0) }
    }
  }

  /// What some rows have in a column of inputs or answers; nil if there is none of that name. Numbers are in their own units,
  /// and what was missing is missing, whatever has been filled in for those who train.
  public func values(ofColumn name: String, rows: [Int]) -> ColumnValues? {
    answers(ofColumn: name, rows: rows) ?? inputs(ofColumn: name, rows: rows)
  }

  private func answers(ofColumn name: String, rows: [Int]) -> ColumnValues? {
    switch answers {
    case .classes(let labels):
      guard name == labelName else { return nil }
      let numbers = labels.indices
      return .categories(rows.map { numbers[$0] }, names: labels.classes)
    case .targets(let targets):
      return targets.names.firstIndex(of: name).map { column in
        .numbers(rows.map { targets.values[$0, column] })
      }
    }
  }

  private func inputs(ofColumn name: String, rows: [Int]) -> ColumnValues? {
    guard case .numbers(let matrix, let names) = inputs else { return nil }
    if let coded = codedColumns.first(where: { $0.column.name == name }) {
      let categories = coded.column.categories ?? []
      let numbers = rows.map { row in
        categories.indices.first { matrix[row, coded.first + $0] == 1 }
      }
      return .categories(numbers, names: categories)
    }
    return names.firstIndex(of: name).map { column in
      let gaps = Set(gaps.first { $0.index == column }?.rows ?? [])
      return .numbers(rows.map { gaps.contains($0) ? nil : matrix[$0, column] })
    }
  }
}
