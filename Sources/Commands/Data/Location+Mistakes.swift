import Execution
import Notebook

// What a lesson takes for a place of data, and is none.
extension Location {
  /// Finds an address that nobody fetches, and a home folder, which only a shell puts in, unless there is a file of that name.
  func checkPath(_ scope: inout Scope) {
    guard let problem = problemOfPath,
      !scope.files.isThere(path(lessonFolder: scope.lessonFolder))
    else { return }
    scope.error(.unknownSource, problem, at: range)
  }

  private var problemOfPath: String? {
    if isRemote { return nil }
    if let beginning = beginningOfAddress {
      return "'\(beginning)…' is not fetched; https://… and hf:owner/name are,"
        + " or write the path of a file on this machine"
    }
    if text.hasPrefix("~"), text.contains("/") {
      return "'~' is not expanded; write the whole path, or one from the lesson's folder"
    }
    return nil
  }

  /// The beginning of an address, `ftp://` or the `git@` of `git@host:path`; nil for a path. Of the rest, some may be secret.
  private var beginningOfAddress: String? {
    let word = text.prefix { !":/@".contains($0) }
    let rest = text[word.endIndex...]
    if word.isEmpty { return nil }
    if rest.hasPrefix("://") { return word + "://" }
    let namesHost = rest.hasPrefix("@") && rest.prefix { $0 != "/" }.contains(":")
    return namesHost ? word + "@" : nil
  }
}
