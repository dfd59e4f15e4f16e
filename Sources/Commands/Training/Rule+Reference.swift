import Execution
import Learning

// Rules and their settings, as the reference tells them.

extension Rule {
  /// What the rule does, and its settings with their defaults.
  static var explanation: OptionExplanation {
    let settings = settings.map(\.written)
    return OptionExplanation(
      name, summary + (settings.isEmpty ? "" : " Settings: \(settings.joined(separator: "; "))."))
  }
}

extension RuleSetting {
  /// "`beta_1` (0.9): The share of the mean gradient that is kept".
  fileprivate var written: String { "`\(name)` (\(defaultValue)): \(help.dropLast())" }

  /// What it means, with its default.
  var explanation: OptionExplanation {
    OptionExplanation(name, "\(help) By default \(defaultValue).")
  }

  private var defaultValue: String {
    let rule = Chosen()
    return switch kind {
    case .number(let property, _): formattedSetting(rule[keyPath: property])
    case .count(let property, _): String(rule[keyPath: property])
    case .flag(let property): String(rule[keyPath: property])
    case .word(let words, let chosen, _): "\(chosen(rule)), of \(listOfAlternatives(words))"
    }
  }
}
