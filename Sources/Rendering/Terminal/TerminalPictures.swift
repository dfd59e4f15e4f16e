import Execution

/// Pictures in letters: blanks for paper, blocks for ink, two lines of pixels on a line of text.
enum TerminalPictures {
  private static let shades = Array(" ░▒▓█")
  private static let columns = 96

  static func lines(of sheet: PictureSheet) -> [String] {
    let width = sheet.entries.map { max($0.width, TerminalLine.width($0.words)) }.max() ?? 1
    let perLine = max(1, (columns + 2) / (width + 2))
    var lines = [sheet.title]
    for first in stride(from: 0, to: sheet.entries.count, by: perLine) {
      let shown = sheet.entries[first..<min(sheet.entries.count, first + perLine)]
      let height = shown.map { ($0.height + 1) / 2 }.max() ?? 0
      for line in 0..<height { lines.append(joined(shown.map { text(of: $0, line: line) }, width)) }
      lines.append(joined(shown.map(\.words), width))
    }
    return lines + (sheet.remark.map { [$0] } ?? [])
  }

  /// The pixels of two lines, each pair of them as one letter.
  private static func text(of picture: PictureSheet.Entry, line: Int) -> String {
    guard 2 * line < picture.height else { return "" }
    let rows = [2 * line, min(2 * line + 1, picture.height - 1)]
    return String(
      (0..<picture.width).map { column in
        let ink = rows.reduce(0) { $0 + Int(picture.ink[$1 * picture.width + column]) } / 2
        return shades[(ink * (shades.count - 1) + 127) / 255]
      })
  }

  private static func joined(_ cells: [String], _ width: Int) -> String {
    let line = cells.map { TerminalLine.padded($0, to: width, atEnd: true) }.joined(separator: "  ")
    return "  " + TerminalLine.withoutTrailingBlanks(line)
  }
}
