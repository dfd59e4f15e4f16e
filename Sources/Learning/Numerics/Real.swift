/// A floating-point type that networks compute in: `Double`, the default, or `Float`.
public protocol Real: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
  /// The C kernels for this type.
  static var kernels: Kernels<Self> { get }
}
