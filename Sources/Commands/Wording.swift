import Execution

/// A setting or option in words: "batch size" for "batch_size".
func spaced(_ name: String) -> String {
  name.split(separator: "_").joined(separator: " ")
}

/// A title for what has some names: each once, and a capital letter before them. A formula keeps the letters of its paths.
func headline(_ names: [String]) -> String {
  let words = orderedSet(names).joined(separator: ", ")
  if words.prefix(while: { $0 != " " }).contains(".") { return words }
  return words.prefix(1).uppercased() + words.dropFirst()
}

/// "a target, 'price'", "targets, 'x' and 'y'": what is predicted instead of classes.
func targetWords(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  return (quoted.count == 1 ? "a target, " : "targets, ") + listOfAll(quoted)
}

/// Why a run that predicts targets of these names has nothing that is of classes.
func lackOfClasses(_ targets: [String]) -> String {
  "that is of classes, and the run predicts \(targetWords(targets))"
}

/// Why a run that tells classes apart has nothing that is of targets.
let lackOfTargets = "that is of predicted numbers, and the run tells classes apart"

/// Why a run lacks what it records if 'track' has a word.
func lackOfTrack(_ word: String) -> String { "that is recorded with 'track: \(word)'" }

/// Text on one line, cut off with an ellipsis when it is long.
func abbreviated(_ text: String, to length: Int) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > length ? line.prefix(length - 1) + "…" : line
}
