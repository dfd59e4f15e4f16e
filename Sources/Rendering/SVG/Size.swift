/// The extent of a drawing in its own units, which are the pixels of its natural size.
struct Size: Sendable, Equatable {
  var width: Double
  var height: Double
}
