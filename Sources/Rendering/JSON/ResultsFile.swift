import Execution
import Notebook

/// The results of a run as JSON: every value with every digit, and nothing that differs between machines.
public enum ResultsFile {
  /// The file's text.
  public static func text(of lesson: ExecutedLesson) -> String {
    var json = JSONText()
    json.object { json in
      json.member("lectern") { $0.raw(JSONText.quoted(lecternVersion)) }
      json.member("notebook") { $0.raw(JSONText.quoted(fileName(of: lesson))) }
      json.member("seed") { $0.raw(String(lesson.plan.seed)) }
      json.member("params") { json in
        json.object { json in
          for parameter in lesson.plan.shownParameters {
            json.member(parameter.name) { $0.raw(inline(parameter.value)) }
          }
        }
      }
      json.member("blocks") { json in
        json.list(Array(zip(lesson.plan.steps, lesson.outcomes))) { json, pair in
          write(pair.0, pair.1, of: lesson.plan.notebook.source, into: &json)
        }
      }
    }
    return json.text + "\n"
  }

  /// The time and memory that a run took, which are never the same twice, apart from its results.
  public static func timings(of lesson: ExecutedLesson, seconds: Double, peakBytes: Int) -> String {
    var json = JSONText()
    json.object { json in
      json.member("seconds") { $0.raw(JSONText.number(seconds)) }
      json.member("peak_bytes") { $0.raw(String(peakBytes)) }
      json.member("blocks") { json in
        json.list(Array(zip(lesson.plan.steps, lesson.outcomes))) { json, pair in
          let (block, outcome) = (pair.0.block, pair.1)
          json.raw(
            "{\"name\": \(name(of: block)), \"command\": \(JSONText.quoted(block.command)),"
              + " \"seconds\": \(JSONText.number(outcome.seconds)), \"cached\": \(outcome.isReused)}"
          )
        }
      }
    }
    return json.text + "\n"
  }

  private static func fileName(of lesson: ExecutedLesson) -> String {
    let path = lesson.plan.notebook.source.name
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func name(of block: Block) -> String {
    block.name.map { JSONText.quoted($0) } ?? "null"
  }

  private static func write(
    _ step: Plan.Step, _ outcome: BlockOutcome, of source: SourceText, into json: inout JSONText
  ) {
    let block = step.block
    json.object { json in
      json.member("name") { $0.raw(name(of: block)) }
      json.member("command") { $0.raw(JSONText.quoted(block.command)) }
      json.member("line") { $0.raw(String(block.line)) }
      json.member("status") { $0.raw(JSONText.quoted(outcome.status.rawValue)) }
      if outcome.cause == .expectedError { json.member("allowed") { $0.raw("true") } }
      if let message = outcome.message {
        json.member("message") { $0.raw(JSONText.quoted(message)) }
      }
      json.member("values") { json in
        json.object { json in
          for member in outcome.value?.members ?? [] {
            json.member(member.name) { write(member.value, into: &$0) }
          }
        }
      }
      let claims = outcome.outputs.flatMap(\.claims)
      if !claims.isEmpty {
        let places = step.claimRanges.map { source.position(of: $0.lower) }
        json.member("claims") { json in
          json.list(Array(zip(claims, places))) { write($1.0, at: $1.1, into: &$0) }
        }
      }
    }
  }

  /// A claim with what both its sides came to; one that fails without them says why.
  private static func write(
    _ claim: Claim, at place: SourcePosition, into json: inout JSONText
  ) {
    json.object { json in
      json.member("claim") { $0.raw(JSONText.quoted(claim.text)) }
      json.member("line") { $0.raw(String(place.line)) }
      json.member("column") { $0.raw(String(place.column)) }
      json.member("status") { $0.raw(JSONText.quoted(claim.verdict.rawValue)) }
      for side in claim.sides {
        json.member(side.place.rawValue) { $0.raw(inline(side.value)) }
      }
      if claim.sides.isEmpty, let found = claim.found {
        json.member("message") { $0.raw(JSONText.quoted(found)) }
      }
    }
  }

  /// Lists of records, such as a sweep's runs, get a line per member; all else stays on one line.
  private static func write(_ value: Value, into json: inout JSONText) {
    switch value {
    case .list(let values) where values.contains(where: isRecord):
      json.list(values) { write($1, into: &$0) }
    case .record(let members):
      json.object { json in
        for member in members { json.member(member.name) { write(member.value, into: &$0) } }
      }
    default: json.raw(inline(value))
    }
  }

  private static func isRecord(_ value: Value) -> Bool {
    if case .record = value { true } else { false }
  }

  private static func inline(_ value: Value) -> String {
    switch value {
    case .integer(let integer): String(integer)
    case .number(let number): JSONText.number(number)
    case .boolean(let flag): String(flag)
    case .text(let text): JSONText.quoted(text)
    case .series(let series): "[" + series.values.map(JSONText.number).joined(separator: ", ") + "]"
    case .list(let values): "[" + values.map(inline).joined(separator: ", ") + "]"
    case .record(let members):
      "{"
        + members.map { "\(JSONText.quoted($0.name)): \(inline($0.value))" }
        .joined(separator: ", ") + "}"
    case .grid(let grid): "[" + grid.cells.map(inline).joined(separator: ", ") + "]"
    }
  }
}

extension Output {
  /// The claims that it shows.
  fileprivate var claims: [Claim] {
    if case .claims(let claims) = self { claims } else { [] }
  }
}
