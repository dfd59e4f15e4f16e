import Crypto
import Foundation
import Memory
import Randomness
import Synchronization
import Workers

/// The files that a run reads: each is read and parsed once, by the check or the first block that wants it.
public final class InputFiles: Sendable {
  /// What was made of a file, and what names the bytes that it was made of.
  public struct Parsed<Value: Sendable>: Sendable {
    /// What was made of them.
    public let value: Value
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    public let sha256: String
  }

  /// A file that has been read.
  private struct Reading {
    /// The file just before.
    var stamp: FileStamp?
    /// What was made of it, by the way to read it.
    var parsed: [String: any Sendable] = [:]
    var sha256: String?
  }

  private struct State {
    /// The files that were asked for, in vain or not, by their paths.
    var readings: [String: Reading] = [:]
    /// Files that an earlier run has read.
    var earlier: [String: Reading] = [:]
    /// What was elsewhere and is here now, or why it is not.
    var fetched: [RemoteSource: Result<FetchedFiles, FetchProblem>] = [:]
  }

  private let state: Mutex<State>
  private let fetcher: (any DataFetcher)?
  private let pool: WorkerPool

  /// No file is read until it is asked for.
  ///
  /// - Parameters:
  ///   - fetcher: fetches what is elsewhere; without it, all data have to be on this machine.
  ///   - pool: takes part in reading.
  public convenience init(
    fetcher: (any DataFetcher)? = nil, pool: WorkerPool = WorkerPool(threads: 1)
  ) {
    self.init(earlier: [:], fetcher: fetcher, pool: pool)
  }

  private init(
    earlier: [String: Reading], fetcher: (any DataFetcher)?, pool: WorkerPool
  ) {
    state = Mutex(State(earlier: earlier))
    self.fetcher = fetcher
    self.pool = pool
  }

  /// The files for another run: those that have not changed since this one need not be read again.
  public func renewed() -> InputFiles {
    let state = state.withLock(\.self)
    let known = state.earlier.merging(state.readings) { _, recent in recent }
    return InputFiles(
      earlier: known.filter { path, reading in
        reading.stamp != nil && reading.stamp == FileStamp(ofFile: path)
      }, fetcher: fetcher, pool: pool)
  }

  /// The files that were asked for, as they were just before they were read; nil for those that were not there.
  public var stamps: [String: FileStamp?] { state.withLock { $0.readings.mapValues(\.stamp) } }

  /// Remembers how a file is before it is read: a change during the reading is then a change after it.
  func noteRequest(ofFile path: String) {
    state.withLock { state in
      if state.readings[path] == nil {
        state.readings[path] = state.earlier[path] ?? Reading(stamp: FileStamp(ofFile: path))
      }
    }
  }

