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
    let styles = styles
    page.element("table") { page in
      if let caption, caption.number != nil || caption.text != nil {
        page.element("caption") { CaptionHTML(kind: "Table", caption: caption).write(into: &$0) }
      }
      page.element("thead") { head in
        head.element("tr") { row in
          for (column, style) in zip(table.columns, styles) {
            row.element("th", ["scope": "col", "class": style], text: column.title)
          }
        }
      }
      page.element("tbody") { body in
        for row in table.rows {
          body.element("tr") { cells in
            for (cell, style) in zip(row, styles) {
              cells.element("td", ["class": style], text: cell)
            }
          }
          body.newline()
        }
      }
    }
  }

  /// The class of each column: numbers line up at their end, long text keeps some width on a phone.
  private var styles: [String?] {
    table.columns.indices.map { column in
      if table.columns[column].alignment == .end { return "end" }
      let isLong = table.rows.contains { $0.indices.contains(column) && $0[column].count > 40 }
      return isLong ? "long" : nil
    }
  }
}
