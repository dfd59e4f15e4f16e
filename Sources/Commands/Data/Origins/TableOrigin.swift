import Execution
import Learning

/// A source that holds a table, in whose columns the lesson finds what it wants.
protocol TableOrigin: DataOrigin {
  /// What the lesson writes.
  var location: Location { get }
}

extension TableOrigin {
  var name: String { isJSONLines ? "JSON lines" : "a file" }

  var isAnsweredByLesson: Bool { true }

  private var isJSONLines: Bool { TableFormat(fileName: location.text)?.layout == .jsonLines }

  func options(_ scope: inout Scope) -> [String]? {
    (isJSONLines ? [] : ["header", "delimiter", "decimal", "quote"]) + [
      "features", "text", "label", "target", "encoding", "missing", "missing_values", "categories",
      "scale", "scale_target", "sha256",
    ]
  }
}
