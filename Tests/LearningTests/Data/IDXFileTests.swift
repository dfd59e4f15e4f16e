import Foundation
import Learning
import Testing

@Suite("IDX files")
struct IDXFileTests {
  /// The bytes of a file: type 8 is unsigned bytes.
  private func file(type: UInt8 = 8, _ sizes: [UInt32], _ numbers: [UInt8]) -> [UInt8] {
    [0, 0, type, UInt8(sizes.count)]
      + sizes.flatMap { size in withUnsafeBytes(of: size.bigEndian) { Array($0) } } + numbers
  }

  @Test func holdPicturesLineByLine() throws {
    let bytes = file([2, 2, 3], [0, 255, 51, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    let file = try IDXFile(parsing: bytes, isPacked: false)
    let shape = try file.pictureShape()
    let pixels = file.pixels(of: shape)
    #expect(shape == PictureShape(width: 3, height: 2))
    #expect(pixels.rows == 2 && pixels.columns == 6)
    #expect(pixels.elements.prefix(3) == [0, 1, 0.2])
    #expect(pixels[1, 5] == 9.0 / 255)
  }

  @Test func holdLabelsOfWhichOnlyThoseThatOccurAreClasses() throws {
    let labels = try IDXFile(parsing: file([4], [7, 0, 7, 10]), isPacked: false).labels()
    #expect(labels == Labels(classes: ["0", "7", "10"], indices: [1, 0, 1, 2]))
  }

  @Test func areKnownByTheirNames() {
    for name in ["train-images-idx3-ubyte", "T10K-LABELS-IDX1-UBYTE.GZ", "a.idx", "a/b.idx.gz"] {
      #expect(IDXFile.isNamed(name))
    }
    for name in ["a.csv", "ubyte", "a.idx.csv", "idx"] { #expect(!IDXFile.isNamed(name)) }
  }

  @Test(
    "are refused in one sentence",
    arguments: [
      ([], "it is no IDX file: it does not begin with two zero bytes and a type"),
      ([0, 0, 8], "it is no IDX file: it does not begin with two zero bytes and a type"),
      (
        [1, 0, 8, 1, 0, 0, 0, 1, 5],
        "it is no IDX file: it does not begin with two zero bytes and a type"
      ),
      ([0, 0, 7, 1, 0, 0, 0, 1, 5], "it is no IDX file: there is no type 7"),
      (
        [0, 0, 0x0D, 1, 0, 0, 0, 1, 5],
        "it holds 32-bit floating-point numbers; pictures and labels are unsigned bytes"
      ),
      ([0, 0, 8, 0], "it has no dimensions"),
      ([0, 0, 8, 2, 0, 0, 0, 1, 0], "its header is cut off: 9 of 12 bytes are there"),
      ([0, 0, 8, 1, 0, 0, 0, 0], "there is nothing in it: one of its sizes is 0"),
      (
        [0, 0, 8, 1, 0, 0, 0, 3, 1, 2],
        "it is cut off: its header announces 3 numbers, and 2 are there"
      ),
      (
        [0, 0, 8, 1, 0, 0, 0, 1, 1, 2],
        "there is more in it than the 1 numbers that its header announces"
      ),
      (
        [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12),
        "its header announces more than 200000000 numbers"
      ),
    ] as [([UInt8], String)])
  func refused(_ bytes: [UInt8], _ message: String) {
    let error = #expect(throws: IDXError.self) { try IDXFile(parsing: bytes, isPacked: false) }
    #expect(error?.description == message)
  }

  @Test func saySoWhenOneIsTakenForTheOther() throws {
    let labels = try IDXFile(parsing: file([2], [1, 2]), isPacked: false)
    let picturesOfLabels = #expect(throws: IDXError.self) { try labels.pictureShape() }
    #expect(
      picturesOfLabels?.description
        == "it has 1 dimension (2), not the 3 of pictures: their count, rows, columns")
    let pictures = try IDXFile(parsing: file([1, 1, 2], [1, 2]), isPacked: false)
    let labelsOfPictures = #expect(throws: IDXError.self) { try pictures.labels() }
    #expect(
      labelsOfPictures?.description == "it has 3 dimensions (1 x 1 x 2), not the 1 of labels")
  }

  /// 100 million zeros behind a header for two numbers, packed into less than 100 kilobytes: a little of it is unpacked.
  @Test func unpackNoMoreThanTheirHeaderAnnounces() throws {
    let script = """
      import gzip, sys
      sys.stdout.buffer.write(gzip.compress(bytes([0, 0, 8, 1, 0, 0, 0, 2]) + bytes(\(100_000_000))))
      """
    let packed = try Self.output(ofPython: script)
    #expect(packed.count < 200_000)
    let error = #expect(throws: IDXError.self) {
      try IDXFile(parsing: packed, isPacked: true)
    }
    #expect(
      error?.description == "there is more in it than the 2 numbers that its header announces")
    let whole = try Self.output(
      ofPython:
        "import gzip, sys; sys.stdout.buffer.write(gzip.compress(bytes([0, 0, 8, 1, 0, 0, 0, 2, 4, 5])))"
    )
    #expect(try IDXFile(parsing: whole, isPacked: true).labels().classes == ["4", "5"])
    let cut = #expect(throws: IDXError.self) {
      try IDXFile(parsing: Array(whole.dropLast(9)), isPacked: true)
    }
    #expect(cut?.description == "it is cut off")
  }

  private static func output(ofPython script: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }
}
