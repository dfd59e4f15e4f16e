/// A file of unsigned bytes in the IDX format of the MNIST collection: pictures, or their labels.
///
/// Source: Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits": two zero bytes, a byte for the
/// type of numbers, a byte for the number of dimensions, a big-endian 32-bit size for each, and then the numbers, of
/// which the last dimension varies fastest.
public struct IDXFile: Sendable, Equatable {
  /// The greatest count of numbers that a file may hold: as 64-bit numbers they take 1.6 GB.
  public static let greatestCount = 200_000_000
  /// The greatest width or height of a picture in pixels: each pixel is a column of the data set.
  public static let greatestSide = 256
  private static let unsignedByte: UInt8 = 0x08
  private static let otherTypes: [UInt8: String] = [
    0x09: "signed bytes", 0x0B: "16-bit integers", 0x0C: "32-bit integers",
    0x0D: "32-bit floating-point numbers", 0x0E: "64-bit floating-point numbers",
  ]

  /// The size of each dimension; the first counts the pictures or labels.
  public let sizes: [Int]
  /// The numbers, as many as the product of the sizes.
  private let numbers: ArraySlice<UInt8>

  /// Whether a file's name is one of this format: `…-ubyte` as in MNIST, or `….idx`, each also packed as `.gz`.
  public static func isNamed(_ name: String) -> Bool {
    let lower = name.lowercased()
    let plain = lower.hasSuffix(".gz") ? lower.dropLast(3) : lower[...]
    return plain.hasSuffix("-ubyte") || plain.hasSuffix(".idx")
  }

  /// Reads a whole file, packed with gzip or not. Its header says how many bytes follow, and no more are unpacked.
  ///
  /// - Throws: a file that is no IDX file of unsigned bytes, has no numbers or too many, or is cut off or too long.
  public init(parsing bytes: [UInt8], isPacked: Bool) throws(IDXError) {
    let start = isPacked ? try Self.unpacked(bytes, atMost: 4) : Array(bytes.prefix(4))
    let headerLength = 4 + 4 * (try Self.dimensionCount(start))
    let header =
      isPacked ? try Self.unpacked(bytes, atMost: headerLength) : Array(bytes.prefix(headerLength))
    guard header.count == headerLength else {
      throw IDXError("its header is cut off: \(header.count) of \(headerLength) bytes are there")
    }
    sizes = stride(from: 4, to: headerLength, by: 4).map { place in
      header[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let count = try Self.product(of: sizes)
    let length = headerLength + count
    // One byte more tells whether there is more than there should be.
    let content = isPacked ? try Self.unpacked(bytes, atMost: length + 1) : bytes
    guard content.count >= length else {
      throw IDXError(
        "it is cut off: its header announces \(count) numbers, and \(content.count - headerLength)"
          + " are there")
    }
    guard content.count == length else {
      throw IDXError("there is more in it than the \(count) numbers that its header announces")
    }
    numbers = content[headerLength...]
  }

  /// The size of the pictures in the file.
  ///
  /// - Throws: a file with anything but three dimensions, or pictures that are too large.
  public func pictureShape() throws(IDXError) -> PictureShape {
    guard sizes.count == 3 else {
      throw dimensions(needed: 3, "pictures: their count, rows, columns")
    }
    guard max(sizes[1], sizes[2]) <= Self.greatestSide else {
      throw IDXError(
        "its pictures are \(sizes[2]) pixels wide and \(sizes[1]) high; up to \(Self.greatestSide)"
          + " either way are read")
    }
    return PictureShape(width: sizes[2], height: sizes[1])
  }

  /// The pictures in the file, one row each, from 0 to 1: bytes over 255.
  public func pixels(of shape: PictureShape) -> Matrix<Double> {
    Matrix(
      rows: sizes[0], columns: shape.pixelCount, elements: numbers.map { Double($0) / 255 })
  }

  /// The labels in the file; the classes are the numbers that occur.
  ///
  /// - Throws: a file with more than one dimension.
  public func labels() throws(IDXError) -> Labels {
    guard sizes.count == 1 else { throw dimensions(needed: 1, "labels") }
    var isPresent = [Bool](repeating: false, count: 256)
    for number in numbers { isPresent[Int(number)] = true }
    let classes = isPresent.indices.filter { isPresent[$0] }
    var places = [Int](repeating: 0, count: 256)
    for (place, number) in classes.enumerated() { places[number] = place }
    return Labels(classes: classes.map(String.init), indices: numbers.map { places[Int($0)] })
  }

  private func dimensions(needed: Int, _ what: String) -> IDXError {
    let shape = sizes.map(String.init).joined(separator: " x ")
    return IDXError(
      "it has \(sizes.count) dimension\(sizes.count == 1 ? "" : "s") (\(shape)), not the \(needed) of"
        + " \(what)")
  }

  /// Checks the first four bytes.
  private static func dimensionCount(_ start: [UInt8]) throws(IDXError) -> Int {
    guard start.count == 4, start[0] == 0, start[1] == 0 else {
      throw IDXError("it is no IDX file: it does not begin with two zero bytes and a type")
    }
    guard start[2] == unsignedByte else {
      throw IDXError(
        otherTypes[start[2]].map { "it holds \($0); pictures and labels are unsigned bytes" }
          ?? "it is no IDX file: there is no type \(start[2])")
    }
    guard start[3] > 0 else { throw IDXError("it has no dimensions") }
    return Int(start[3])
  }

  private static func product(of sizes: [Int]) throws(IDXError) -> Int {
    var product = 1
    for size in sizes {
      guard size > 0 else { throw IDXError("there is nothing in it: one of its sizes is 0") }
      // Each factor has 32 bits and the product so far fewer, so this cannot overflow.
      product *= size
      guard product <= greatestCount else {
        throw IDXError("its header announces more than \(greatestCount) numbers")
      }
    }
    return product
  }

  private static func unpacked(_ bytes: [UInt8], atMost count: Int) throws(IDXError) -> [UInt8] {
    do throws(TableError) {
      return try Gzip.expand(bytes, atMost: count)
    } catch {
      throw IDXError(error.message)
    }
  }
}
