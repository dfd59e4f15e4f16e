import Crypto
import Foundation
import Randomness

/// Results in a folder, for later runs of any process.
///
/// An entry is a file named by its key, which appears whole or not at all. Several runs can share the folder. What is
/// damaged or has another's name counts as missing, and what cannot be written is not kept: a store changes how long a run
/// takes, never what it gives.
public struct DiskStore: ResultStore {
  /// What a file holds of a block's result.
  private struct Entry<Record: Codable>: Codable {
    var record: Record
    var outputs: [Output]
    var stream: RandomState?
  }

  /// How entries begin; the number changes with their form.
  private static let mark = Data("lectern result 2\n".utf8)
  /// What files are called while they are written.
  private static let unfinished = "unfinished-"

  private let folder: URL
  /// How many bytes all entries may have.
  private let capacity: Int
  /// How many entries there may be: `trim` looks at each.
  private let mostEntries: Int

  /// A store in a folder, which is made when it is not there.
  ///
  /// - Throws: `FileProblem` when the folder cannot be made.
  public init(
    folder: String, capacity: Int = 1 << 30, mostEntries: Int = 10_000
  ) throws(FileProblem) {
    self.folder = URL(fileURLWithPath: folder, isDirectory: true)
    self.capacity = capacity
    self.mostEntries = mostEntries
    do {
      // By its path: a URL without one is the current folder.
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(path: folder, reason: "cannot be made the folder of the cache")
    }
  }

  /// What a block with that key gave.
  public func result<Kept: Command>(
    of command: Kept, key: BlockKey, in context: Context
  ) -> KeptResult<Kept.Value>? {
    guard let entry = read(Entry<Kept.Record>.self, key),
      let value = try? command.value(of: entry.record, in: context)
    else { return nil }
    return KeptResult(value: value, outputs: entry.outputs, stream: entry.stream)
  }

  /// Keeps what a block gave.
  public func keep<Kept: Command>(
    _ result: KeptResult<Kept.Value>, of command: Kept, key: BlockKey
  ) {
    let record = command.record(of: result.value)
    write(Entry(record: record, outputs: result.outputs, stream: result.stream), key)
  }

  /// A part of a block's result.
  public func part<Part: Codable & Sendable>(_ type: Part.Type, key: BlockKey) -> Part? {
    read([Part].self, key)?.first
  }

  /// Keeps a part of a block's result.
  public func keep<Part: Codable & Sendable>(_ part: Part, key: BlockKey) {
    // In a list, since a property list is one at its top.
    write([part], key)
  }

  private func read<Content: Decodable>(_ type: Content.Type, _ key: BlockKey) -> Content? {
    let file = folder.appending(path: key.digest)
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe),
      data.starts(with: Self.mark), data.count >= Self.mark.count + SHA256.byteCount
    else { return nil }
    let rest = data.dropFirst(Self.mark.count)
    let content = rest.dropFirst(SHA256.byteCount)
    guard Self.checksum(of: content, key).elementsEqual(rest.prefix(SHA256.byteCount)) else {
      return nil
    }
    // Entries that are used are the last to go.
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
    return try? PropertyListDecoder().decode(Content.self, from: Data(content))
  }

  /// What tells that an entry is whole, and that it is the one of its key.
  private static func checksum(of content: Data, _ key: BlockKey) -> SHA256Digest {
    var hash = SHA256()
    hash.update(data: Data(key.digest.utf8))
    hash.update(data: content)
    return hash.finalize()
  }

  private func write(_ content: some Encodable, _ key: BlockKey) {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    guard let data = try? encoder.encode(content) else { return }
    let entry = Self.mark + Data(Self.checksum(of: data, key)) + data
    let draft = folder.appending(path: Self.unfinished + UUID().uuidString)
    let place = folder.appending(path: key.digest)
    // What cannot be written, because the disk is full for instance, the next run makes again.
    try? WholeFile.put(at: place.path, drafting: draft.path, refusal: { Refusal() }) {
      () throws(Refusal) in
      try Self.write(entry, to: draft.path)
    }
  }

  /// The system does not take an entry.
  private struct Refusal: Error {}

  /// Writes without waiting for the disk, as Foundation would for each entry: what a power cut damages counts as missing.
  private static func write(_ entry: Data, to path: String) throws(Refusal) {
    guard let file = fopen(path, "w") else { throw Refusal() }
    let count = entry.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == entry.count else { throw Refusal() }
  }
}

// MARK: - Size

extension DiskStore {
  private struct StoredFile {
    var url: URL
    var size: Int
    var lastUse: Date

    var isUnfinished: Bool { url.lastPathComponent.hasPrefix(DiskStore.unfinished) }
  }

  /// Removes what was used longest ago until no more is left than there may be, and what interrupted runs left unfinished.
  public func trim() {
    var files = storedFiles()
    let anHourAgo = Date(timeIntervalSinceNow: -3_600)
    for file in files where file.isUnfinished && file.lastUse < anHourAgo { remove(file) }
    files.removeAll(where: \.isUnfinished)
    var (count, total) = (files.count, files.reduce(0) { $0 + $1.size })
    for file in files.sorted(by: { $0.lastUse < $1.lastUse })
    where total > capacity || count > mostEntries {
      remove(file)
      (count, total) = (count - 1, total - file.size)
    }
  }

  private func storedFiles() -> [StoredFile] {
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
    let urls = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: Array(keys))
    return (urls ?? []).compactMap { url in
      guard DiskStore.owns(url.lastPathComponent),
        let values = try? url.resourceValues(forKeys: keys), let size = values.fileSize,
        let lastUse = values.contentModificationDate
      else { return nil }
      return StoredFile(url: url, size: size, lastUse: lastUse)
    }
  }

  /// Whether a file is the store's: a folder that somebody names may have others.
  private static func owns(_ name: String) -> Bool {
    name.hasPrefix(unfinished) || name.utf8.count == 64 && name.allSatisfy(\.isHexDigit)
  }

  private func remove(_ file: StoredFile) {
    try? FileManager.default.removeItem(at: file.url)
  }
}
