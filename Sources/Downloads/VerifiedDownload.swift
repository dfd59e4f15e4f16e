import Foundation

/// A file on its way to its place, which it reaches complete and unaltered or not at all.
struct VerifiedDownload: Sendable {
  let address: URL
  /// The size, if the server has told it.
  let size: Int?
  /// What names the bytes; nil if the server has nothing that does.
  let digest: Digest?
  let target: String
  let client: WebClient

  /// Fetches the rest of the part, compares, and gives the file its place. A file that is there already stays.
  func run(
    into part: PartFile, until deadline: ContinuousClock.Instant,
    progress: @escaping (Int) -> Void
  ) throws(TransferProblem) {
    if isThere { return part.remove() }
    do throws(TransferProblem) {
      try fetch(part, until: deadline, progress)
    } catch {
      // What is wrong now would be wrong for ever, if the next attempt went on with it.
      if !error.leavesGoodPart { part.remove() }
      throw error
    }
    try part.move(to: target)
  }

  private var isThere: Bool {
    FileManager.default.fileExists(atPath: target) && digest?.matches(file: target) ?? false
  }

  /// Damage on the way is rare, so a second whole transfer is worth a try.
  private func fetch(
    _ part: PartFile, until deadline: ContinuousClock.Instant,
    _ progress: @escaping (Int) -> Void
  ) throws(TransferProblem) {
    try client.download(address, to: part, expected: size, until: deadline, progress: progress)
    if try isAltered(part) == nil { return }
    try part.clear()
    try client.download(address, to: part, expected: size, until: deadline, progress: progress)
    if let found = try isAltered(part), let digest {
      throw .altered(expected: digest.text, found: found)
    }
  }

  /// The digest of the part if it is not the promised one.
  private func isAltered(_ part: PartFile) throws(TransferProblem) -> String? {
    guard let digest else { return nil }
    let found = try digest.ofFile(part.path)
    return found == digest.text ? nil : found
  }
}

extension TransferProblem {
  /// Whether what has come so far is the beginning of the file.
  fileprivate var leavesGoodPart: Bool {
    switch self {
    case .altered, .tooLarge, .encoded: false
    default: true
    }
  }
}
