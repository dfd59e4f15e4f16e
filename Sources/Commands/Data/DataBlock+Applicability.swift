import Execution
import Notebook

// Options that mean nothing for what the data come from.
extension DataBlock {
  /// The options that say where the data and their answers are. The others say something about the data themselves.
  private static let placeOptions = ["source", "labels", "targets"]

  /// Of those that say where data are, some have no say beside a source.
  func checkPlaces(_ scope: inout Scope) {
    switch labels {
    case .inPlace?:
      scope.error(
        .inapplicableOption, "'labels' are for features in place; a source has its own",
        at: $labels.keyRange)
    case .file? where !origins.contains(where: \.takesLabelFile):
      let hint = suggestionForLabelFile(scope)
      let fault = hint.isEmpty ? " in an IDX file, and no source is one" : "\(hint)"
      scope.error(
        .inapplicableOption, "'labels' is the file with the labels of the pictures\(fault)",
        at: $labels.keyRange, suggestion: hint)
    default: break
    }
    if targets != nil {
      scope.error(
        .inapplicableOption,
        "'targets' are for features in place; of a source, 'target' names the column",
        at: $targets.keyRange)
    }
    if label != nil, target != nil {
      scope.error(
        .conflictingOptions, "a data set has either a 'label' or a 'target'", at: $target.keyRange)
    }
  }

  /// What is meant by a file of labels beside sources without pictures: where the lesson names no column of theirs to be
  /// learnt, one that holds the class.
  private func suggestionForLabelFile(_ scope: Scope) -> Suggestion {
    let lacksAnswer = scope.certain {
      answer == nil && origins.contains(where: \.isAnsweredByLesson)
    }
    return Suggestion(written: "labels", meant: lacksAnswer == true ? "label" : nil)
  }

  /// Classes have no scale. Made data and pictures refuse the option themselves.
  func checkScaledTarget(_ scope: inout Scope) {
    guard scaleTarget != nil, label != nil || labels != nil,
      origins.contains(where: \.isAnsweredByLesson)
    else { return }
    scope.error(
      .inapplicableOption, "'scale_target' is for numbers to predict, and the data have classes",
      at: $scaleTarget.keyRange)
  }

  /// Each origin must be one, and each option must be for one of them.
  func checkApplicability(_ scope: inout Scope) {
    let origins = origins
    var allowed: [String] = []
    for origin in origins {
      guard let options = origin.options(&scope) else { return }
      allowed += options
    }
    let name = origins.count == 1 ? origins[0].name : "any of the sources"
    let given = givenOptions { !Self.placeOptions.contains($0) }
    for (option, place) in given where !allowed.contains(option) {
      scope.error(
        .inapplicableOption, "'\(option)' does not apply to \(name)", at: place.keyRange)
    }
  }
}
