/// Gives labels in braces to what stands before them: a heading, a picture, or an equation.
struct LabelPlacement {
  private var placed: [Prose.Event] = []
  private var problems: [Diagnostic] = []
  /// Where the open heading or paragraph begins among the events.
  private var start = 0
  /// Where the last picture begins among the events.
  private var image = 0

  /// The events without the labels that something has taken.
  static func placed(in events: [Prose.Event], into diagnostics: inout [Diagnostic]) -> [Prose
    .Event]
  {
    var placement = LabelPlacement()
    for (index, event) in events.enumerated() {
      placement.take(event, next: index + 1 < events.count ? events[index + 1] : nil)
    }
    diagnostics += placement.problems
    return placement.placed
  }

  private mutating func take(_ event: Prose.Event, next: Prose.Event?) {
    switch event {
    case .label(let label): take(label, next: next)
    case .enter(.heading), .enter(.paragraph):
      start = placed.count
      placed.append(event)
    case .enter(.image):
      image = placed.count
      placed.append(event)
    case .enter(.table(let table)):
      if let label = table.label { check(label, .table) }
      placed.append(event)
    case .exit(.heading):
      // The label of the heading is known by now.
      guard case .enter(let heading) = placed[start] else { return }
      placed.append(.exit(heading))
    case .exit(.paragraph):
      // A picture with a label has taken the place of its paragraph.
      if case .exit(.image(let image))? = placed.last, image.label != nil { return }
      placed.append(event)
    default: placed.append(event)
    }
  }

  private mutating func take(_ label: Prose.Label, next: Prose.Event?) {
    if takeForEquation(label) || takeForImage(label, next) || takeForHeading(label, next) { return }
    if label.kind != nil {
      problems.append(
        .error(
          .misplacedLabel,
          "a label stands behind a heading, an equation, a picture or the caption of a table",
          at: label.range))
    }
    placed.append(.label(label))
  }

  private mutating func takeForEquation(_ label: Prose.Label) -> Bool {
    var index = placed.count - 1
    if index > 0, case .text(let text) = placed[index], text.allSatisfy(\.isWhitespace) {
      index -= 1
    }
    guard index >= 0, case .formula(var formula) = placed[index], formula.isDisplay,
      formula.label == nil
    else { return false }
    check(label, .equation)
    formula.label = label
    placed.removeSubrange(index...)
    placed.append(.formula(formula))
    return true
  }

  private mutating func takeForImage(_ label: Prose.Label, _ next: Prose.Event?) -> Bool {
    guard case .exit(.image)? = placed.last, case .enter(.image(var picture)) = placed[image] else {
      return false
    }
    check(label, .figure)
    guard image == start + 1, placed[start] == .enter(.paragraph), next == .exit(.paragraph) else {
      problems.append(
        .error(
          .misplacedLabel, "a picture with a label stands in a paragraph of its own",
          at: label.range))
      return true
    }
    picture.label = label
    placed[image] = .enter(.image(picture))
    placed[placed.count - 1] = .exit(.image(picture))
    placed.remove(at: start)
    return true
  }

  private mutating func takeForHeading(_ label: Prose.Label, _ next: Prose.Event?) -> Bool {
    guard case .exit(.heading)? = next, case .enter(.heading(var heading)) = placed[start] else {
      return false
    }
    check(label, .section)
    heading.label = label
    if label.kind == .section { heading.anchor = label.name }
    placed[start] = .enter(.heading(heading))
    placed.trimEnd()
    return true
  }

  private mutating func check(_ label: Prose.Label, _ kind: LabelKind) {
    if label.kind == kind { return }
    problems.append(
      .error(
        .badLabel,
        "the label of \(kind.holder) is '\(kind.rawValue)' and letters, digits, '-' or '_', not"
          + " '\(label.name)'", at: label.range))
  }
}

extension LabelKind {
  /// What has such a label in prose.
  fileprivate var holder: String {
    switch self {
    case .equation: "an equation"
    case .figure: "a picture"
    case .section: "a section"
    case .table: "a table"
    }
  }
}
