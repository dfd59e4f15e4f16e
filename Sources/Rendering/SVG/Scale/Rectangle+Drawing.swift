extension Rectangle {
  /// Draws the rectangle.
  func draw(style: String?, fill: String?, into markup: inout Markup) {
    let coordinate = NumberText.coordinate
    markup.empty(
      "rect",
      [
        "class": style, "x": coordinate(left), "y": coordinate(top), "width": coordinate(width),
        "height": coordinate(height), "fill": fill,
      ])
  }
}
