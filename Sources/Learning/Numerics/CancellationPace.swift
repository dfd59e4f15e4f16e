/// Asks about every millisecond of work whether it should stop, so that asking costs nothing beside it.
struct CancellationPace {
  /// How much is done between two questions, counted in draws or what takes as long.
  static let stretch = 65_536

  /// What may be done before the next question.
  private var left = 0

  /// Called before some work.
  ///
  /// - Throws: `CancellationError` if `isCancelled` is asked, as it is the first time, and says so.
  mutating func spend(_ work: Int, isCancelled: () -> Bool) throws(CancellationError) {
    left -= work
    if left >= 0 { return }
    left = Self.stretch
    if isCancelled() { throw CancellationError() }
  }
}

extension Array {
  /// Elements that are made one after the other, each from its index.
  ///
  /// - Throws: `CancellationError` soon after `isCancelled` says so.
  init(
    count: Int, isCancelled: () -> Bool, _ make: (Int) -> Element
  ) throws(CancellationError) {
    self.init()
    reserveCapacity(count)
    var pace = CancellationPace()
    for index in 0..<count {
      try pace.spend(1, isCancelled: isCancelled)
      append(make(index))
    }
  }
}
