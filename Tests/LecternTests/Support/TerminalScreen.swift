/// The screen of a terminal, as far as lines of progress make use of one.
struct TerminalScreen {
  private let columns: Int
  private var rows: [[Unicode.Scalar]] = [[]]
  private var column = 0
  private var wraps = true

  /// What a screen of so many columns shows after a text.
  init(columns: Int, showing text: String) {
    self.columns = columns
    var rest = Substring.UnicodeScalarView(text.unicodeScalars)
    while let next = rest.popFirst() {
      switch next {
      case "\u{1B}":
        let end = rest.firstIndex { $0.properties.isAlphabetic } ?? rest.endIndex
        control(String(rest[..<end]), rest[end...].first)
        rest = rest[end...].dropFirst()
      case "\r": column = 0
      case "\n": rows.append([])
      default: put(next)
      }
    }
  }

  /// Its lines from the first to the last that has anything in it.
  var lines: [String] {
    let lines = rows.map { row in
      String(String.UnicodeScalarView(row.reversed().drop { $0 == " " }.reversed()))
    }
    return Array(lines.reversed().drop(while: \.isEmpty).reversed())
  }

  private mutating func control(_ numbers: String, _ command: Unicode.Scalar?) {
    switch (numbers, command) {
    case ("[", "K"): rows[rows.count - 1].removeSubrange(min(column, rows[rows.count - 1].count)...)
    case ("[?7", "l"): wraps = false
    case ("[?7", "h"): wraps = true
    default: break
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if column == columns {
      // Without wrapping, the last column shows what comes last.
      column = wraps ? 0 : columns - 1
      if wraps { rows.append([]) }
    }
    let row = rows.count - 1
    while rows[row].count <= column { rows[row].append(" ") }
    rows[row][column] = scalar
    column += 1
  }
}
