/// Why a file is no IDX file of the kind that is needed.
public struct IDXError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, in one sentence.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
