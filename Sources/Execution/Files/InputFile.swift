import Crypto
import Randomness
import Synchronization
import Workers

/// A file that a run has asked for: how it was then, and what has been made of it.
final class InputFile: Sendable {
  /// What has come of one way to read the file.
  private struct Reading {
    /// A `Result` of the way's own types.
    var result: any Sendable
    /// For how many runs nobody has asked for it.
    var age = 0
  }

  private struct State {
    /// What came of the ways to read it, by their keys.
    var readings: [String: Reading] = [:]
    /// SHA-256 of its bytes, the same whenever they were read.
    var sha256: String?
  }

  private let path: String
  /// The file before it was read; nil if it was not there.
  let stamp: FileStamp?
  private let state = Mutex(State())
  /// Held by the thread that reads the file: others wait for what comes of it.
  private let turn = Mutex(())

  /// A file as it is now; it is not read yet.
  init(_ path: String) {
    self.path = path
    stamp = FileStamp(ofFile: path)
  }

  /// SHA-256 of its bytes, if it has been read.
  var sha256: String? { state.withLock(\.sha256) }

  /// What `parse` makes of the bytes, or why it makes nothing of them; asked again with the same key, the same without
  /// reading.
  ///
  /// - Throws: also when another key has found other bytes. A run that mixes two states of a file cannot be repeated.
  func parsed<Value: Sendable, Problem: Error>(
    as key: String, limit: FileLimit, pool: WorkerPool,
    _ parse: @Sendable ([UInt8]) throws(Problem) -> Value
  ) throws -> ParsedFile<Value> {
    typealias Parsing = Result<ParsedFile<Value>, Problem>
    if let known = reading(as: key) as? Parsing { return try known.get() }
    return try turn.withLock { _ in
      // Another thread may have read it in the meantime.
      if let known = reading(as: key) as? Parsing { return try known.get() }
      let bytes = try FileReader.bytes(ofFile: path, limit: limit)
      let (value, sha256) = pool.both {
        Result { () throws(Problem) in try parse(bytes) }
      } _: {
        SHA256.hash(data: bytes).hexadecimal
      }
      let parsing: Parsing = value.map { ParsedFile(value: $0, sha256: sha256) }
      let isAsItWas = state.withLock { state in
        guard sha256 == state.sha256 ?? sha256 else { return false }
        state.sha256 = sha256
        state.readings[key] = Reading(result: parsing)
        return true
      }
      if !isAsItWas { throw FileProblem.changed(path) }
      return try parsing.get()
    }
  }

  private func reading(as key: String) -> (any Sendable)? {
    state.withLock {
      $0.readings[key]?.age = 0
      return $0.readings[key]?.result
    }
  }

  /// A run is over: what nobody has asked for in so many runs is forgotten.
  func age(patience: Int) {
    state.withLock { state in
      for key in state.readings.keys { state.readings[key]?.age += 1 }
      state.readings = state.readings.filter { $0.value.age <= patience }
    }
  }

  /// Whether a further run need not read the file again: something has been made of it, and it is as it was.
  var isUpToDate: Bool {
    stamp != nil && state.withLock { !$0.readings.isEmpty } && stamp == FileStamp(ofFile: path)
  }
}
