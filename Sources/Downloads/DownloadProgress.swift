/// How far a download is.
public struct DownloadProgress: Sendable, Equatable {
  /// The file.
  public var file: String
  /// How many bytes of it have come.
  public var received: Int
  /// How many there are; nil if the server has not said.
  public var total: Int?
}
