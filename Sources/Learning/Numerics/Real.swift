/// A floating-point type that networks compute in: `Double`, the default, or `Float`.
public protocol Real: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {}

extension Double: Real {}
extension Float: Real {}
