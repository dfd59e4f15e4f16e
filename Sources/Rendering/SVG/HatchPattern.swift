/// Slanted lines for what has no value.
struct HatchPattern: Sendable {
  let identifier: String

  func draw(into markup: inout Markup) {
    markup.element(
      "pattern",
      [
        "id": "\(identifier)-hatch", "patternUnits": "userSpaceOnUse", "width": "7", "height": "7",
        "patternTransform": "rotate(45)",
      ]
    ) { $0.empty("path", ["class": "hatch", "d": "M0 0V7"]) }
  }
}
