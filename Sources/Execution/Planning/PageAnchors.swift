import Notebook

/// The places on a lesson's page that links can lead to.
struct PageAnchors: Sendable {
  /// The targets of links, but for the numbers of figures.
  let names: Set<String>

  init(_ notebook: Notebook) {
    let prose = notebook.prose
    let headings = prose.flatMap(\.events).compactMap { event in
      if case .enter(.heading(let heading)) = event { heading.anchor } else { nil }
    }
    let labels = prose.flatMap(\.labels).map(\.name)
    let blocks = notebook.blocks.filter(\.options.include).flatMap { block in
      [block.anchor] + [block.options.label?.text].compactMap(\.self)
    }
    names = Set(headings + labels + blocks)
  }

  /// Whether a link to an anchor leads somewhere.
  func contain(_ anchor: String) -> Bool {
    // These lead to the top of a page, and to that of the lesson in it.
    if ["", "top", "lesson"].contains(anchor) || names.contains(anchor) { return true }
    let figure = "figure-"
    return anchor.hasPrefix(figure) && Int(anchor.dropFirst(figure.count)) != nil
  }
}
