import Downloads
import Foundation
import Synchronization
import Testing

/// Which files have the digests that they should have.
@Suite struct FileDigestTests {
  /// Takes the text of a file for its digest, and counts how often it reads one.
  private final class Reader: Sendable {
    private let count = Atomic(0)
    var readings: Int { count.load(ordering: .relaxed) }

    func digest(_ path: String) -> String? {
      count.add(1, ordering: .relaxed)
      return try? String(contentsOfFile: path, encoding: .utf8)
    }
  }

  @Test("A file is read once as long as it stays as it is")
  func oneReading() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let reader = Reader()
    let digests = FileDigests { reader.digest($1) }
    #expect(!digests.matches(.sha256("a"), file: file.path))
    #expect(reader.readings == 0)
    try Data("a".utf8).write(to: file)
    for _ in 0..<3 { #expect(digests.matches(.sha256("a"), file: file.path)) }
    #expect(reader.readings == 1)
    try Data("b".utf8).write(to: file)
    #expect(!digests.matches(.sha256("a"), file: file.path))
    for _ in 0..<3 { #expect(digests.matches(.sha256("b"), file: file.path)) }
    #expect(reader.readings == 3)
  }

  @Test("The digests are those of the bytes")
  func realDigests() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("abc".utf8).write(to: file)
    // FIPS 180-2, appendix B.1; git's is what `git hash-object` prints.
    let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let git = "f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f"
    let digests = FileDigests()
    for _ in 0..<2 {
      #expect(digests.matches(.sha256(sha256), file: file.path))
      #expect(digests.matches(.gitBlob(git), file: file.path))
      #expect(!digests.matches(.gitBlob(sha256), file: file.path))
    }
  }
}
