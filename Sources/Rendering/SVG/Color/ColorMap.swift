import Execution

/// Colours for the values of a heatmap, mixed between a few anchors.
package struct ColorMap: Sendable {
  /// Evenly spaced colours, from the lowest value to the highest.
  package let anchors: [RGB]

  /// From nothing, the lightest, to all, the darkest. A few in a hundred already differ from none.
  package static let shares = ColorMap(anchors: [
    0xEDF3FA, 0xB9D4EA, 0x92C0DF, 0x6DACD5, 0x509ACA, 0x3988BF,
    0x2678B5, 0x1966A7, 0x0D5599, 0x0A4282, 0x08306B,
  ])

  private init(anchors: [UInt32]) {
    self.anchors = anchors.map(RGB.init)
  }

  /// The anchors of a heatmap's kind of colours. The sequential ones are samples of cividis (Nuñez,
  /// Anderton, Renslow 2018), which looks the same with and without colour vision deficiency.
  package init(_ colors: Cells.Colors) {
    switch colors {
    case .sequential:
      self.init(anchors: [
        0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173,
        0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B, 0xFFEA46,
      ])
    case .diverging:
      self.init(anchors: [
        0x0B4A8F, 0x4C8CC4, 0xA9CBE5, 0xF6F5F2, 0xF1C08F, 0xD9833B, 0x9A4A06,
      ])
    }
  }

  /// The colour at a share of the way from lowest (0) to highest (1).
  package func color(at share: Double) -> RGB {
    let position = max(0, min(1, share)) * Double(anchors.count - 1)
    let index = min(Int(position), anchors.count - 2)
    return anchors[index].mixed(with: anchors[index + 1], position - Double(index))
  }
}
