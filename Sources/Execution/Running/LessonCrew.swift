import Synchronization
import Workers

/// Runs many lessons on the threads of one pool: blocks of the first ones first, and only a few lessons at a time, so that
/// memory does not grow with their number.
public final class LessonCrew: Sendable {
  /// One run of a lesson: which lesson, and which of its runs, both from 0.
  public struct Place: Sendable, Hashable {
    /// The lesson.
    public var lesson: Int
    /// Its run.
    public var run: Int
  }

  private enum Job {
    case open(Int)
    case block(RunningLesson, BlockQueue.Start)
    case close(RunningLesson)
  }

  fileprivate struct State {
    /// How many runs each lesson has; nil as long as it is not open.
    var runCounts: [Int?]
    /// The next lesson to open.
    var unopened = 0
    /// Runs of open lessons that wait for their turn.
    var waiting: [RunningLesson] = []
    /// Runs that have begun and are not closed, in the order of the lessons.
    var begun: [RunningLesson] = []
    /// How many lessons and runs threads open and close just now.
    var busy = 0
  }

  private let pool: WorkerPool
  private let changes: RunChanges
  private let state: Mutex<State>
  private let open: @Sendable (Int) -> [Executor]
  private let close: @Sendable (Place, ExecutedLesson) -> Void

  /// Runs lessons.
  ///
  /// - Parameters:
  ///   - count: how many lessons there are.
  ///   - open: makes the runs of a lesson, none if it cannot run. It is called once for each lesson, in their order, by any
  ///     thread.
  ///   - close: takes the result of a run, called by any thread. By then it is known which lessons around it run: the
  ///     nearest ones on both sides that do are open.
  public static func run(
    _ count: Int, on pool: WorkerPool, open: @escaping @Sendable (Int) -> [Executor],
    close: @escaping @Sendable (Place, ExecutedLesson) -> Void
  ) {
    let crew = LessonCrew(count, pool, open: open, close: close)
    pool.perform(pool.threads) { _ in crew.work() }
  }

  private init(
    _ count: Int, _ pool: WorkerPool, open: @escaping @Sendable (Int) -> [Executor],
    close: @escaping @Sendable (Place, ExecutedLesson) -> Void
  ) {
    self.pool = pool
    self.open = open
    self.close = close
    changes = RunChanges(pool: pool)
    state = Mutex(State(runCounts: Array(repeating: nil, count: count)))
  }

  /// What every thread does until all is done; one that finds nothing to do helps the others.
  private func work() {
    while true {
      let seen = changes.seen
      if let job = blockJob() ?? lessonJob() {
        perform(job)
      } else if isOver {
        return
      } else {
        changes.help(since: seen)
      }
    }
  }

  private func perform(_ job: Job) {
    switch job {
    case .block(let run, let start): run.perform(start)
    case .open(let lesson):
      let executors = open(lesson)
      change { state in
        state.runCounts[lesson] = executors.count
        state.waiting += executors.enumerated().map { index, executor in
          RunningLesson(Place(lesson: lesson, run: index), executor, changes)
        }
        state.waiting.sort { $0.isBefore($1) }
      }
    case .close(let run):
      close(run.place, run.result)
      change { _ in }
    }
  }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      state.busy -= 1
    }
    changes.note()
  }

  private var isOver: Bool {
    state.withLock { state in
      state.busy == 0 && state.begun.isEmpty && state.waiting.isEmpty
        && state.unopened == state.runCounts.count
    }
  }
}

// MARK: - Finding work

extension LessonCrew {
  private func blockJob() -> Job? {
    for run in state.withLock(\.begun) {
      if let start = run.queue.take() { return .block(run, start) }
    }
    return nil
  }

  /// Closes what is done, or begins or opens something if that is not too much at a time.
  private func lessonJob() -> Job? {
    state.withLock { state in
      let over = state.begun.filter(\.queue.isOver)
      if let run = over.first(where: { state.knowsNeighbours(of: $0.place) }) {
        state.begun.removeAll { $0 === run }
        state.busy += 1
        return .close(run)
      }
      if state.begun.count - over.count + state.busy >= pool.threads { return nil }
      if let run = state.waiting.first {
        state.waiting.removeFirst()
        state.begun.append(run)
        state.begun.sort { $0.isBefore($1) }
        // A run without blocks is over before anybody takes one.
        changes.note()
        return nil
      }
      guard state.unopened < state.runCounts.count else { return nil }
      defer { state.unopened += 1 }
      state.busy += 1
      return .open(state.unopened)
    }
  }
}

extension LessonCrew.State {
  /// Whether it is known, on both sides of a run, which is the nearest one.
  func knowsNeighbours(of place: LessonCrew.Place) -> Bool {
    let after = runCounts[(place.lesson + 1)...].first { $0 != 0 }
    let before = runCounts[..<place.lesson].last { $0 != 0 }
    return after != .some(nil) && before != .some(nil)
  }
}

/// A run of a lesson that threads work on.
private final class RunningLesson: Sendable {
  let place: LessonCrew.Place
  let queue: SharedBlockQueue
  private let executor: Executor
  private let stream: LessonStream

  init(_ place: LessonCrew.Place, _ executor: Executor, _ changes: RunChanges) {
    self.place = place
    self.executor = executor
    queue = executor.queue(changes)
    stream = LessonStream(seed: executor.plan.seed)
  }

  /// The order in which runs are closed, and their blocks preferred.
  func isBefore(_ other: RunningLesson) -> Bool {
    (place.lesson, place.run) < (other.place.lesson, other.place.run)
  }

  func perform(_ start: BlockQueue.Start) {
    queue.end(start.block, executor.run(start, queue, stream))
  }

  /// How it all ended, when it is over.
  var result: ExecutedLesson { queue.result }
}
