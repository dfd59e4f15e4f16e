import Execution
import Learning
import Notebook

/// One example.
enum FeatureRow: Sendable {
  /// A value that a lesson gives for a column.
  struct Entry: Sendable {
    var name: Placed<String>
    /// A number, or the name of a category, as it is written.
    var value: Placed<String>
    /// The number, if it is one.
    var number: Double?
    /// What there is to say where a number is needed and this is none: "'red' is none".
    var objection: String
  }

  /// Its numbers, in the order of the inputs.
  case numbers([Double], at: SourceRange)
  /// A value for each column, in any order.
  case columns([Entry], at: SourceRange)

  /// A row in a list of several.
  static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> FeatureRow? {
    if case .mapping(let items) = node.content {
      return columns(in: items, at: node.range, with: &reader)
    }
    return [Double].read(node, of: entry, with: &reader).map {
      .numbers($0, at: node.range)
    }
  }

  static func columns(
    in items: [YAMLNode.Entry], at range: SourceRange, with reader: inout OptionReader
  ) -> FeatureRow? {
    var entries: [Entry] = []
    for item in items {
      guard let value = reader.resolve(item.value) else { continue }
      guard let scalar = value.scalar, value.text != nil else {
        reader.mismatch(value, of: item, expected: "a number or the name of a category")
        continue
      }
      entries.append(
        Entry(
          name: Placed(value: item.key, range: item.keyRange),
          value: Placed(value: scalar.text, range: item.value.range), number: scalar.decimal,
          objection: objection(to: value, scalar, with: reader)))
    }
    return entries.count == items.count ? .columns(entries, at: range) : nil
  }

  private static func objection(
    to value: YAMLNode, _ scalar: YAMLNode.Scalar, with reader: OptionReader
  ) -> String {
    if reader.isWrittenInQuotes(value) { return "'\(scalar.text)' in quotes is text" }
    return scalar.isTooLarge
      ? "\(scalar.text) is too large for a number" : "'\(scalar.text)' is none"
  }

  /// Whether it says what each column has.
  var namesColumns: Bool {
    if case .columns = self { true } else { false }
  }

  /// Whether it has so many numbers, or names columns, which are looked up.
  func fits(inputs: Int) -> Bool {
    if case .numbers(let numbers, _) = self { numbers.count == inputs } else { true }
  }

  /// Where it stands.
  var range: SourceRange {
    switch self {
    case .numbers(_, let range), .columns(_, let range): range
    }
  }

  /// The example as readers see it.
  var text: String {
    switch self {
    case .numbers(let numbers, _): numbers.map(formattedSetting).joined(separator: ", ")
    case .columns(let entries, _):
      entries.map { "\($0.name.value) \($0.value.value)" }.joined(separator: ", ")
    }
  }

  /// The numbers that a network takes for it, as the columns of its data are coded: a category is 1 among zeros.
  ///
  /// - Parameter mistakes: What does not fit is added to these, and has zeros.
  func numbers(
    for columns: [DataColumn], of run: String, _ mistakes: inout [ColumnMistake]
  ) -> [Double] {
    switch self {
    case .numbers(let numbers, _): return numbers
    case .columns(let entries, let range):
      Self.check(entries, at: range, for: columns.map(\.name), of: run, &mistakes)
      let given = Dictionary(entries.map { ($0.name.value, $0) }) { first, _ in first }
      return columns.flatMap { column in
        given[column.name].map { Self.numbers(of: $0, in: column, &mistakes) }
          ?? column.inputNames.map { _ in 0 }
      }
    }
  }

  /// Each column has to have a value, and there are no others.
  private static func check(
    _ entries: [Entry], at range: SourceRange, for names: [String], of run: String,
    _ mistakes: inout [ColumnMistake]
  ) {
    let before = mistakes.count
    let known = Set(names)
    for entry in entries where !known.contains(entry.name.value) {
      mistakes.append(
        .unknown(
          entry.name.value, "'\(run)' takes no column '\(entry.name.value)'", among: names,
          at: entry.name.range, .unknownColumn))
    }
    let given = Set(entries.map(\.name.value))
    let missing = names.filter { !given.contains($0) }
    if !missing.isEmpty, mistakes.count == before {
      let words = listOfAll(
        missing.prefix(6).map { "'\($0)'" } + (missing.count > 6 ? ["others"] : []))
      mistakes.append(
        ColumnMistake(
          code: .missingValue,
          message: "'\(run)' takes a value for each column; there is none for \(words)",
          range: range))
    }
  }

  private static func numbers(
    of entry: Entry, in column: DataColumn, _ mistakes: inout [ColumnMistake]
  ) -> [Double] {
    let text = entry.value.value
    guard let categories = column.categories else {
      if entry.number == nil {
        mistakes.append(
          ColumnMistake(
            code: .notANumber,
            message: "'\(column.name)' is a column of numbers, and \(entry.objection)",
            range: entry.value.range))
      }
      return [entry.number ?? 0]
    }
    let number = NamedClass.index(of: text, among: categories)
    if number == nil {
      mistakes.append(
        .unknown(
          text, "'\(column.name)' has no category '\(text)'", among: categories,
          at: entry.value.range, .unknownChoice))
    }
    return categories.indices.map { $0 == number ? 1 : 0 }
  }
}
