import Execution
import Learning

/// The losses at growing learning rates.
struct LearningRateRange: Sendable, Codable {
  /// The share of each smoothed loss that comes from the one before.
  private static let smoothing = 0.9
  /// How many losses an average has to be over before it can be the lowest: that of a few batches may be low by chance.
  private static let settled = 10
  /// From how many times the lowest loss on nothing more is to be learnt.
  private static let hopeless = 4.0

  /// The rate of each update.
  var rates: [Double]
  /// The smoothed losses, as many.
  var losses: [Double]

  /// The losses of updates under a schedule whose first rate is its own; it ends where they get out of hand.
  init(_ schedule: RangeSchedule, from: Double, losses: [Double]) {
    let smoothed = Smoothing(of: losses, weight: Self.smoothing).values
    var lowest = Double.infinity
    var count = 0
    for loss in smoothed {
      guard loss.isFinite, loss <= Self.hopeless * lowest else { break }
      count += 1
      if count >= Self.settled { lowest = min(lowest, loss) }
    }
    self.losses = Array(smoothed.prefix(count))
    rates = (0..<count).map { update in
      from * schedule.factor(at: TrainingMoment(epoch: 0, update: update, epochs: 1))
    }
  }

  /// Where the loss was lowest, the noisy beginning aside; nil if there was none.
  private var lowest: Int? {
    losses.indices.dropFirst(max(0, min(Self.settled, losses.count) - 1))
      .min { losses[$0] < losses[$1] }
  }
  /// The rate there.
  var lowestAt: Double { lowest.map { rates[$0] } ?? .nan }
  /// A tenth of it: where the loss still falls and is far from the cliff.
  var suggestion: Double { lowestAt / 10 }
}

extension LearningRateRange: LessonValue {
  /// What is known of a test before it is made.
  struct Outline: DeclaringOutline {
    static let values: [NamedValue<LearningRateRange>] = [
      .init("learning_rate", "the rate of each update") { $0.rates }
        .known { field, _ in field.title = "learning rate" },
      .init("loss", "the smoothed loss of each update's batch, before it") { $0.losses }
        .known { field, _ in
          field.title = "smoothed loss"
          field.best = .lowest
        },
      .init("suggestion", "a tenth of the rate at which the loss was lowest") { $0.suggestion },
      .init("lowest_at", "the rate at which the smoothed loss was lowest") { $0.lowestAt },
    ]
  }

  static var kind: String { "learning rate range" }
  var outline: Outline { Outline() }

  func display(rows: Int) -> [Output] {
    guard losses.count > 1 else {
      return [.note(Note(.warning, "The loss got out of hand at the first rate already."))]
    }
    var series = Series(label: "loss", x: rates, y: losses, color: .category(0))
    if let lowest {
      series.highlight = Series.Highlight(
        index: lowest, label: "lowest at \(significantDigits(rates[lowest], 2))")
    }
    let figure = Figure(
      title: "Loss while the learning rate grows", x: Axis("learning rate", scale: .logarithmic),
      y: Axis("loss of a batch, smoothed", includes: 0), layers: [.series([series], by: .line)])
    let advice = "A rate to start from: about \(significantDigits(suggestion, 1))."
    return [.figure(figure), .note(Note(.information, advice))]
  }
}
