import Execution
import Notebook

/// A table with its caption and remark; a wide one scrolls in its own box.
struct TableHTML: Sendable {
  let table: Table
  let caption: BlockView.Caption?
  let languages: PageLanguages

  func write(into page: inout Markup) {
    page.element("figure", ["class": style, "id": caption?.anchor]) { page in
      let captionIdentifier = writeCaption(into: &page)
      let label = languages.words.prose.name(of: .table, caption?.number)
      page.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label]
      ) { writeTable(into: &$0, labelledBy: captionIdentifier) }
      if let remark = table.remark {
        page.element("p", ["class": "remark", "lang": languages.output], text: remark)
      }
    }
  }

  /// Writes the words above the table, which do not scroll with it. Returns their id, by which the table is called.
  private func writeCaption(into page: inout Markup) -> String? {
    guard let caption, caption.number != nil || caption.html != nil else { return nil }
    // A full stop cannot stand in a label, so this is nobody else's id.
    let identifier = caption.anchor.map { "\($0).caption" }
    page.element("figcaption", ["id": identifier]) {
      CaptionHTML(kind: .table, caption: caption, title: nil, languages: languages)
        .write(into: &$0)
    }
    return identifier
  }

  private func writeTable(into page: inout Markup, labelledBy identifier: String?) {
    let styles = styles
    let paddings = paddings
    page.element(
      "table",
      [
        "class": hasNumbersOnly ? "ends" : nil, "aria-labelledby": identifier,
        "lang": languages.output,
      ]
    ) { page in
      page.element("thead") { head in
        head.element("tr") { row in
          for (column, style) in zip(table.columns, styles) {
            row.element("th", ["scope": "col", "class": style], text: column.title)
          }
        }
      }
      page.element("tbody") { body in
        for (index, row) in table.rows.enumerated() {
          body.element("tr") { cells in
            for (column, (cell, style)) in zip(row, styles).enumerated() {
              let padding = paddings[column]?.texts[index] ?? ""
              let attribute = padding.isEmpty ? nil : padding
              cells.element("td", ["class": style, "data-padding": attribute], text: cell)
            }
          }
          body.newline()
        }
      }
    }
  }

  /// How the table stands on paper, where it does not scroll, and may be too long to stand on one sheet with what is above it.
  private var style: String {
    ["table", isWide ? "wide" : nil, PaperLength.isLong(table.rows.count) ? "long" : nil]
      .compactMap(\.self).joined(separator: " ")
  }

  /// Whether the longest words of all columns together are too wide for a sheet of paper, where nothing scrolls.
  private var isWide: Bool {
    let widths = table.columns.indices.map { column in
      let cells = table.rows.lazy.compactMap { $0.indices.contains(column) ? $0[column] : nil }
      let words = ([table.columns[column].title] + cells).lazy.flatMap { $0.split(separator: " ") }
      return words.map(\.utf8.count).max() ?? 0
    }
    return widths.reduce(0) { $0 + $1 + 3 } > Self.charactersOnPaper
  }

  private static let charactersOnPaper = 90

  /// What lines up the decimal points of the columns that hold numbers; nil for the others.
  private var paddings: [DecimalPadding?] {
    table.columns.indices.map { column in
      guard table.columns[column].alignment == .end else { return nil }
      return DecimalPadding(table.rows.map { $0.indices.contains(column) ? $0[column] : "" })
    }
  }

  /// Whether all columns are numbers: then the table says so, and not each of its cells.
  private var hasNumbersOnly: Bool { table.columns.allSatisfy { $0.alignment == .end } }

  /// The class of each column: numbers line up at their end, long text keeps some width on a phone.
  private var styles: [String?] {
    table.columns.indices.map { column in
      if table.columns[column].alignment == .end { return hasNumbersOnly ? nil : "end" }
      let isLong = table.rows.contains { $0.indices.contains(column) && $0[column].count > 40 }
      return isLong ? "long" : nil
    }
  }
}
