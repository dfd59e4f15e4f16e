/// A picture beside the lesson, as a report carries it within itself.
public struct Picture: Sendable, Equatable {
  /// The kind of its file, such as "image/png".
  public var mediaType: String
  /// All of its file.
  public var bytes: [UInt8]

  /// A picture in the format that its first bytes tell; nil if they tell of none that browsers show.
  init?(_ bytes: [UInt8]) {
    guard let type = Self.mediaType(of: bytes) else { return nil }
    mediaType = type
    self.bytes = bytes
  }

  private static func mediaType(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      return "image/gif"
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return "image/webp"
    }
    return isSVG(bytes) ? "image/svg+xml" : nil
  }

  /// Whether the first element of a text is `svg`, behind what XML may have before it.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      if rest.starts(with: Array("<!--".utf8)) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { return false }
        rest = rest[end.upperBound...]
      } else if rest.starts(with: Array("<?".utf8)) || rest.starts(with: Array("<!".utf8)) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
      } else {
        let name = rest.dropFirst(4).first
        return rest.starts(with: Array("<svg".utf8))
          && [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">")].contains(name ?? 0)
      }
    }
  }
}
