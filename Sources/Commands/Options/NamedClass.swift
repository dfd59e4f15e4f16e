import Execution
import Notebook

/// A class that a lesson names.
enum NamedClass {
  /// The number of the class; of two, the second one is meant where none is named.
  ///
  /// - Throws: what is wrong with the name, where only the run can tell.
  static func number(
    _ name: String?, among classes: [String], at range: SourceRange?
  ) throws(BlockFailure) -> Int {
    guard let name else {
      if classes.count == 2 { return 1 }
      throw BlockFailure(missing(among: classes), at: range)
    }
    if let number = index(of: name, among: classes) { return number }
    let hint = suggestion(for: name, among: classes)
    throw BlockFailure(unknown(name, among: classes, hint), at: range, suggestion: hint)
  }

  /// Finds before the run that there is no such class.
  static func check(
    _ name: String, among classes: [String], at range: SourceRange?, _ scope: inout Scope
  ) {
    guard index(of: name, among: classes) == nil else { return }
    let hint = suggestion(for: name, among: classes)
    scope.error(
      .unknownChoice, unknown(name, among: classes, hint), at: range, suggestion: hint)
  }

  /// What is to be said where a name is needed, and there is none.
  static func missing(among classes: [String]) -> String {
    "of \(classes.count) classes, one has to be named"
  }

  /// The number of the class that is spelled so, byte by byte, or else of one that reads the same: data may have both
  /// spellings of an accented letter as two classes, and a lesson may be written in the other one.
  static func index(of name: String, among classes: [String]) -> Int? {
    classes.firstIndex { $0.utf8.elementsEqual(name.utf8) } ?? classes.firstIndex(of: name)
  }

  private static func unknown(
    _ name: String, among classes: [String], _ hint: Suggestion
  ) -> String {
    let known = classes.count <= 10 ? "; there are \(listOfAlternatives(classes))" : ""
    return "there is no class '\(name)'\(known)\(hint)"
  }
}
