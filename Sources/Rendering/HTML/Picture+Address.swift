import Execution
import Foundation

extension Picture {
  /// The picture as an address that holds all of it. Shown as an image, even SVG runs and loads nothing.
  var address: String { "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())" }
}
