import Execution
import Notebook

/// A value that a parameter has in some runs of a matrix.
struct Setting {
  var name: String
  var value: YAMLNode
  /// Which one of the values in its list it is, from 1.
  var number = 1

  /// "0.5": the value as part of a file's name. One of which reports do not show all is called by its number.
  func nameText(hiding places: LocationParameters) -> String {
    hides(for: places) ? "\(number)" : value.nameText
  }

  /// "rate=0.5", or "key=… (2)" where reports do not show all of the value.
  func words(hiding places: LocationParameters) -> String {
    "\(name)=\(shown(by: places))" + (hides(for: places) ? " (\(number))" : "")
  }

  /// Whether reports do not show all of the value.
  func hides(for places: LocationParameters) -> Bool { shown(by: places) != value.nameText }

  private func shown(by places: LocationParameters) -> String {
    let text = places.shown(value, of: name).nameText
    // A mistake in a block may be why nobody knows that this is a place.
    return WebAddress(text)?.shown ?? text
  }
}

extension YAMLNode {
  /// The value as part of a name: a list is joined by hyphens.
  var nameText: String {
    switch content {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): items.map(\.nameText).joined(separator: "-")
    case .mapping: ""
    }
  }
}
