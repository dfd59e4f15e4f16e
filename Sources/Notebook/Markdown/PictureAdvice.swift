/// What can be said about pictures without looking at their files.
struct PictureAdvice {
  /// Notes pictures that a report leaves out, and those that nobody describes.
  static func note(_ events: [Prose.Event], into diagnostics: inout [Diagnostic]) {
    var image: (Prose.Image, start: Int)?
    for (index, event) in events.enumerated() {
      switch event {
      case .enter(.image(let picture)):
        if image == nil { image = (picture, index) }
        if !picture.isFile {
          diagnostics.append(
            .warning(
              .remotePicture,
              "a report loads nothing, so a picture is a file beside the lesson; this one is left out",
              at: picture.range))
        }
      case .exit(.image):
        guard let (picture, start) = image else { continue }
        if Prose(events: Array(events[start..<index])).plainText.allSatisfy(\.isWhitespace) {
          diagnostics.append(
            .warning(
              .undescribedPicture,
              "describe this picture for those who cannot see it: ![what it shows](…)",
              at: picture.range))
        }
        image = nil
      default: break
      }
    }
  }
}

extension Prose.Image {
  /// Whether this is a file beside the lesson, and no address.
  public var isFile: Bool {
    Address.scheme(of: destination) == nil && !destination.hasPrefix("//") && !destination.isEmpty
  }
}
