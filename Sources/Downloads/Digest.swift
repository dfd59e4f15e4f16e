import Crypto
import Execution
import Foundation

/// What names the bytes of a file: SHA-256, or git's name of a blob, which is SHA-1 over a header and the bytes.
package enum Digest: Sendable, Equatable {
  case sha256(String)
  case gitBlob(String)

  /// The digest that an ETag of the hub is: 64 hexadecimal digits for large files, 40 for those that git keeps.
  init?(etag: String) {
    guard etag.utf8.allSatisfy({ Self.digits.contains($0) }) else { return nil }
    switch etag.utf8.count {
    case 64: self = .sha256(etag)
    case 40: self = .gitBlob(etag)
    default: return nil
    }
  }

  private static let digits = Set("0123456789abcdef".utf8)

  /// The hexadecimal digits.
  var text: String {
    switch self {
    case .sha256(let text), .gitBlob(let text): text
    }
  }

  /// The same kind of digest of a file on the disk.
  func ofFile(_ path: String) throws(TransferProblem) -> String {
    switch self {
    case .sha256: try Self.hash(path, with: SHA256())
    case .gitBlob:
      try Self.hash(path, with: Insecure.SHA1()) { size in Data("blob \(size)\u{0}".utf8) }
    }
  }

  /// Whether a file has this digest.
  func matches(file path: String) -> Bool {
    (try? ofFile(path)) == text
  }

  private static func hash<Function: HashFunction>(
    _ path: String, with function: Function, header: (Int) -> Data = { _ in Data() }
  ) throws(TransferProblem) -> String {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var function = function
      let size = try handle.seekToEnd()
      try handle.seek(toOffset: 0)
      function.update(data: header(Int(size)))
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        function.update(data: part)
      }
      return function.finalize().hexadecimal
    } catch {
      throw .disk(FileProblem(path: path, "cannot be read", because: error))
    }
  }
}
