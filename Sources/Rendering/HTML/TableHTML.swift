import Execution

/// A table with its caption and remark; a wide one scrolls in its own box.
struct TableHTML: Sendable {
  let table: Table
  let caption: BlockView.Caption?

  func write(into page: inout Markup) {
    page.element("div", ["class": "table", "id": caption?.anchor]) { page in
      let label = caption?.number.map { "Table \($0)" } ?? "Table"
      page.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label]
      ) { writeTable(into: &$0) }
      if let remark = table.remark { page.element("p", ["class": "remark"], text: remark) }
    }
  }

  private func writeTable(into page: inout Markup) {
    page.element("table") { page in
      if let caption, caption.number != nil || caption.text != nil {
        page.element("caption") { CaptionHTML(kind: "Table", caption: caption).write(into: &$0) }
      }
      page.element("thead") { head in
        head.element("tr") { row in
          for column in table.columns {
            row.element("th", ["scope": "col", "class": Self.style(column)], text: column.title)
          }
        }
      }
      page.element("tbody") { body in
        for row in table.rows { writeRow(row, into: &body) }
      }
    }
  }

  private func writeRow(_ row: [String], into body: inout Markup) {
    body.element("tr") { cells in
      for (column, cell) in zip(table.columns, row) {
        cells.element("td", ["class": Self.style(column)], text: cell)
      }
    }
    body.newline()
  }

  private static func style(_ column: Table.Column) -> String? {
    column.alignment == .end ? "end" : nil
  }
}
