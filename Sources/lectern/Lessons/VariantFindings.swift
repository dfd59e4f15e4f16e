import Execution
import Notebook

/// What the check of a lesson found in all of its variants.
struct VariantFindings {
  private struct Finding: Hashable {
    var range: SourceRange?
    var message: String
  }

  /// Everything once, in reading order; what does not hold for all variants says where it does.
  let all: [Diagnostic]

  init(_ found: [(variant: LessonVariant, diagnostics: [Diagnostic])]) {
    var variants: [Finding: [String]] = [:]
    var diagnostics: [Diagnostic] = []
    for (variant, those) in found {
      for diagnostic in those {
        let finding = Finding(range: diagnostic.range, message: diagnostic.message)
        if variants[finding] == nil { diagnostics.append(diagnostic) }
        variants[finding, default: []].append(variant.settings ?? "")
      }
    }
    all =
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        let finding = Finding(range: diagnostic.range, message: diagnostic.message)
        if let settings = variants[finding], settings.count < found.count {
          let others = settings.count > 1 ? " and \(settings.count - 1) other combinations" : ""
          diagnostic.notes.append("with \(settings[0])\(others)")
        }
        return diagnostic
      }.inReadingOrder
  }
}
