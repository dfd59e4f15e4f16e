/// How a formula gets at what is needed where it names something else; each piece of advice is the end of a message.
struct ExpressionAdvice {
  let reader: OptionReader

  /// How a text is got in the place of something else, as the end of a message: the name of a block may be meant as a word.
  func wayToAText(in shape: Shape, _ operand: Expression) -> String {
    guard case .block = shape, case .path(let path) = operand else {
      return wayToANumber(in: shape, operand)
    }
    return ": a word in double quotes is text, \"\(path.name)\""
  }

  /// How a single number is got out of several, as the end of a message.
  func wayToANumber(in shape: Shape, _ operand: Expression) -> String {
    switch shape {
    case .grid(let axes, let cell): ": \(wayToANumber(along: axes, in: cell, operand))"
    case .record: example(ofValueIn: operand).map { ": name one of them, such as \($0)" } ?? ""
    case .block: example(ofValueIn: operand).map { ": name one of its values, such as \($0)" } ?? ""
    default: ": pick a number with [-1], min(…) or the like"
    }
  }

  /// How one is got out of a value of a sweep: by all settings that the lesson leaves open.
  private func wayToANumber(
    along axes: [Grid.VariedSetting], in cell: Shape, _ operand: Expression
  ) -> String {
    var settings = axes.filter { $0.values.count > 1 }.map {
      "\($0.name)=\($0.values.first?.description ?? "…")"
    }
    if case .path(let path) = operand { settings = path.settings.map { "\($0.name)=…" } + settings }
    let run = "pick a run with [\(settings.joined(separator: ", "))]"
    return cell.element == nil
      ? "\(run), or a number with min(…) or the like"
      : "\(run) and a number with [-1], min(…) or the like"
  }

  /// The path to a value of a block, of several values within it or of one of a sweep's runs, to a curve if there is one; nil
  /// where no path leads on.
  func example(ofValueIn operand: Expression) -> String? {
    guard case .path(let path) = operand else { return nil }
    var fields = reader.fields(ofBlockIn: operand)
    var whole = ""
    switch (path.member, path.indices.count) {
    case (nil, 0): break
    case (Expression.Path.runs, 1): fields = fields.filter(\.shape.isPerRun)
    case (let member?, 0):
      whole = "\(member)."
      fields = fields.filter { $0.name.hasPrefix(whole) }
    default: return nil
    }
    let field = fields.first { $0.shape.holdsSeries } ?? fields.first
    return field.map { "\(path).\($0.name.dropFirst(whole.count))" }
  }

  /// What there is to choose from; of values within values, those of the one that was named.
  func examples(of fields: [Field], for member: String) -> String {
    if fields.isEmpty { return "; it has no values" }
    let whole = member.split(separator: ".").dropLast().joined(separator: ".") + "."
    let within = fields.map(\.name).filter { $0.hasPrefix(whole) }
    let names = within.isEmpty ? fields.map(\.name).filter { !$0.contains(".") } : within
    return "; it has \(listOfAlternatives(names))"
  }
}
