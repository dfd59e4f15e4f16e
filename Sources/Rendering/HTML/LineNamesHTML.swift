import Execution

/// The names of a chart's series, each behind a sample of its line, for windows that are narrower than the drawing: there the
/// names at the ends of the lines are out of sight. Screen readers hear them in the drawing.
struct LineNamesHTML: Sendable {
  private struct Name {
    let text: String
    let color: Series.Color
    /// The class that gives the sample its pattern.
    let pattern: String?
    /// What stands in place of a line, for points.
    let letter: String?
  }

  private let title: String?
  private let names: [Name]
  private let languages: PageLanguages
  private let foreignWords: ForeignWords?

  /// nil where names do not stand at the ends of lines. Of several plots the first is in sight with its names.
  init?(_ figure: Figure, languages: PageLanguages) {
    let all = SeriesNames(figure)
    guard all.place == .atEnds, figure.panels.count == 1 else { return nil }
    let drawn = figure.panels[0].layers.flatMap { layer -> [(series: Series, mark: Mark)] in
      guard case .series(let series, let mark) = layer else { return [] }
      return series.map { ($0, mark) }
    }
    names = all.all.enumerated().compactMap { rank, name in
      drawn.first { $0.series.label == name }.map { series, mark in
        Name(
          text: name, color: series.color, pattern: series.stroke.style,
          letter: mark == .points ? PointShape(rank: rank).letter : nil)
      }
    }
    title = figure.namesTitle
    self.languages = languages
    foreignWords = ForeignWords(figure.wordsOfAuthor, in: languages.authorInOutput)
  }

  func write(into page: inout Markup) {
    page.element("p", ["class": "names", "aria-hidden": "true", "lang": languages.output]) { page in
      if let title {
        page.text(title, in: foreignWords?.language(of: title))
        page.text(":")
      }
      for name in names {
        page.element(
          "span",
          [
            "class": name.pattern, "data-letter": name.letter, "style": name.color.strokeStyle,
            "lang": foreignWords?.language(of: name.text),
          ], text: name.text)
      }
    }
    page.newline()
  }
}
