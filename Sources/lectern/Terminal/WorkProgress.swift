import Execution

/// How far a block has come, and at what pace.
struct WorkProgress: Equatable {
  /// What the block tells.
  var told: BlockProgress
  /// Seconds since the block began.
  var elapsed: Double

  /// "epoch 3 of 50, loss 0.5815, 12 epochs a second, 4 s left", as far as that is known.
  var description: String {
    let count =
      switch told.unit {
      case .epoch: "epoch \(told.done) of \(told.total)"
      case .run: "\(told.done) of \(told.total) runs"
      }
    let loss = told.loss.map { "loss \(fixedDecimals($0, 4))" }
    return [count, loss, pace, timeLeft.map { "\($0) left" }].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// "24 epochs a second", or how many seconds one takes; nil when it is too early to tell, and for runs.
  private var pace: String? {
    guard told.unit == .epoch, elapsed >= 0.5 else { return nil }
    let perSecond = Double(told.done) / elapsed
    if perSecond >= 1 { return "\(Int(perSecond.rounded())) epochs a second" }
    return "\(Int((1 / perSecond).rounded())) s an epoch"
  }

  /// "3 s", from the pace so far; nil when it is too early to tell.
  var timeLeft: String? { TimeLeft.text(share: told.share, elapsed: elapsed) }
}
