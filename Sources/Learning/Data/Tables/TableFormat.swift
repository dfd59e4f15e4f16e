/// How the rows of a file are written.
public struct TableFormat: Sendable, Hashable {
  /// What makes rows and cells.
  public enum Layout: Sendable, Hashable {
    /// Cells with something between them. With `hasQuotes`, a cell that begins with a quote ends with one and may hold
    /// delimiters and line ends.
    case separated(by: CSVDelimiter, hasQuotes: Bool, hasHeader: Bool)
    /// One JSON object on each line.
    case jsonLines
  }

  /// What a packed file may unpack to, in bytes.
  public static let expandedLimit = 4 << 30

  /// What makes rows and cells.
  public var layout: Layout
  /// How characters are written.
  public var encoding: TextEncoding
  /// Whether the file is packed with gzip.
  public var isPacked: Bool

  /// A format.
  public init(_ layout: Layout, encoding: TextEncoding = .utf8, isPacked: Bool = false) {
    self.layout = layout
    self.encoding = encoding
    self.isPacked = isPacked
  }

  /// The format that a file's name tells, with cells separated as its ending says; nil for one that says nothing.
  public init?(fileName: String, hasHeader: Bool = true) {
    var parts = fileName.split(separator: ".").map { $0.lowercased() }
    isPacked = parts.last == "gz"
    if isPacked { parts.removeLast() }
    switch parts.count > 1 ? parts.last : nil {
    case "csv": layout = .separated(by: .comma, hasQuotes: true, hasHeader: hasHeader)
    case "tsv", "tab": layout = .separated(by: .tab, hasQuotes: true, hasHeader: hasHeader)
    case "jsonl", "ndjson": layout = .jsonLines
    default: return nil
    }
    encoding = .utf8
  }
}

extension TextTable {
  /// Reads a whole file.
  ///
  /// - Throws: the first mistake in the file, in the order of its bytes; also when there is no row to read.
  public init(parsing bytes: consuming [UInt8], as format: TableFormat) throws(TableError) {
    let expanded =
      format.isPacked ? try Gzip.expand(bytes, limit: TableFormat.expandedLimit) : bytes
    let text = try format.encoding.utf8(expanded)
    switch format.layout {
    case .separated(let delimiter, let hasQuotes, let hasHeader):
      try self.init(
        parsing: text, delimiter: delimiter, hasQuotes: hasQuotes, hasHeader: hasHeader)
    case .jsonLines: try self.init(parsingJSONLines: text)
    }
  }
}

extension TableFormat: CustomStringConvertible {
  /// All that there is to say of the format; different formats have different descriptions.
  public var description: String {
    let cells =
      switch layout {
      case .separated(let delimiter, let hasQuotes, let hasHeader):
        "cells end with byte \(delimiter.byte), quotes: \(hasQuotes), header: \(hasHeader)"
      case .jsonLines: "an object on each line"
      }
    return "\(cells), \(encoding.rawValue), packed: \(isPacked)"
  }
}
