import Execution
import Learning
import Notebook

/// What `explain` and `mistakes` need: a run on features of texts, one of its parts, and the texts.
struct TextRun {
  var run: TrainingRun
  var features: Features
  var part: Part
  var texts: TextColumn
  /// The class number of each row of the part.
  var labels: [Int]

  /// The run's part that is asked for; by default test, else validation, else train.
  init(_ run: TrainingRun, named name: String, part asked: Part?, at place: OptionPlace)
    throws(BlockFailure)
  {
    guard case .features(let features, _) = run.source, let texts = features.texts else {
      throw BlockFailure(Self.noWords(name), at: place.range)
    }
    self.run = run
    self.features = features
    self.texts = texts
    part = asked ?? run.source.usualPart
    let truth = run.source.answers.truth(of: run.source.rows(of: part))
    guard truth.count > 0 else {
      throw BlockFailure("the data of '\(name)' has no \(part.rawValue) part", at: place.range)
    }
    guard let labels = truth.labels else {
      throw BlockFailure(Self.noClasses(name), at: place.range)
    }
    self.labels = labels
  }

  /// Finds before the run that it is not about texts.
  static func check(_ run: Reference<TrainingRun>, _ scope: inout Scope) {
    guard let outline = run.outline else { return }
    if !outline.takesText {
      scope.error(.noText, noWords(run.name), at: run.range)
    } else if outline.targets != nil {
      scope.error(.wrongKind, noClasses(run.name), at: run.range)
    }
  }

  private static func noClasses(_ name: String) -> String {
    "'\(name)' predicts numbers, and only classes have words that tell them"
  }

  private static func noWords(_ name: String) -> String {
    "'\(name)' was trained on numbers, so it has no words"
  }
}

extension NetworkModel {
  /// What words say about a class.
  func attribution(classNumber: Int) -> Attribution {
    switch self {
    case .float64(let network): Attribution(of: network, classNumber: classNumber)
    case .float32(let network): Attribution(of: network, classNumber: classNumber)
    }
  }
}
