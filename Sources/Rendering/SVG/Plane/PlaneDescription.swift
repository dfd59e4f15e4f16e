import Execution

/// A plane in words.
struct PlaneDescription: Sendable {
  private let plane: Plane
  private let panel: String

  init(_ plane: Plane, panel: String) {
    self.plane = plane
    self.panel = panel
  }

  var text: String {
    let start = panel.isEmpty ? "" : "\(panel): "
    let fields = plane.fields.filter { !$0.label.isEmpty }
    if fields.isEmpty { return start + range + "." }
    return start + fields.map(share).joined(separator: ", ") + "."
  }

  /// "ham in 48 % of the plane".
  private func share(of field: Plane.Field) -> String {
    let count = field.levels.first.map { level in field.values.count { $0 >= level } } ?? 0
    let percent = 100 * Double(count) / Double(field.values.count)
    return "\(field.label) in \(NumberText.significant(percent, digits: 2)) % of the plane"
  }

  /// "activation from -0.3 to 1".
  private var range: String {
    let finite = plane.fields.first?.values.filter(\.isFinite) ?? []
    guard let lowest = finite.min(), let highest = finite.max() else {
      return "no values to draw"
    }
    return "\(plane.quantity) from \(NumberText.significant(lowest)) to"
      + " \(NumberText.significant(highest))"
  }
}
