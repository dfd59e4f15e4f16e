/// A footnote that the lesson refers to.
public struct Footnote: Sendable, Equatable {
  /// Its number, from 1, in the order of the first references.
  public var number: Int
  /// Its text, which ends with the ways back to its references.
  public var prose: Prose
}
