import CZlib

/// Files that are packed with gzip (RFC 1952).
enum Gzip {
  /// How many times its size a file may unpack to, beyond what any file may: gzip packs text to a tenth, and at most a
  /// thousand zeros into a byte.
  private static let mostExpansion = 200
  /// What any file may unpack to, in bytes.
  private static let harmless = 64 << 20

  /// The bytes that were packed, those of all members of a file one after the other.
  ///
  /// - Parameter limit: how many bytes may come out at most; less for a small file.
  /// - Throws: a damaged file, or one that holds more bytes than it may.
  static func expand(_ packed: [UInt8], limit: Int) throws(TableError) -> [UInt8] {
    let limit = min(limit, harmless + mostExpansion * packed.count)
    let bytes = try expand(packed, atMost: limit + 1)
    guard bytes.count <= limit else { throw damage("it unpacks to more than \(limit) bytes") }
    return bytes
  }

  /// The first bytes that were packed, all of them if they are no more than `count`. What comes behind is not looked at.
  ///
  /// - Throws: a damaged file.
  static func expand(_ packed: [UInt8], atMost count: Int) throws(TableError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, the most there are; 16 more ask for gzip's header and check sum.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw damage("there is no memory to unpack it") }
    defer { inflateEnd(&stream) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      min(announcedSize(packed), count, harmless + mostExpansion * packed.count))
    var part = [UInt8](repeating: 0, count: 1 << 18)
    var consumed = 0
    while consumed < packed.count {
      let (status, taken, made) = step(&stream, packed[consumed...], into: &part)
      consumed += taken
      bytes += part[..<min(made, count - bytes.count)]
      if bytes.count == count { return bytes }
      switch status {
      case Z_OK: break
      case Z_STREAM_END: inflateReset(&stream)
      default: throw damage("it is no intact gzip file")
      }
      if status == Z_STREAM_END, consumed == packed.count { return bytes }
      if taken == 0, made == 0 { break }
    }
    throw damage("it is cut off")
  }

  /// The size that the end of a file announces, which is that of its last member, and right for most files.
  private static func announcedSize(_ packed: [UInt8]) -> Int {
    packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Unpacks as much as there is room for.
  private static func step(
    _ stream: inout z_stream, _ packed: ArraySlice<UInt8>, into part: inout [UInt8]
  ) -> (status: Int32, taken: Int, made: Int) {
    // zlib counts in 32 bits.
    let count = min(packed.count, 1 << 30)
    let capacity = part.count
    let status = packed.withUnsafeBufferPointer { input in
      part.withUnsafeMutableBufferPointer { output in
        // zlib does not write to its input, though its type allows it.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(capacity)
        return inflate(&stream, Z_NO_FLUSH)
      }
    }
    return (status, count - Int(stream.avail_in), capacity - Int(stream.avail_out))
  }

  private static func damage(_ message: String) -> TableError {
    TableError(message: message, row: 1, line: 1, column: nil)
  }
}
