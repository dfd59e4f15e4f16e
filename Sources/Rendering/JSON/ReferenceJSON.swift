import Execution

/// The references of block commands for programs, such as editors.
public enum ReferenceJSON {
  /// A list of commands with their options and values.
  public static func text(of references: [CommandReference]) -> String {
    var json = JSONText()
    json.list(references) { write($1, into: &$0) }
    return json.text
  }

  private static func write(_ reference: CommandReference, into json: inout JSONText) {
    json.object { json in
      json.member("name") { $0.raw(JSONText.quoted(reference.name)) }
      json.member("summary") { $0.raw(JSONText.quoted(reference.summary)) }
      json.member("needs_name") { $0.raw(String(reference.needsName)) }
      json.member("options") { json in
        json.list(reference.options) { write($1, into: &$0) }
      }
      json.member("values") { json in
        json.list(reference.values) { json, value in
          json.raw(object([("name", quoted(value.name)), ("doc", quoted(value.help))]))
        }
      }
    }
  }

  private static func write(_ option: CommandReference.Entry, into json: inout JSONText) {
    json.raw(
      object([
        ("name", quoted(option.name)), ("type", quoted(option.type)),
        ("range", quoted(option.range)),
        ("choices", "[" + option.choices.map { JSONText.quoted($0) }.joined(separator: ", ") + "]"),
        ("explanations", explanations(of: option)),
        ("unit", quoted(option.unit)), ("default", quoted(option.defaultValue)),
        ("required", String(option.isRequired)), ("doc", quoted(option.help)),
      ]))
  }

  private static func explanations(of option: CommandReference.Entry) -> String {
    let members = option.explanations.map { "\(JSONText.quoted($0.word)): \(quoted($0.help))" }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func object(_ members: [(name: String, json: String)]) -> String {
    "{" + members.map { "\"\($0.name)\": \($0.json)" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String?) -> String {
    text.map { JSONText.quoted($0) } ?? "null"
  }
}
