import Execution

/// One way to run a lesson: the values of its parameters, and what its report is called.
struct LessonVariant: Sendable {
  /// The report's name without folder and ending.
  var name: String
  /// "hidden=4, rate=0.1": what tells it from the lesson's other variants; nil when there is only this one.
  var settings: String?
  var parameters: ParameterValues
}
