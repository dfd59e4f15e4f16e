import Execution
import Notebook

/// Finds what does not fit together in the options of a plot.
struct PlotCheck {
  let plot: PlotBlock

  func check(_ scope: inout Scope) {
    let subjects = plot.subjects
    guard let subject = subjects.first?.subject else {
      let options = PlotSubject.all.map { "'\($0.option)'" }
      scope.error(.missingOption, "'plot' needs \(listOfAlternatives(options))")
      return
    }
    let others = subjects.dropFirst()
    if let (other, place) = others.first(where: {
      !($0.subject.sharesAxes && subject.sharesAxes)
    }) {
      scope.error(
        .conflictingOptions, "a plot has either '\(subject.option)' or '\(other.option)'",
        at: place.keyRange)
      return
    }
    checkDetails(of: subject, &scope)
    if subject.sharesAxes {
      checkSettings(&scope)
      checkAxes(&scope)
      scope.part { checkPosition(&$0) }
    }
    scope.part { checkHistogram(&$0) }
    checkScatter(&scope)
    PlottedNetworksCheck(plot: plot).check(&scope)
  }

  private func checkHistogram(_ scope: inout Scope) {
    for entry in plot.histogram?.entries ?? [] where entry.shape.axes != nil {
      scope.error(
        .notASeries,
        "a histogram counts a series or a list of numbers, not \(entry.shape.description)",
        at: entry.path.range)
    }
  }

  private func checkScatter(_ scope: inout Scope) {
    guard let scatter = plot.scatter else { return }
    scope.part { checkBeginning(of: plot.limits?.x, isLogarithmic: plot.logX, &$0) }
    scope.part { checkBeginning(of: plot.limits?.y, isLogarithmic: plot.logY, &$0) }
    guard let outline = scatter.data.outline, let columns = outline.namedColumns else { return }
    let mistakes = plot.mistakes(
      in: scatter, columns: columns, besidesTexts: outline.columns == .text, parts: outline.parts)
    for mistake in mistakes { scope.report(mistake) }
  }

  /// Not every subject has every detail.
  private func checkDetails(of subject: PlotSubject, _ scope: inout Scope) {
    let given = plot.givenOptions(where: PlotSubject.allDetails.contains)
    for (name, place) in given where !subject.details.contains(name) {
      scope.error(
        .inapplicableOption, "'\(name)' is not for '\(subject.option)'", at: place.keyRange)
    }
  }

  private var entries: [PlottedPaths.Entry] { plot.layers.flatMap(\.entries) }

  /// The settings of all sweeps that paths go over, each name once.
  private var axes: [Grid.VariedSetting] {
    var axes: [Grid.VariedSetting] = []
    for axis in entries.flatMap({ $0.shape.axes ?? [] })
    where !axes.contains(where: { $0.name == axis.name }) {
      axes.append(axis)
    }
    return axes
  }

  /// Whether some path is only known after the run, so that little can be said of settings.
  private var isUnsure: Bool { entries.contains { $0.shape == .unknown } }

  /// What tells the runs of a sweep apart has to be one of its settings.
  private func checkSettings(_ scope: inout Scope) {
    scope.part { check(setting: plot.facet, of: "facet", at: plot.$facet.range, &$0) }
    scope.part { check(setting: plot.color, of: "color", at: plot.$color.range, &$0) }
    scope.part { checkTellingApart(&$0) }
  }

  private func checkTellingApart(_ scope: inout Scope) {
    if let facet = plot.facet, facet == plot.color {
      scope.error(
        .conflictingOptions, "'facet' and 'color' cannot be one setting, '\(facet)'",
        at: plot.$color.range)
    }
  }

  private func check(
    setting name: String?, of option: String, at range: SourceRange?, _ scope: inout Scope
  ) {
    guard let name, let range else { return }
    if isUnsure || axes.contains(where: { $0.name == name }) { return }
    guard !axes.isEmpty else {
      scope.error(
        .inapplicableOption, "'\(option)' is a setting of a sweep; no path here is of a sweep",
        at: range)
      return
    }
    let hint = suggestion(for: name, among: axes.map(\.name))
    let known = hint.isEmpty ? "; it varies \(listOfAlternatives(axes.map(\.name)))" : "\(hint)"
    scope.error(
      .unknownSetting, "the sweep does not vary '\(name)'\(known)", at: range, suggestion: hint)
  }

  private func checkAxes(_ scope: inout Scope) {
    scope.part { checkMarksOnZero(&$0) }
    scope.part { checkWidths(&$0) }
    if wordAlongX == nil {
      scope.part { checkBeginning(of: plot.limits?.x, isLogarithmic: plot.logX, &$0) }
    }
    scope.part { checkBeginning(of: plot.limits?.y, isLogarithmic: plot.logY, &$0) }
    scope.part { checkWords(&$0) }
    scope.part { checkSmoothing(&$0) }
  }

  private func checkWords(_ scope: inout Scope) {
    guard let word = wordAlongX else { return }
    for mistake in plot.mistakes(alongEach: word) {
      scope.error(.inapplicableOption, mistake.message, at: mistake.range)
    }
  }

  /// What has a place of its own along x, such as a class; nil for numbers, and where only the run can tell.
  private var wordAlongX: String? {
    for entry in entries {
      if entry.shape == .number { return "name" }
      if entry.shape.isNumberPerRun, let axes = entry.shape.axes {
        guard let setting = plot.settingAlong(axes), plot.hasWords(of: setting) else { continue }
        return spaced(setting.name)
      }
      if entry.isAlongWords, plot.against == nil { return entry.along }
    }
    return nil
  }

