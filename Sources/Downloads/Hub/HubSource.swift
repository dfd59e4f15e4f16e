/// A data set on the hub as a lesson names it: `hf:owner/name`, and optionally `@revision` and `:file`.
public struct HubSource: Sendable, Equatable {
  /// How such a source begins.
  public static let prefix = "hf:"

  /// The user or organisation.
  public let owner: String
  /// The name of the data set.
  public let name: String
  /// A branch, a tag or a commit.
  public let revision: String
  /// A file of the repository, or the name of a split whose files are meant; nil for the only data there are.
  public let file: String?

  /// Why a text names no data set.
  public struct Mistake: Error, Sendable, Equatable {
    /// A sentence without a full stop.
    public let message: String
  }

  /// Reads `hf:owner/name[@revision][:file]`.
  public init(_ text: String) throws(Mistake) {
    precondition(text.hasPrefix(Self.prefix), "whoever asks has seen the prefix")
    var rest = text.dropFirst(Self.prefix.count)
    var file: String?
    if let colon = rest.firstIndex(of: ":") {
      file = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    var revision = "main"
    if let sign = rest.firstIndex(of: "@") {
      revision = String(rest[rest.index(after: sign)...])
      rest = rest[..<sign]
    }
    let names = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 2, names.allSatisfy(Self.isName) else {
      throw Mistake(
        message: "'\(text)' names no data set of the hub; write hf:owner/name, as in its address")
    }
    guard Self.isPath(revision) else {
      throw Mistake(message: "'\(revision)' is no revision: a branch, a tag or a commit")
    }
    if let file, !Self.isPath(file) {
      throw Mistake(message: "'\(file)' is no path of a file in a repository")
    }
    owner = names[0]
    name = names[1]
    self.revision = revision
    self.file = file
  }

  /// `owner/name`.
  public var repository: String { "\(owner)/\(name)" }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".." && text.utf8.count <= 96
      && text.utf8.allSatisfy { $0.isNameByte }
  }

  /// Whether a text is a relative path that stays where it starts.
  static func isPath(_ text: String) -> Bool {
    let components = text.split(separator: "/", omittingEmptySubsequences: false)
    return text.utf8.count <= 512
      && components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 && $0 != "\\" }
  }
}

extension UInt8 {
  /// Whether the hub allows the byte in names.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
