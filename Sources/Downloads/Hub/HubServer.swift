import Foundation

/// The hub as a server: what it says about repositories and files.
struct HubServer: Sendable {
  /// What there is at a revision.
  struct Repository {
    var commit: String
    var files: [String]
  }

  /// A file at a commit.
  struct Entry {
    /// What the hub names the bytes by.
    var etag: String
    var size: Int?
    var commit: String?
  }

  let endpoint: URL
  let client: WebClient

  /// The commit and the files of a revision.
  func repository(
    _ source: HubSource, until deadline: ContinuousClock.Instant
  ) throws(TransferProblem) -> Repository {
    let address = try address(
      "api/datasets/\(source.repository)/revision/\(Self.encoded(source.revision, keepsSlash: false))"
    )
    let data = try client.data(address, until: deadline)
    let host = endpoint.host ?? ""
    guard let answer = try? JSONDecoder().decode(Answer.self, from: data) else {
      throw .incomprehensible(host: host, reason: "its list of files cannot be read")
    }
    guard HubCache.isCommit(answer.sha) else {
      throw .incomprehensible(host: host, reason: "'\(answer.sha.prefix(60))' is no commit")
    }
    let files = answer.siblings.map(\.rfilename)
    guard files.allSatisfy(HubSource.isPath) else {
      throw .incomprehensible(host: host, reason: "a file has an impossible name")
    }
    return Repository(commit: answer.sha, files: files)
  }

  private struct Answer: Decodable {
    struct Sibling: Decodable { var rfilename: String }
    var sha: String
    var siblings: [Sibling]
  }

  /// What the hub says about a file before it is fetched.
  func entry(
    _ file: String, of source: HubSource, at revision: String,
    until deadline: ContinuousClock.Instant
  ) throws(TransferProblem) -> Entry {
    let head = try client.head(try address(file, of: source, at: revision), until: deadline)
    guard let tag = head["X-Linked-Etag"] ?? head["ETag"], let etag = Self.bare(tag) else {
      throw .incomprehensible(
        host: endpoint.host ?? "", reason: "it does not name the bytes of '\(file)' (no ETag)")
    }
    let size =
      head.count("X-Linked-Size") ?? (head.isRedirection ? nil : head.count("Content-Length"))
    return Entry(etag: etag, size: size, commit: head["X-Repo-Commit"])
  }

  /// Where the bytes of a file are.
  func address(
    _ file: String, of source: HubSource, at revision: String
  ) throws(TransferProblem) -> URL {
    try address(
      "datasets/\(source.repository)/resolve/\(Self.encoded(revision, keepsSlash: false))/"
        + Self.encoded(file, keepsSlash: true))
  }

  private func address(_ path: String) throws(TransferProblem) -> URL {
    guard let address = URL(string: "\(endpoint.absoluteString)/\(path)") else {
      throw .unusableAddress(path)
    }
    return address
  }

  /// The tag without its quotes and the mark of a weak one; nil if it could not be the name of a file.
  private static func bare(_ tag: String) -> String? {
    let strong = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
    let text = strong.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    let isUsable =
      !text.isEmpty && text.utf8.count <= 200 && text != "." && text != ".."
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil
            || "._-".unicodeScalars.contains($0))
      }
    return isUsable ? text : nil
  }

  private static func encoded(_ text: String, keepsSlash: Bool) -> String {
    var kept = CharacterSet(charactersIn: "-._~")
    kept.formUnion(CharacterSet(charactersIn: "a"..."z"))
    kept.formUnion(CharacterSet(charactersIn: "A"..."Z"))
    kept.formUnion(CharacterSet(charactersIn: "0"..."9"))
    if keepsSlash { kept.insert("/") }
    return text.addingPercentEncoding(withAllowedCharacters: kept) ?? text
  }
}
