import Foundation

/// Files that are there whole or not at all, whoever looks and whatever ends the program meanwhile. A power failure may still
/// lose what was written a moment before.
public enum WholeFile {
  /// Makes something beside a place under another name, and puts it into that place at once. Nothing is left of what could
  /// not be made.
  ///
  /// - Parameters:
  ///   - draft: a path in the same folder, used by nobody else.
  ///   - refusal: what to throw when the system has just refused, and `errno` says why.
  ///   - make: makes it at the path of the draft.
  public static func put<Problem: Error>(
    at path: String, drafting draft: String, refusal: () -> Problem,
    _ make: () throws(Problem) -> Void
  ) throws(Problem) {
    do throws(Problem) {
      try make()
      guard rename(draft, path) == 0 else { throw refusal() }
    } catch {
      unlink(draft)
      throw error
    }
  }
}