  private func checkMarksOnZero(_ scope: inout Scope) {
    guard plot.logY else { return }
    for layer in plot.layers where layer.mark == .bars || layer.mark == .area {
      scope.error(
        .inapplicableOption,
        "'\(layer.option)' stands on 0, which a logarithmic axis does not have",
        at: plot.$logY.keyRange)
    }
  }

  private func checkWidths(_ scope: inout Scope) {
    guard plot.logX, plot.bars != nil else { return }
    scope.error(
      .inapplicableOption, "bars have one width, which a logarithmic axis does not keep",
      at: plot.$logX.keyRange)
  }

  private func checkBeginning(
    of ends: PlotLimits.Ends?, isLogarithmic: Bool, _ scope: inout Scope
  ) {
    guard isLogarithmic, let ends, ends.lower <= 0 else { return }
    scope.error(
      .outOfRange, "a logarithmic axis begins above 0, not at \(formattedSetting(ends.lower))",
      at: ends.range)
  }

  private func checkSmoothing(_ scope: inout Scope) {
    if plot.smooth != nil, plot.lines == nil {
      scope.error(
        .inapplicableOption, "'smooth' is for lines", at: plot.$smooth.keyRange)
    }
  }

  /// What runs along x has to go with every path.
  private func checkPosition(_ scope: inout Scope) {
    if let number = entries.first(where: { $0.shape == .number }) {
      checkNames(number, &scope)
      return
    }
    let numbersPerRun = entries.filter(\.shape.isNumberPerRun)
    if let first = numbersPerRun.first,
      let other = entries.first(where: { !$0.shape.isNumberPerRun && $0.shape != .unknown })
    {
      scope.error(
        .notASeries, "one number per run and \(other.shape.description) have no axis in common",
        at: first.path.range)
      return
    }
    switch plot.against {
    case nil: checkCommonAxis(&scope)
    case .epoch, .update:
      for entry in entries {
        switch entry.shape.ofEachRun {
        case .list, .number: report(entry, &scope)
        default: break
        }
      }
    case .setting(let name):
      guard let range = plot.$against.range else { return }
      if numbersPerRun.isEmpty, !isUnsure {
        scope.error(
          .inapplicableOption,
          "'against' is epoch, update or a path for series; a setting is for one number per run,"
            + " such as rates.val_loss[-1]", at: range)
        return
      }
      check(setting: name, of: "against", at: range, &scope)
      if name == plot.facet || name == plot.color {
        scope.error(
          .conflictingOptions, "'\(name)' cannot run along the axis and tell runs apart", at: range)
      }
      checkCommonAxis(&scope)
    case .path(let path, let shape): check(path, shape, &scope)
    }
  }

  /// Single numbers stand over their names, and nothing else does.
  private func checkNames(_ number: PlottedPaths.Entry, _ scope: inout Scope) {
    if let other = entries.first(where: { $0.shape != .number && $0.shape != .unknown }) {
      scope.error(
        .notASeries, "a single number and \(other.shape.description) have no axis in common",
        at: number.path.range)
    } else if plot.against != nil {
      scope.error(
        .inapplicableOption,
        "single numbers stand side by side over their names, and not along anything else",
        at: plot.$against.keyRange)
    }
  }

  /// Paths that say themselves what they run along all have to say the same.
  private func checkCommonAxis(_ scope: inout Scope) {
    var common: String?
    for entry in entries {
      guard let along = along(entry) else { continue }
      if let common, along != common {
        scope.error(
          .notASeries, "one path runs along \(common), this one along \(along)",
          at: entry.path.range)
        return
      }
      common = along
    }
  }

  private func along(_ entry: PlottedPaths.Entry) -> String? {
    guard entry.shape.isNumberPerRun, let axes = entry.shape.axes else { return entry.along }
    return plot.settingAlong(axes).map { spaced($0.name) }
  }

  private func report(_ entry: PlottedPaths.Entry, _ scope: inout Scope) {
    scope.error(
      .inapplicableOption, "\(entry.shape.description) has no epochs or updates to run along",
      at: plot.$against.range)
  }

  /// Each path needs as many values along x as it has.
  private func check(_ path: Expression, _ shape: Shape, _ scope: inout Scope) {
    for entry in entries {
      if let axes = shape.axes, entry.shape != .unknown, entry.shape.axes != axes {
        scope.error(
          .notASeries, "the values along x are of a sweep, and those of a path are not of the same",
          at: path.range)
        return
      }
      if let count = shape.count, let needed = entry.shape.count, count != needed {
        scope.error(
          .notASeries, "there are \(count) values along x, and \(needed) to draw", at: path.range)
        return
      }
    }
  }
}

extension PlotBlock {
  /// The options that say something about the numbers along x, where words stand instead.
  func mistakes(alongEach word: String) -> [(message: String, range: SourceRange?)] {
    let rest = "for an axis of numbers, and this one has a place for each \(word)"
    var mistakes: [(message: String, range: SourceRange?)] = []
    // Of bars, `PlotCheck` says that their width is not kept.
    if logX, bars == nil { mistakes.append(("'log_x' is \(rest)", $logX.keyRange)) }
    if let ends = limits?.x { mistakes.append(("limits are \(rest)", ends.range)) }
    return mistakes
  }
}
