import Foundation

/// Numbers that are encoded as one run of bytes, little-endian: an encoder's cost for each of a million numbers would be
/// more than that of computing them.
///
///     @Packed var rows: [Int]
@propertyWrapper
public struct Packed<Element: BitwiseCopyable & Sendable & Equatable>: Sendable, Equatable {
  /// The numbers.
  public var wrappedValue: [Element]

  /// Numbers to be packed.
  public init(wrappedValue: [Element]) {
    self.wrappedValue = wrappedValue
  }
}

extension Packed: Codable {
  /// Reads the numbers back, refusing bytes that are no whole number of them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let bytes = try container.decode(Data.self)
    let size = MemoryLayout<Element>.stride
    guard bytes.count % size == 0 else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(bytes.count) bytes are no numbers of \(size) bytes")
    }
    wrappedValue = Array(unsafeUninitializedCapacity: bytes.count / size) { buffer, count in
      count = bytes.count / size
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
    }
  }

  /// Writes the bytes of the numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue.withUnsafeBytes { Data($0) })
  }
}
