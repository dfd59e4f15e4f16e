/// What a process prints about the work it has timed itself: lines of a name and a number, `seconds` among them.
package struct WorkReport: Sendable, Equatable {
  /// How long the work took.
  package var seconds: Double
  /// The other numbers.
  package var facts: [String: Double]

  /// A report to be printed.
  package init(seconds: Double, facts: [String: Double] = [:]) {
    self.seconds = seconds
    self.facts = facts
  }

  /// Reads what was printed; nil if no seconds are in it. Other lines are passed over.
  package init?(parsing text: String) {
    var numbers: [String: Double] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      if words.count == 2, let number = Double(words[1]) { numbers[String(words[0])] = number }
    }
    guard let seconds = numbers.removeValue(forKey: "seconds") else { return nil }
    self.init(seconds: seconds, facts: numbers)
  }

  /// The lines to print.
  package var text: String {
    (["seconds \(seconds)"] + facts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
      .joined(separator: "\n")
  }
}
