import Foundation
import Synchronization

/// The files that a run reads: each is read and parsed once, by the check or the first block that wants it.
public final class InputFiles: Sendable {
  private struct State {
    /// What was made of the files, by path and then by the way to read them.
    var parsed: [String: [String: any Sendable]] = [:]
    /// The files that were asked for, as they were then; nil for those that were not there.
    var asked: [String: FileStamp?] = [:]
    /// The files that `parsed` has from an earlier run, as they were then.
    var kept: [String: FileStamp] = [:]
  }

  private let state: Mutex<State>

  /// No file is read until it is asked for.
  public init() {
    state = Mutex(State())
  }

  private init(keeping kept: [String: FileStamp], parsed: [String: [String: any Sendable]]) {
    state = Mutex(State(parsed: parsed, kept: kept))
  }

  /// The files for another run: those that have not changed since this one need not be parsed again.
  public func renewed() -> InputFiles {
    let state = state.withLock(\.self)
    let known = state.kept.merging(state.asked.compactMapValues(\.self)) { _, asked in asked }
    let kept = known.filter { FileStamp(ofFile: $0.key) == $0.value }
    return InputFiles(keeping: kept, parsed: state.parsed.filter { kept[$0.key] != nil })
  }

  /// The files that were asked for, in vain or not, as they were just before they were read.
  public var stamps: [String: FileStamp?] { state.withLock(\.asked) }

  /// Remembers how a file is before it is read: a change during the reading is then a change after it.
  private func noteRequest(ofFile path: String) {
    state.withLock { state in
      if state.asked[path] == nil {
        state.asked.updateValue(state.kept[path] ?? FileStamp(ofFile: path), forKey: path)
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
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
      return [UInt8](data)
    } catch {
      throw FileProblem(path: path, reason: "cannot be read")
    }
  }

  /// What `parse` makes of a file's bytes; asked again with the same key, the same value without reading.
  public func content<Content: Sendable, Problem: Error>(
    ofFile path: String, key: String,
    parse: ([UInt8]) throws(Problem) -> Content
  ) throws -> Content {
    noteRequest(ofFile: path)
    if let known = state.withLock({ $0.parsed[path]?[key] }) as? Content { return known }
    let content = try parse(try bytes(ofFile: path))
    state.withLock { $0.parsed[path, default: [:]][key] = content }
    return content
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
