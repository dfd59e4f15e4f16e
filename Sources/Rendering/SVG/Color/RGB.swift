import CKernels

/// A colour of the sRGB space, its channels from 0 to 255.
package struct RGB: Sendable, Equatable {
  package var red: Double
  package var green: Double
  package var blue: Double

  /// The colour 0xRRGGBB.
  package init(_ code: UInt32) {
    red = Double(code >> 16 & 0xFF)
    green = Double(code >> 8 & 0xFF)
    blue = Double(code & 0xFF)
  }

  /// The colour `share` of the way from this one to another, channel by channel.
  package func mixed(with other: RGB, _ share: Double) -> RGB {
    var result = self
    result.red += (other.red - red) * share
    result.green += (other.green - green) * share
    result.blue += (other.blue - blue) * share
    return result
  }

  /// The colour as "#rrggbb".
  package var hex: String {
    let channels = [red, green, blue].map { channel -> String in
      let digits = String(UInt8(max(0, min(255, channel.rounded()))), radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return "#" + channels.joined()
  }

  /// The relative luminance of the Web Content Accessibility Guidelines 2.1, from 0 to 1.
  package var luminance: Double {
    func linear(_ channel: Double) -> Double {
      let share = channel.rounded() / 255
      return share <= 0.04045
        ? share / 12.92 : lectern_exp(2.4 * lectern_log((share + 0.055) / 1.055))
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of the same guidelines, from 1 to 21.
  package func contrast(with other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Black or white, whichever reads better on this colour; the contrast is never below 4.5.
  package var readableInk: RGB {
    let (black, white) = (RGB(0x000000), RGB(0xFFFFFF))
    return contrast(with: black) >= contrast(with: white) ? black : white
  }
}