  /// The bytes of a file, or why it cannot be read.
  public func bytes(ofFile path: String) throws(FileProblem) -> [UInt8] {
    noteRequest(ofFile: path)
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileProblem(path: path, reason: errno == ENOENT ? "does not exist" : "cannot be read")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(path: path, reason: "is a folder")
    // A device or a pipe may never end.
    default: throw FileProblem(path: path, reason: "is not a file")
    }
    guard let bytes = Self.read(path, expecting: Int(status.st_size)) else {
      throw FileProblem(path: path, reason: "cannot be read")
    }
    return bytes
  }

  /// All bytes of a file, straight into an array: `Data` would cost a second copy. Nil if it cannot be read.
  private static func read(_ path: String, expecting size: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    // A file may have grown since it was asked for its size; one byte more tells that it has not.
    var room = size + 1
    while true {
      let capacity = room
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        let memory = UnsafeMutableRawBufferPointer(buffer)
        memory.preferLargePages()
        count = readAsMuchAsFits(descriptor, into: memory)
        filled = max(0, count)
      }
      if count < 0 { return nil }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if count < capacity { return bytes }
      room = 1 << 16
    }
  }

  /// - Returns: how many bytes there were, up to the buffer's size; -1 after an error.
  private static func readAsMuchAsFits(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, start + filled, buffer.count - filled)
      #else
        let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
      #endif
      if count < 0, errno == EINTR { continue }
      if count < 0 { return -1 }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// What `parse` makes of a file's bytes; asked again with the same key, the same value without reading.
  public func value<Value: Sendable, Problem: Error>(
    ofFile path: String, key: String, parse: @Sendable ([UInt8]) throws(Problem) -> Value
  ) throws -> Parsed<Value> {
    noteRequest(ofFile: path)
    let known = state.withLock { $0.readings[path]?.parsed[key] }
    if let known = known as? Parsed<Value> { return known }
    let (result, sha256) = digestAndParse(try bytes(ofFile: path), parse)
    state.withLock { $0.readings[path]?.sha256 = sha256 }
    let parsed = Parsed(value: try result.get(), sha256: sha256)
    state.withLock { $0.readings[path]?.parsed[key] = parsed }
    return parsed
  }

  /// What `parse` makes of bytes, and their digest, which takes half as long: each has a thread.
  private func digestAndParse<Value: Sendable, Problem: Error>(
    _ bytes: [UInt8], _ parse: @Sendable ([UInt8]) throws(Problem) -> Value
  ) -> (Result<Value, Problem>, sha256: String) {
    let parsed = Mutex<Result<Value, Problem>?>(nil)
    let sha256 = Mutex("")
    pool.perform(2) { part in
      if part == 0 {
        let result = Result { () throws(Problem) in try parse(bytes) }
        parsed.withLock { $0 = result }
      } else {
        let digest = SHA256.hash(data: bytes).hexadecimal
        sha256.withLock { $0 = digest }
      }
    }
    guard let result = parsed.withLock(\.self) else { preconditionFailure("a loop does all parts") }
    return (result, sha256.withLock(\.self))
  }

  /// Whether there is a file at a path. The answer holds for the run.
  public func isThere(_ path: String) -> Bool {
    noteRequest(ofFile: path)
    return state.withLock { $0.readings[path]?.stamp } != nil
  }

  /// The files of a source that is elsewhere, if they are on this machine already; nil if not.
  ///
  /// - Throws: a source that names nothing, or too much.
  public func localFiles(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles? {
    if let known = state.withLock({ $0.fetched[source] }) { return try? known.get() }
    let files = try fetcher?.localFiles(of: source)
    if let files { state.withLock { $0.fetched[source] = .success(files) } }
    return files
  }

  /// The files of a source that is elsewhere, fetched if need be. What cannot be had is tried once in a run.
  public func files(of source: RemoteSource) throws(FetchProblem) -> FetchedFiles {
    if let known = state.withLock({ $0.fetched[source] }) { return try known.get() }
    guard let fetcher else { throw FetchProblem("'\(source.text)' is not on this machine") }
    do throws(FetchProblem) {
      let files = try fetcher.files(of: source)
      state.withLock { $0.fetched[source] = .success(files) }
      return files
    } catch {
      if !error.isCancellation { state.withLock { $0.fetched[source] = .failure(error) } }
      throw error
    }
  }

  /// What a run knows so far of a place that data come from.
  enum Finding: Equatable {
    /// Nobody has asked for it.
    case unknown
    /// It was asked for in vain.
    case absent
    /// It has been read: SHA-256 of all its files.
    case read(digest: String)
  }

  /// What has been found at a place.
  ///
  /// - Parameter pin: the digest that the lesson pins it with, if it is elsewhere.
  func finding(at location: Location, pin: String?, lessonFolder: String) -> Finding {
    if location.isFile {
      let path = location.path(lessonFolder: lessonFolder)
      guard let reading = state.withLock({ $0.readings[path] }) else { return .unknown }
      if reading.stamp == nil { return .absent }
      return reading.sha256.map { .read(digest: $0) } ?? .unknown
    }
    let source = RemoteSource(text: location.text, sha256: pin)
    switch state.withLock({ $0.fetched[source] }) {
    case nil: return .unknown
    case .failure: return .absent
    case .success(let fetched):
      let digests = fetched.files.compactMap { digest(ofFile: $0.path) }
      let isRead = digests.count == fetched.files.count
      return isRead ? .read(digest: digests.joined(separator: " ")) : .unknown
    }
  }

  /// SHA-256 of a file that has been read; nil for any other.
  func digest(ofFile path: String) -> String? {
    state.withLock { $0.readings[path]?.sha256 }
  }
}

/// Why a file cannot be used.
public struct FileProblem: Error, Equatable {
  /// The file, as the lesson or the command line names it.
  public var path: String
  /// "does not exist".
  public var reason: String

  /// A problem with a file.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A sentence without a full stop.
  public var message: String { "'\(path)' \(reason)" }
}
