/// The size of pictures of one data set, in pixels.
public struct PictureShape: Sendable, Equatable, Codable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// A size of at least one pixel.
  public init(width: Int, height: Int) {
    precondition(width > 0 && height > 0, "a picture has pixels")
    self.width = width
    self.height = height
  }

  /// The number of pixels, which are columns of the data set.
  public var pixelCount: Int { width * height }

  /// The pixels as columns.
  public var columns: [DataColumn] { pixelNames.map { DataColumn(name: $0) } }

  /// The names of the pixels line by line, such as `pixel_0_3` for the fourth of the first line: those of
  /// scikit-learn's `load_digits`.
  var pixelNames: [String] {
    (0..<height).flatMap { row in (0..<width).map { "pixel_\(row)_\($0)" } }
  }
}
