/// The learning rate of a run's updates: the rate that the settings give, times the factors of its schedules.
struct LearningRate: Sendable {
  private let given: Double
  private let epochs: Int
  private var schedules: [any Schedule]

  init(_ settings: TrainingSettings) {
    given = settings.learningRate
    epochs = settings.epochs
    schedules = settings.schedules
  }

  /// Whether all updates have the same.
  var isConstant: Bool { schedules.isEmpty }

  /// Whether it depends on the losses.
  var observesLoss: Bool { schedules.contains { type(of: $0).observesLoss } }

  /// The rate of an update; both numbers are counted from 1.
  func value(epoch: Int, update: Int) -> Double {
    if schedules.isEmpty { return given }
    let moment = TrainingMoment(epoch: epoch - 1, update: update - 1, epochs: epochs)
    return schedules.reduce(given) { $0 * $1.factor(at: moment) }
  }

  /// Hears of the loss after an epoch.
  mutating func observe(_ loss: Double) {
    for index in schedules.indices { schedules[index].observe(loss) }
  }
}
