import Execution

/// One command block of a report: its source, how it ended, and what it shows.
struct BlockHTML: Sendable {
  let block: BlockView
  let languages: PageLanguages
  /// How many drawings there are above on the page.
  let drawingsAbove: Int

  func write(into page: inout Markup) {
    let state =
      switch block.status {
      case .done: "block"
      case .failed, .unheld: "block failed"
      case .notRun: "block not-run"
      case .pending: "block pending"
      }
    page.element(
      "div", ["class": state, "id": block.anchor, "lang": languages.page]
    ) { page in
      if let source = block.source { writeSource(source, into: &page) }
      writeOutputs(into: &page)
      writeStatus(into: &page)
    }
  }

  /// Writes the outputs, each figure and each table with the next caption of its kind.
  private func writeOutputs(into page: inout Markup) {
    var outputs = OutputHTML(languages: languages, after: drawingsAbove)
    var figures = block.figures[...]
    var tables = block.tables[...]
    for output in block.outputs {
      let caption: BlockView.Caption? =
        switch output {
        case .figure, .pictures: figures.popFirst()
        case .table: tables.popFirst()
        case .log, .text, .excerpts, .claims, .note: nil
        }
      page.newline()
      outputs.write(output, caption, into: &page)
    }
  }

  private func writeSource(_ source: String, into page: inout Markup) {
    page.element(
      "details",
      [
        "class": PaperLength.classOfSource(source), "open": block.isSourceFolded ? nil : "",
        "lang": languages.output,
      ]
    ) { page in
      page.element("summary") {
        HeaderHTML(command: block.command, name: block.name).write(into: &$0)
      }
      guard !source.isEmpty else { return }
      CodeHTML(source: source, language: "yaml").write(into: &page)
    }
  }

  private func writeStatus(into page: inout Markup) {
    switch block.status {
    case .done, .unheld: return
    case .pending:
      page.element("p", ["class": "remark"], text: languages.words.blockIsPending)
    case .failed(let messages):
      write("error", languages.words.blockFailed, messages, into: &page)
    case .notRun(let messages):
      write("skipped", languages.words.blockDidNotRun, messages, into: &page)
    }
  }

  private func write(
    _ kind: String, _ heading: String, _ messages: [String], into page: inout Markup
  ) {
    NoteHTML(kind: kind, heading: heading, messages: messages, languages: languages)
      .write(into: &page)
  }
}
