import Execution

/// A setting or option in words: "batch size" for "batch_size".
func spaced(_ name: String) -> String {
  name.split(separator: "_").joined(separator: " ")
}

/// "a target, 'price'", "targets, 'x' and 'y'": what is predicted instead of classes.
func targetWords(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  return (quoted.count == 1 ? "a target, " : "targets, ") + listOfAll(quoted)
}

/// Text on one line, cut off with an ellipsis when it is long.
func abbreviated(_ text: String, to length: Int) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > length ? line.prefix(length - 1) + "…" : line
}
