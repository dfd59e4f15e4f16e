import Execution

extension Figure {
  /// The labels of the series, each once, in their order.
  var names: [String] {
    var seen: Set<String> = []
    return allSeries.map(\.label).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The marks that are used.
  var marks: Set<Mark> {
    Set(
      panels.flatMap(\.layers).compactMap { layer in
        if case .series(_, let mark) = layer { mark } else { nil }
      })
  }

  /// Whether its plots are histograms, whose outlines all end on 0.
  var hasPanelsOfHistograms: Bool { panels.count > 1 && isHistogram }

  /// Whether all series have an end to stand their names by. In panels of histograms, names would take much room to stand by
  /// what is all the same.
  var haveEnds: Bool {
    if hasPanelsOfHistograms { return false }
    return panels.flatMap(\.layers).allSatisfy { layer in
      guard case .series(let series, let mark) = layer else { return true }
      return !mark.drawing.sharesRoom && series.allSatisfy(\.isAscending)
    }
  }

  /// Whether its two axes show the same values, so that the line of equal ones goes from corner to corner: where there is
  /// such a line, and the author has set no limits.
  var sharesLimits: Bool {
    references.contains { $0.course == .identity }
      && [x, y].allSatisfy { $0.scale == .linear && $0.limits == nil }
  }

  /// Whether its plots are as high as they are wide.
  var hasSquarePlots: Bool { isSquare || sharesLimits }

  /// Whether shapes stand right beside the vertical axis, with no room between them.
  var standsOnEdge: Bool { x.scale == .categorical || hasBars || hasSquarePlots }

  /// The places of all values that the axes can show.
  var shownPlaces: [(x: Double, y: Double)] {
    allSeries.flatMap { zip($0.x, $0.y) }.filter { x.canShow($0.0) && y.canShow($0.1) }
      .map { (x: $0.0, y: $0.1) }
  }

  var hasBars: Bool { marks.contains { $0.drawing.sharesRoom } }

  /// The vertical axis with 0 on it if shapes stand there.
  var standingOnZero: Axis {
    var axis = y
    if marks.contains(where: { $0.drawing.standsOnZero }), axis.scale == .linear {
      axis.includes = 0
    }
    return axis
  }
}

extension Axis {
  /// Whether the axis counts epochs or the like, so that it begins and ends with the series.
  func isCounted(by series: [Series]) -> Bool {
    scale == .linear
      && series.allSatisfy { $0.isAscending && $0.x.allSatisfy { $0 == $0.rounded() } }
  }
}

extension Series {
  /// Whether the points go from left to right.
  var isAscending: Bool { zip(x, x.dropFirst()).allSatisfy { $0 <= $1 } }
}
