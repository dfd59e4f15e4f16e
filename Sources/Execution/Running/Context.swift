import Notebook
import Randomness
import Workers

/// What a command sees while it runs.
public struct Context: Sendable {
  /// The files that data comes from.
  public let files: InputFiles
  /// The folder of the lesson, where its relative paths start.
  public let lessonFolder: String
  /// Computes expressions over the values of the blocks that have run.
  public let evaluator: ExpressionEvaluator
  /// The threads that share the work.
  public let pool: WorkerPool
  /// Says a line while the work goes on, such as one per epoch.
  public let log: @Sendable (String) -> Void
  /// Tells how far the work is, for whoever waits; it leaves no trace in the result.
  public let tell: @Sendable (BlockProgress) -> Void
  /// Whether the work should stop.
  public let isCancelled: @Sendable () -> Bool
  let values: [String: any LessonValue]
  let draws: Draws
  let reuse: Reuse?

  /// The value that a reference names.
  public func value<Target: Referable>(_ reference: Reference<Target>) throws -> Target {
    let block = values[reference.block]
    let named = reference.settings.isEmpty ? block : block?.run(where: reference.settings)
    guard let value = named, let target = try Target(value: value, isCancelled: isCancelled)
    else {
      throw BlockFailure("'\(reference.name)' has no result", at: reference.range)
    }
    return target
  }

  /// Takes numbers from the random stream, at most once per block. Where all blocks share one stream, those after it wait
  /// with their draws until `body` returns, so the long part of the work comes afterwards.
  public func draw<Drawn, Failure: Error>(
    _ body: (inout RandomState) throws(Failure) -> Drawn
  ) throws(Failure) -> Drawn {
    switch draws {
    case .own(let seed, let name):
      var stream = RandomState.stream(seed: seed, of: name)
      return try body(&stream)
    case .shared(let stream, let haveEnded):
      let drawn = try stream.draw(body)
      haveEnded()
      return drawn
    }
  }

  /// Whether all blocks draw from one stream: those after this one then go on where it leaves it.
  public var sharesStream: Bool { if case .shared = draws { true } else { false } }

  /// The stream of one run of a sweep, named by its settings ("batch_size=32:learning_rate=0.1"), when each block
  /// has its own stream; nil when runs take their numbers from the lesson's one stream, one after the other.
  public func stream(ofRun settings: String) -> RandomState? {
    guard case .own(let seed, let name) = draws else { return nil }
    return RandomState.stream(seed: seed, of: name + ":" + settings)
  }

  /// A part of the block's result, such as one run of a sweep, that an earlier run has left; nil if there is none.
  ///
  /// - Parameters:
  ///   - name: everything that the part depends on beside what the block does.
  ///   - omitted: the options that it does not depend on, unless the name says how.
  public func part<Part: Codable & Sendable>(
    _ type: Part.Type, named name: String, without omitted: Set<String>
  ) -> Part? {
    guard let place = partPlace else { return nil }
    return place.store.part(type, key: place.key.part(name, without: omitted))
  }

  /// Leaves a part of the block's result for later runs, under the name that `part` finds it by.
  public func keep<Part: Codable & Sendable>(
    _ part: Part, named name: String, without omitted: Set<String>
  ) {
    guard let place = partPlace else { return }
    place.store.keep(part, key: place.key.part(name, without: omitted))
  }

  /// What the options of a command within the block's say, for the names of parts that depend on them: equal for options that
  /// do the same.
  public func words(for command: any Command) -> String {
    guard let place = partPlace else { return "" }
    var canonical = CanonicalText(parameters: place.parameters)
    let words = OptionCollector.options(of: command).map { option in
      "\(option.name)=\(canonical.text(ofOption: option.declaration))"
    }
    return words.joined(separator: " ")
  }

  /// Where parts are kept; nil where blocks share a stream, since a part then depends on all that was drawn before.
  private var partPlace: Reuse? {
    if case .own = draws { reuse } else { nil }
  }
}

/// The store of a run, and what names the block's result in it.
struct Reuse: Sendable {
  let store: any ResultStore
  let key: BlockKey
  /// The lesson's parameters, which options may name.
  let parameters: [String: YAMLNode]
}

/// Where a block's random numbers come from.
enum Draws: Sendable {
  /// A stream that is made of the lesson's seed and the block's name.
  case own(seed: UInt32, name: String)
  /// The stream of all blocks; `haveEnded` is called when the block has drawn all that it draws.
  case shared(LessonStream, haveEnded: @Sendable () -> Void)
}
