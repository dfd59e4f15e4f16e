import Learning
import Testing

/// Numbers of PyTorch: Tests/Reference/training.py.
@Suite("Training as practised agrees with PyTorch")
struct PractisedTrainingTests {
  @Test("on every frozen run, with dense and with sparse rows", arguments: [false, true])
  func everyRun(isSparse: Bool) throws {
    let all = try FrozenTraining.all()
    #expect(all.count == 27)
    for frozen in all {
      let (run, validation) = frozen.training(isSparse: isSparse)
      let (network, history) = try run.run()
      #expect(history.records.count == frozen.records.count, "\(frozen.name)")
      #expect(history.bestEpoch == frozen.bestEpoch, "\(frozen.name)")
      for (ours, theirs) in zip(history.records, frozen.records) {
        expectClose(ours.trainLoss, theirs.trainLoss, "\(frozen.name), epoch \(ours.epoch)")
        expectClose(
          ours.validationLoss ?? .nan, theirs.valLoss, "\(frozen.name), epoch \(ours.epoch)")
        expectClose(
          ours.learningRate ?? frozen.learningRate, theirs.learningRate,
          "\(frozen.name), rate of epoch \(ours.epoch)")
      }
      let outputs = try network.outputs(for: validation.features).elements
      for (ours, theirs) in zip(outputs, frozen.outputs) { expectClose(ours, theirs, frozen.name) }
    }
  }

  private func expectClose(_ ours: Double, _ theirs: Double, _ what: String) {
    #expect(abs(ours - theirs) <= 1e-9 * max(1, abs(theirs)), "\(what)")
  }
}
