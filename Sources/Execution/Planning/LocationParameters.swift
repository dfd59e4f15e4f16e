import Notebook

/// The parameters that say where data are, of which reports do not show all.
public struct LocationParameters: Sendable {
  /// Those whose values are places.
  private var places: Set<String> = []
  /// Those whose values stand where an address is not shown.
  private var secrets: Set<String> = []

  /// Those of no place.
  init() {}

  /// Those that the blocks of a lesson name places with in any of some runs, whatever else is wrong with the blocks. Nothing
  /// is looked for at these places.
  ///
  /// - Parameter runs: the values that each run has.
  public init(of notebook: Notebook, commands: [any Command.Type], runs: [ParameterValues]) {
    let types = Dictionary(commands.map { ($0.name, $0) }) { first, _ in first }
    let declarations = CommandDeclarations()
    for block in notebook.blocks where block.hasReadableBody {
      guard let type = types[block.command],
        notebook.source.bytes[block.range.lower..<block.range.upper].contains(UInt8(ascii: "$"))
      else { continue }
      for parameters in runs {
        var reader = OptionReader(
          source: notebook.source, parameters: parameters.byName,
          names: NameTable(linesOfNames: [:]), declarations: declarations)
        _ = OptionDecoder.decode(
          type, from: block.body, blockRange: block.commandRange, with: &reader)
        formUnion(reader.locationParameters)
      }
    }
  }

  /// Takes note of the parameters that a place is written with.
  ///
  /// - Parameters:
  ///   - text: the place, parameters put in.
  ///   - values: the values of all parameters.
  mutating func note(_ written: String, meaning text: String, with values: [String: YAMLNode]) {
    let pieces = ParameterText.pieces(of: written)
    for case .parameter(let name, _) in pieces {
      places.insert(name)
      guard pieces.count > 1, WebAddress(text) != nil else { continue }
      // By its place, since a password may be a word that stands elsewhere, too.
      let marked = WebAddress(Self.text(of: pieces, with: values, marking: name))
      if marked?.shown.contains(Self.mark) != true { secrets.insert(name) }
    }
  }

  /// What stands in for a parameter's value to find out where that is shown.
  private static let mark = "marked-parameter"

  private static func text(
    of pieces: [ParameterText.Piece], with values: [String: YAMLNode], marking marked: String
  ) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .parameter(marked, _): mark
      case .parameter(let name, _): values[name]?.scalar?.text ?? ""
      }
    }.joined()
  }

  /// Adds what is known of other places.
  mutating func formUnion(_ other: LocationParameters) {
    places.formUnion(other.places)
    secrets.formUnion(other.secrets)
  }

  /// What reports show of a parameter: places by their last components, so that no folder gets into a report.
  public func shown(_ value: YAMLNode, of name: String) -> YAMLNode {
    if secrets.contains(name) {
      return YAMLNode(.scalar(.init("…", isQuoted: true)), range: value.range)
    }
    return places.contains(name) ? Location.shown(value) : value
  }
}
