import Execution

/// How far a block has come: in epochs, which it says itself, or in runs.
struct WorkProgress: Equatable {
  /// What is counted.
  enum Unit: String {
    case epoch
    case run
  }

  var unit: Unit
  /// How many epochs or runs are done.
  var done: Int
  var total: Int
  /// How much of all the work is done, from 0 to 1.
  var share: Double
  /// The loss as the block's line has it: "0.5815".
  var loss: String?
  /// Seconds since the block began.
  var elapsed: Double

  /// Read from what a training says: "Epoch 3/50 - loss: 0.5815".
  init?(line: String, elapsed: Double) {
    guard let match = line.prefixMatch(of: /Epoch (\d+)\/(\d+) - loss: (\S+)/),
      let epoch = Int(match.1), let epochs = Int(match.2), epoch > 0, epochs >= epoch
    else { return nil }
    unit = .epoch
    done = epoch
    total = epochs
    share = Double(epoch) / Double(epochs)
    loss = String(match.3)
    self.elapsed = elapsed
  }

  /// Told by a block of many runs.
  init(_ progress: BlockProgress, elapsed: Double) {
    unit = .run
    done = progress.done
    total = progress.total
    share = progress.share
    self.elapsed = elapsed
  }

  /// "epoch 3 of 50, loss 0.5815, 12 epochs a second, 4 s left", as far as that is known.
  var description: String {
    let count = unit == .epoch ? "epoch \(done) of \(total)" : "\(done) of \(total) runs"
    return [count, loss.map { "loss \($0)" }, pace, timeLeft.map { "\($0) left" }]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// "24 epochs a second", or how many seconds one takes; nil when it is too early to tell, and for runs.
  private var pace: String? {
    guard unit == .epoch, elapsed >= 0.5 else { return nil }
    let perSecond = Double(done) / elapsed
    if perSecond >= 1 { return "\(Int(perSecond.rounded())) epochs a second" }
    return "\(Int((1 / perSecond).rounded())) s an epoch"
  }

  /// "3 s", from the pace so far; nil when it is too early to tell.
  var timeLeft: String? { TimeLeft.text(share: share, elapsed: elapsed) }
}
