/// How far a training has come, read from what it says: "Epoch 3/50 - loss: 0.5815".
struct EpochProgress: Equatable {
  var epoch: Int
  var epochs: Int
  /// As the line has it: "0.5815".
  var loss: String
  /// Seconds since the block began.
  var elapsed: Double

  init?(line: String, elapsed: Double) {
    guard let match = line.prefixMatch(of: /Epoch (\d+)\/(\d+) - loss: (\S+)/),
      let epoch = Int(match.1), let epochs = Int(match.2), epoch > 0, epochs >= epoch
    else { return nil }
    self.epoch = epoch
    self.epochs = epochs
    loss = String(match.3)
    self.elapsed = elapsed
  }

  /// "24 epochs a second", or how many seconds one takes; nil when it is too early to tell.
  var pace: String? {
    guard elapsed >= 0.5 else { return nil }
    let perSecond = Double(epoch) / elapsed
    if perSecond >= 1 { return "\(Int(perSecond.rounded())) epochs a second" }
    return "\(Int((1 / perSecond).rounded())) s an epoch"
  }

  /// "3 s", from the pace so far; nil when it is too early to tell.
  var timeLeft: String? {
    guard elapsed >= 0.5 else { return nil }
    let seconds = Int((elapsed * Double(epochs - epoch) / Double(epoch)).rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
