/// The columns of a table that say what is to be learnt.
public enum AnswerColumns: Sendable, Equatable {
  /// The column that holds the class.
  case label(String)
  /// The columns that hold the numbers to be predicted.
  case targets([String])

  /// The names of the columns.
  public var names: [String] {
    switch self {
    case .label(let name): [name]
    case .targets(let names): names
    }
  }
}

extension AnswerColumns {
  /// What is wrong when one of the columns is an input, too.
  public func isAmongInputs(_ name: String) -> DatasetError {
    switch self {
    case .label: .labelAmongInputs(name)
    case .targets: .targetAmongInputs(name)
    }
  }
}
