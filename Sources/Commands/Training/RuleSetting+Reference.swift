import Execution
import Learning

// Settings of rules, as the reference tells them.

extension RuleSetting {
  /// "beta_1 (0.9)": the name with its default.
  var written: String { "`\(name)` (\(defaultValue)): \(help.dropLast())" }

  /// What it means, with its default.
  var explanation: String { "\(help) By default \(defaultValue)." }

  private var defaultValue: String {
    switch kind {
    case .number(let value, _): formattedSetting(value)
    case .count(let value, _): String(value)
    case .flag(let value): String(value)
    case .word(let value, let words): "\(value), of \(listOfAlternatives(words))"
    }
  }
}
