import Learning

/// A way to read a file.
typealias FuzzFormat = TableFormat

extension TableFormat {
  /// All ways to read a file that a lesson can ask for.
  static let all: [TableFormat] = layouts.flatMap { layout in
    TextEncoding.allCases.flatMap { encoding in
      [false, true].map { TableFormat(layout, encoding: encoding, isPacked: $0) }
    }
  }

  private static let layouts: [Layout] = [
    .separated(by: .comma, hasQuotes: true, hasHeader: true),
    .separated(by: .comma, hasQuotes: true, hasHeader: false),
    .separated(by: .tab, hasQuotes: false, hasHeader: true), .jsonLines,
  ]
}
