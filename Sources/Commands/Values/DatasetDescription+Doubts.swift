import Execution
import Learning

// What is doubtful in a data set.
extension DatasetDescription {
  /// More columns than these are not named one by one.
  private static let namedColumns = 10
  /// Of more columns than these, nobody reads the names.
  private static let comparedColumns = 10_000
  /// Of more columns than these, what lies far off is not told one by one.
  private static let columnsWithOutliers = 5

  /// What to know before learning from the data.
  var notes: [Output] {
    (leftOut + doubts.map { Note(.warning, $0) }).map { .note($0) }
  }

  private var leftOut: [Note] {
    if rowsLeftOut == 0 { return [] }
    return [
      Note(
        .information,
        "\(rowsLeftOut) of \(rowCount + rowsLeftOut) rows of the file are left out, since something in"
          + " them is missing.")
    ]
  }

  private var doubts: [String] {
    doubtsAboutRows + doubtsAboutClasses + doubtsAboutInputs + doubtsAboutTargets
      + doubtsAboutOutliers
  }

  private var doubtsAboutRows: [String] {
    var doubts = parts.filter { $0.leaks > 0 }.map { part in
      "\(part.leaks) of \(part.rowCount) rows of the \(part.part.rawValue) part are in the training"
        + " part, too: what they measure is memory."
    }
    if contradictions > 0 {
      let rows = contradictions == 1 ? "1 row has" : "\(contradictions) rows have"
      let others = targets.isEmpty ? "another class" : "other targets"
      doubts.append("\(rows) the inputs of an earlier row and \(others).")
    }
    return doubts
  }

  private var doubtsAboutClasses: [String] {
    LookalikeNames.groups(in: classes).prefix(Self.namedColumns).map { names in
      "The classes \(listOfAll(names)) differ only in how they are written. If they are one, write them"
        + " alike."
    }
  }

  private var doubtsAboutInputs: [String] {
    switch inputs {
    case .texts(let texts):
      guard texts.emptyCount > 0 else { return [] }
      return [texts.emptyCount == 1 ? "1 text is empty." : "\(texts.emptyCount) texts are empty."]
    case .columns(let columns):
      let constant = columns.filter(\.isConstant).map(\.name)
      let names = constant.prefix(Self.namedColumns).joined(separator: ", ")
      return
        (constant.isEmpty ? [] : ["Nothing can be learnt from columns of one number: \(names)."])
        + doubtsAboutNames(of: columns) + doubtsAboutCounts(in: columns)
    // At the edges of pictures there is mostly nothing, and that is as it should be.
    case .pictures: return []
    }
  }

  private func doubtsAboutNames(of columns: [ColumnDescription]) -> [String] {
    guard columns.count <= Self.comparedColumns else { return [] }
    let names = (columns + targets).map(\.name)
    return LookalikeNames.groups(in: names).prefix(Self.namedColumns).map { names in
      "The columns \(listOfAll(names)) differ only in how they are named, so one is easily taken for another."
    }
  }

  /// A column that only counts the rows; the single input of a curve may well ascend.
  private func doubtsAboutCounts(in columns: [ColumnDescription]) -> [String] {
    guard columns.count > 1 else { return [] }
    return columns.filter(\.countsRows).prefix(Self.namedColumns).map { column in
      "The numbers of '\(column.name)' are whole and ascend from row to row. If they only count the rows,"
        + " nothing can be learnt from them: leave the column out of 'features'."
    }
  }

  private var doubtsAboutTargets: [String] {
    let constant = targets.filter(\.isConstant).map(\.name)
    let unscaled = targetScaling == nil ? targets : []
    let units = unscaled.compactMap { target in
      TargetUnit(standardDeviation: target.standardDeviation)?.advice(onTarget: target.name)
    }
    if constant.isEmpty { return units }
    return [
      "There is nothing to predict in targets of one number: \(constant.joined(separator: ", "))."
    ] + units
  }

  private var doubtsAboutOutliers: [String] {
    let inputs = if case .columns(let columns) = inputs { columns } else { [ColumnDescription]() }
    let columns = (inputs + targets).filter { $0.outliers.count > 0 }
    let told = columns.prefix(Self.columnsWithOutliers).map { column in
      let count = column.outliers.count
      let members = column.outliers.farthest.map { member in
        significantDigits(member.number, 6) + (member.record.map { " (row \($0))" } ?? "")
      }
      let (values, lie) = count == 1 ? ("1 value", "lies") : ("\(count) values", "lie")
      let farthest = count > members.count ? ", the farthest of them" : ":"
      return "\(values) of '\(column.name)' \(lie) far from the rest\(farthest)"
        + " \(listOfAll(members))."
    }
    let rest = columns.count - told.count
    if rest == 0 { return told }
    return told + ["\(rest) more column\(rest == 1 ? " has" : "s have") values far from the rest."]
  }
}
