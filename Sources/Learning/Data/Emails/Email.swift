/// One mail of the generated corpus.
public struct Email: Sendable, Equatable {
  /// Whether nobody asked for this mail.
  public let isSpam: Bool

  /// The whole mail: "Subject: …", a line end, then the body.
  public let text: String

  /// A mail of a known class.
  public init(isSpam: Bool, text: String) {
    self.isSpam = isSpam
    self.text = text
  }
}
